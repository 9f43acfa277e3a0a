"""Which takes a story's text came from, where nobody said so: somebody pasted it."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Site

from broadsheet.paper.models import MadeFrom, Story
from broadsheet.wire import shelf
from broadsheet.wire.models import Take
from broadsheet.wire.threads.likeness import likeness
from broadsheet.wire.threads.marks import marks_of, unpacked

_COMPARED = 24


def takes_of(story: Story) -> list[Take]:
    """The takes that went into a story, the oldest first."""
    rows = MadeFrom.objects.filter(story=story).select_related("take__agency").order_by("id")
    return [row.take for row in rows]


def tie(story: Story, paragraphs: Sequence[str]) -> None:
    """Tie a story that was made from no take to the take that its text is alike, if there is one.
    From then on the agency's second thoughts find it by lineage."""
    if MadeFrom.objects.filter(story=story).exists():
        return
    take = take_alike(story.paper, paragraphs) if story.paper else None
    if take is not None:
        MadeFrom.objects.get_or_create(story=story, take_id=take)


def take_alike(paper: Site, paragraphs: Sequence[str]) -> int | None:
    """The id of the take that a text is a copy or rewrite of; None where there is none."""
    marks = marks_of(paragraphs)
    best: tuple[float, int] | None = None
    for near in shelf.near(paper.pk, marks.keys(), _COMPARED):
        like = likeness(marks, unpacked(near.marks))
        rank = (like.rank, near.pk)
        if like.is_one_text and (best is None or rank > best):
            best = rank
    return best[1] if best else None
