"""Quotation marks as they stand: which opens, which closes, and which has lost its fellow."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from broadsheet.copydesk.reading import Reading

_MARK = re.compile(r"[“”\"]")
_BEFORE_OPEN = re.compile(r"[\s(\[—–‘'-]")
_BEHIND_CLOSE = re.compile(r"[\s.,;:!?)\]—–’'-]")


@dataclass(slots=True)
class Marks:
    """The double marks of one paragraph. `sure` is false where one cannot be told from its place:
    a measure in inches, leftover HTML, marks between spaces."""

    opening: list[int] = field(default_factory=list)
    closing: list[int] = field(default_factory=list)
    order: list[tuple[int, bool]] = field(default_factory=list)
    sure: bool = True

    def lonely_opening(self, *, spare: int = 0) -> int | None:
        """The first opening mark that another follows before any closing one, in a paragraph with
        one closing mark too few, `spare` others left out."""
        if not self.sure or len(self.opening) != len(self.closing) + 1 + spare:
            return None
        pairs = zip(self.order, self.order[1:], strict=False)
        return next((at for (at, opens), (_, again) in pairs if opens and again), None)

    def lonely_closing(self) -> int | None:
        """The first closing mark with nothing open before it, in a paragraph with one opening mark
        too few."""
        if not self.sure or len(self.closing) != len(self.opening) + 1:
            return None
        depth = 0
        for at, opens in self.order:
            depth += 1 if opens else -1
            if depth < 0:
                return at
        return None


def marks_of(text: str, start: int, end: int) -> Marks:
    """The marks of one paragraph."""
    marks = Marks()
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        opens = _opens(text, at, start, end)
        if opens is None:
            marks.sure = False
            continue
        marks.order.append((at, opens))
        (marks.opening if opens else marks.closing).append(at)
    return marks


def _opens(text: str, at: int, start: int, end: int) -> bool | None:
    if text[at] == "“":
        return True
    if text[at] == "”":
        return False
    free_before = at == start or bool(_BEFORE_OPEN.match(text[at - 1]))
    free_behind = at + 1 == end or bool(_BEHIND_CLOSE.match(text[at + 1]))
    return free_before if free_before != free_behind else None


def marks_in(reading: Reading) -> list[Marks]:
    """The marks of each paragraph of the body."""
    return [marks_of(reading.text, p.start, p.end) for p in reading.paragraphs]


def opens_next(rows: list[Marks]) -> list[bool | None]:
    """For each paragraph whether the next mark behind it opens; None where none comes."""
    following: list[bool | None] = []
    behind: bool | None = None
    for marks in reversed(rows):
        following.append(behind)
        if marks.order or not marks.sure:
            behind = marks.order[0][1] if marks.sure else None
    return following[::-1]
