"""A story read by the copy desk as it now stands, as if it had just come in."""

from __future__ import annotations

from broadsheet import copydesk
from broadsheet.paper.house_style import house_style
from broadsheet.paper.models import Story
from broadsheet.paper.provenance import passages


def read_story(story: Story) -> copydesk.Reading:
    """What the copy desk finds in a story's headline, standfirst and body. A story of an agency is
    read as the agency's."""
    text = "\n\n".join(_paragraphs(story)) + "\n"
    day = story.published.date() if story.published else None
    return copydesk.read(text, published=day, style=house_style(text))


def _paragraphs(story: Story) -> list[str]:
    lines = [story.title, story.standfirst, *(part.text for part in passages(story))]
    if story.agency:
        lines.append(f"({story.agency.name})")
    return [line.strip() for line in lines if line.strip()]
