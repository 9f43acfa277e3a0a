"""What a later take offers a story: the merge of its text and fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from broadsheet.paper.from_wire.making import HEADLINE_MOST, printed_headline
from broadsheet.paper.from_wire.merging import Merge, Row, Side, chosen, merge, merge_field
from broadsheet.paper.from_wire.story_text import (
    merged_body,
    paragraph_starts,
    places,
    sentences_of,
)
from broadsheet.paper.models import SecondThought, Story
from broadsheet.wire.models import Take

#: Fields of a story that an agency's version may change: ours, the item's, what it is called.
FIELDS = (("title", "headline", "Headline"), ("dateline", "dateline", "Dateline"))


@dataclass(frozen=True, slots=True)
class FieldOffer:
    """One field that the new take changes. Its number follows those of the sentences."""

    name: str
    label: str
    row: Row
    number: int


@dataclass(frozen=True, slots=True)
class Offer:
    """All that a take would change in a story."""

    story: Story
    take: Take
    merge: Merge
    fields: tuple[FieldOffer, ...]

    @property
    def conflicts(self) -> int:
        """How many places both sides changed."""
        return self.merge.conflicts + sum(f.row.state == "conflict" for f in self.fields)

    @property
    def changes(self) -> int:
        """How many places the take would change or asks about."""
        return self.merge.changes + len(self.fields)


def offer(story: Story, base: Take, take: Take) -> Offer:
    """What `take` offers the latest text of a story whose text came from `base`."""
    latest = story.get_latest_revision_as_object()
    made = merge(
        sentences_of(base.paragraphs),
        sentences_of(take.paragraphs),
        [place.text for place in places(latest)],
    )
    offers: list[FieldOffer] = []
    for name, item, label in FIELDS:
        was, said = _said(base, item), _said(take, item)
        row = merge_field(was, said, str(getattr(latest, name)))
        if row is not None:
            offers.append(FieldOffer(name, label, row, len(made.rows) + len(offers)))
    return Offer(latest, take, made, tuple(offers))


def _said(take: Take, item: str) -> str:
    return printed_headline(take) if item == "headline" else str(take.item.get(item) or "")


def brings_something(story: Story, base: Take, take: Take) -> bool:
    """Whether a take would change anything in a story, or ask anything of its editor."""
    return bool(take.paragraphs) and offer(story, base, take).changes > 0


def offer_of(thought: SecondThought) -> Offer | None:
    """The offer of a second thought; None where the take has nothing to merge."""
    if thought.base is None or not thought.take.paragraphs:
        return None
    return offer(thought.story, thought.base, thought.take)


def applied(made: Offer, choices: Mapping[int, str]) -> Story:
    """The story with what was chosen, not saved.

    Args:
        choices: by row number, `ours`, `new` or `both`; what is not named ends as the merge says.
    """
    story = made.story
    body: list[tuple[str, Any]] = merged_body(
        story, made.merge, paragraph_starts(made.take.paragraphs), choices
    )
    story.body = body
    for one in made.fields:
        if chosen(one.row, one.number, choices) is not Side.OURS and one.row.new is not None:
            most = HEADLINE_MOST if one.name == "title" else 120
            setattr(story, one.name, one.row.new[:most])
    return story
