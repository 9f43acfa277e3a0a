"""Template tags of the newsroom's screens."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from broadsheet.newsroom.access import ROLES_MAY
from broadsheet.newsroom.second_thoughts.alarms import band
from broadsheet.paper.founding import only_paper
from broadsheet.staff.roles import role_of

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """What the paper is called; also where no desk is at hand, such as at the door."""
    paper = only_paper()
    return paper.masthead.name if paper else "Broadsheet"


@register.simple_tag(takes_context=True)
def alarm_band(context: Context) -> SafeString:
    """Kills and embargoes that nobody has answered yet, in red, for whoever works here."""
    user = getattr(context.get("request"), "user", None)
    works_here = user is not None and user.is_authenticated and role_of(user) in ROLES_MAY
    return mark_safe(band(only_paper()) if works_here else "")  # noqa: S308 - our own template
