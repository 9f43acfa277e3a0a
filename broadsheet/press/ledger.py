"""Which sheets the changes so far have left valid, as one process knows it. Nothing is looked up
when a change comes: it is noted, and each sheet is held against the notes when it is next asked for.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from broadsheet.reads import EVERYTHING, Reads, Touched

#: Read by whatever says that something is not there: any change may bring it.
ANYTHING = "?"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a sheet read, as it is kept with it."""

    keys: tuple[str, ...] = ()
    windows: tuple[tuple[str, str | None], ...] = ()

    @classmethod
    def of(cls, reads: Reads) -> Needs:
        """What was recorded while the page was made."""
        return cls(tuple(sorted(reads.keys)), tuple(sorted(reads.windows.items())))


NOTHING = Needs()


@dataclass(slots=True)
class _Moves:
    """The changes of one list: their numbers, and the topmost place of each."""

    numbers: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


class Ledger:
    """The notes of one process."""

    def __init__(self) -> None:
        self.applied = 0
        #: Sheets printed before this number cannot be judged.
        self.horizon = 0
        self.keys: dict[str, int] = {}
        self.moves: dict[str, _Moves] = {}
        self.lock = threading.Lock()

    def begin_at(self, first_kept: int) -> None:
        """Changes before `first_kept` are no longer on record."""
        with self.lock:
            self.horizon = max(self.horizon, first_kept - 1 if first_kept else 0)

    def apply(self, changes: Iterable[tuple[int, Touched]], upto: int) -> None:
        """Note changes in their order.

        Args:
            upto: the number in force when they were read.
        """
        with self.lock:
            for number, touched in changes:
                if number > self.applied:
                    self._note(number, touched)
                    self.applied = number
            # A number without a row: its transaction was another's first, or rows were pruned.
            self.applied = max(self.applied, upto)

    def _note(self, number: int, touched: Touched) -> None:
        for key in touched.keys:
            self.keys[key] = number
        for key, places in touched.lists.items():
            moves = self.moves.setdefault(key, _Moves())
            moves.numbers.append(number)
            moves.places.append(max(places, default=""))

    def holds(self, number: int, needs: Needs) -> bool:
        """Whether no change after `number` touched what a sheet needs."""
        if number < self.horizon or self.keys.get(EVERYTHING, 0) > number:
            return False
        touched = self.keys
        if any(touched.get(key, 0) > number for key in needs.keys):
            return False
        if ANYTHING in needs.keys and self.applied > number:
            return False
        return not any(self._moved(key, last, number) for key, last in needs.windows)

    def _moved(self, key: str, last: str | None, number: int) -> bool:
        moves = self.moves.get(key)
        if moves is None:
            return False
        start = bisect_right(moves.numbers, number)
        later = moves.places[start:]
        return bool(later) if last is None else any(place >= last for place in later)
