"""Template tags of the newsroom's screens."""

from __future__ import annotations

from django import template

from broadsheet.paper.founding import only_paper

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """What the paper is called; also where no desk is at hand, such as at the door."""
    paper = only_paper()
    return paper.masthead.name if paper else "Broadsheet"
