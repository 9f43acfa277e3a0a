"""The three-way merge of an agency's update with a story: old take, new take, our text, sentence by
sentence. Our edits stay; what both changed is a conflict that a person decides.

Pure: lists of sentences in, rows out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from broadsheet.paper.from_wire.aligning import align, letters


class State(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    OURS = "ours"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    DROPPED = "dropped"
    CONFLICT = "conflict"


class Side(StrEnum):
    """Which text a row ends with."""

    OURS = "ours"
    NEW = "new"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence's place in the merge.

    Attributes:
        state: `same` in all; `ours` edited or written here; `new` in the new take; `changed` or
            `gone` by the agency; `dropped` by us; `conflict` changed by both.
        old, new, ours: the sentence in each text; None where it has none.
        our_place, new_place: its number in that text, from 0.
        side: which text stands unless a person says otherwise.
    """

    state: State
    old: str | None
    new: str | None
    ours: str | None
    our_place: int | None = None
    new_place: int | None = None
    side: Side = Side.OURS

    @property
    def is_choice(self) -> bool:
        """Whether the agency's side differs from ours, so that a person may want the other."""
        return self.state in {State.NEW, State.CHANGED, State.GONE, State.CONFLICT}


@dataclass(frozen=True, slots=True)
class Merge:
    """All rows, in the order of the story."""

    rows: tuple[Row, ...]
    #: Whether we changed nothing, so that the new take can simply stand.
    untouched: bool = False

    @property
    def conflicts(self) -> int:
        """How many sentences both changed."""
        return sum(row.state is State.CONFLICT for row in self.rows)

    @property
    def changes(self) -> int:
        """How many rows bring something of the new take."""
        return sum(row.is_choice for row in self.rows)


@dataclass(slots=True)
class _Side:
    """How one text stands to the old take: what each old sentence became, and what came after it
    (-1: before the first)."""

    became: dict[int, int | None] = field(default_factory=dict)
    inserted: dict[int, list[int]] = field(default_factory=dict)


def merge(old: Sequence[str], new: Sequence[str], ours: Sequence[str]) -> Merge:
    """Merge three texts.

    Args:
        old: the sentences of the take that our text came from.
        new: those of the take that stands in its place.
        ours: those of the story as it is.
    """
    theirs, mine = _against(old, new), _against(old, ours)
    _stay_in_place(theirs, old, new)
    rows: list[Row] = []
    for place in range(-1, len(old)):
        if place >= 0:
            rows.append(_row(place, theirs, mine, old, new, ours))
        rows += _inserted(theirs.inserted.get(place, ()), mine.inserted.get(place, ()), new, ours)
    rows = [row for row in rows if row.new is not None or row.ours is not None]
    return Merge(tuple(rows), [*map(letters, old)] == [*map(letters, ours)])


def _against(old: Sequence[str], text: Sequence[str]) -> _Side:
    side, last = _Side(), -1
    for pair in align(old, text):
        if pair.one is None:
            assert pair.other is not None  # noqa: S101 - a pair has at least one side
            side.inserted.setdefault(last, []).append(pair.other)
        else:
            last = pair.one
            side.became[last] = pair.other
    return side


def _stay_in_place(side: _Side, old: Sequence[str], new: Sequence[str]) -> None:
    """A sentence that the agency only moved stays where we have it: it has not gone, and its
    other place brings nothing."""
    gone = {letters(old[at]): at for at, became in side.became.items() if became is None}
    for after, places in side.inserted.items():
        left = []
        for place in places:
            at = gone.pop(letters(new[place]), None)
            if at is None:
                left.append(place)
            else:
                side.became[at] = place
        side.inserted[after] = left


def _row(
    at: int,
    theirs: _Side,
    mine: _Side,
    old: Sequence[str],
    new: Sequence[str],
    ours: Sequence[str],
) -> Row:
    new_place, our_place = theirs.became[at], mine.became[at]
    was = old[at]
    said = new[new_place] if new_place is not None else None
    have = ours[our_place] if our_place is not None else None
    state, side = _decide(was, said, have)
    return Row(state, was, said, have, our_place, new_place, side)


def _decide(was: str, said: str | None, have: str | None) -> tuple[State, Side]:
    """What a sentence of the old take comes to."""
    if said is not None and have is not None and letters(said) == letters(have):
        return State.SAME, Side.OURS
    agency_kept = said is not None and letters(said) == letters(was)
    we_kept = have is not None and letters(have) == letters(was)
    if agency_kept:
        return (State.DROPPED if have is None else State.OURS), Side.OURS
    if we_kept:
        return (State.GONE if said is None else State.CHANGED), Side.NEW
    if said is None and have is None:
        return State.SAME, Side.OURS
    return State.CONFLICT, Side.OURS


def _inserted(
    came: Sequence[int], written: Sequence[int], new: Sequence[str], ours: Sequence[str]
) -> list[Row]:
    """What was put in at one place: ours first, then what is new and we have not."""
    have = {letters(text) for text in ours}
    rows = [Row(State.OURS, None, None, ours[n], n) for n in written]
    for place in came:
        if letters(new[place]) not in have:
            rows.append(Row(State.NEW, None, new[place], None, None, place, Side.NEW))
    return rows


def chosen(row: Row, number: int, choices: Mapping[int, str]) -> Side:
    """The side that a row ends with: a person's choice, else its own."""
    said = choices.get(number, row.side)
    return Side(said) if row.is_choice and said in set(Side) else row.side


def merge_field(old: str, new: str, ours: str) -> Row | None:
    """The same for one field; None where the agency changed nothing that we have not."""
    if letters(new) in {letters(old), letters(ours)} or not new.strip():
        return None
    if letters(ours) == letters(old):
        return Row(State.CHANGED, old, new, ours, 0, 0, Side.NEW)
    return Row(State.CONFLICT, old, new, ours, 0, 0, Side.OURS)
