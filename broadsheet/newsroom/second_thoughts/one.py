"""One second thought: what the agency says, what it would change in the story, the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.story.differences import Run, word_runs
from broadsheet.newsroom.story.find import allowed
from broadsheet.paper.from_wire.merging import Row, Side, State
from broadsheet.paper.from_wire.offering import Offer, offer_of
from broadsheet.paper.models import SecondThought

#: Sentences that nobody changed are folded away when more than this stand in a row.
FOLDED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or a run of them that nobody changed."""

    number: int
    label: str
    row: Row | None
    runs: tuple[Run, ...] = ()
    folded: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Its state as a word for the style sheet."""
        return self.row.state.value if self.row else "folded"

    @property
    def takes_new(self) -> bool:
        """Whether the agency's side is proposed."""
        return self.row is not None and self.row.side is Side.NEW


LABELS = {
    State.SAME: "",
    State.OURS: "ours",
    State.NEW: "new from the agency",
    State.CHANGED: "changed by the agency",
    State.GONE: "taken out by the agency",
    State.DROPPED: "we left it out",
    State.CONFLICT: "changed by both: choose",
}


@needs("read")
def second_thought(request: HttpRequest, desk: Desk, thought_id: int) -> HttpResponse:
    """`GET /newsroom/second-thoughts/<id>/`"""
    return show_thought(request, desk, find_thought(desk, thought_id))


def find_thought(desk: Desk, thought_id: int) -> SecondThought:
    """The second thought, if it is one of this paper's."""
    found: SecondThought = get_object_or_404(
        SecondThought.objects.select_related("story", "take__agency", "base", "by"),
        pk=thought_id,
        paper=desk.paper,
    )
    return found


def show_thought(
    request: HttpRequest, desk: Desk, thought: SecondThought, *, error: str = "", status: int = 200
) -> HttpResponse:
    """The screen; `error` says why an answer was not taken."""
    made = offer_of(thought) if thought.answered is None else None
    context = {
        "thought": thought,
        "story": thought.story,
        "can": allowed(desk, thought.story),
        "offer": made,
        "lines": list(_lines(made)) if made else [],
        "error": error,
    }
    return show(request, desk, "newsroom/second_thoughts/one.html", context, status=status)


def _lines(made: Offer) -> Iterator[Line]:
    for field in made.fields:
        yield _line(field.number, field.row, f"{field.label}: {LABELS[field.row.state]}")
    waiting: list[tuple[int, Row]] = []
    for number, row in enumerate(made.merge.rows):
        if row.state is State.SAME:
            waiting.append((number, row))
            continue
        yield from _folded(waiting)
        waiting = []
        yield _line(number, row, LABELS[row.state])
    yield from _folded(waiting)


def _line(number: int, row: Row, label: str) -> Line:
    runs = word_runs(row.old or row.ours or "", row.new or "") if row.is_choice else ()
    return Line(number, label, row, runs)


def _folded(waiting: list[tuple[int, Row]]) -> Iterator[Line]:
    if len(waiting) > FOLDED:
        yield Line(-1, "", None, folded=tuple(row.ours or "" for _, row in waiting))
        return
    for number, row in waiting:
        yield Line(number, "", row)
