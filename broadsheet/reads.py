"""What was read while a page was made, and what a change touches. The press brings the two together:
where they meet, the page is printed again. Rooms that read or change say so here; none of them
knows the press.

A **key** names one thing that was read (`story:12`). A **window** is the beginning or a part of an
ordered list, down to its last row: what enters or leaves above that row, or in it, changes what
was read; what happens below does not. A window that was not full is open: anything may enter it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

#: Read by every page, touched by whatever changes them all.
EVERYTHING = "*"


@dataclass(slots=True)
class Reads:
    """What one page read.

    Attributes:
        keys: of single things.
        windows: by the list's key, the place of the deepest row that counted; None: open.
    """

    keys: set[str] = field(default_factory=set)
    windows: dict[str, str | None] = field(default_factory=dict)

    def window(self, key: str, last: str | None) -> None:
        """Note a part of a list, down to the row at `last`."""
        before = self.windows.get(key, last)
        self.windows[key] = None if before is None or last is None else min(before, last)


@dataclass(slots=True)
class Touched:
    """What a change touches.

    Attributes:
        keys: of single things.
        lists: by the list's key, the places at which rows entered or left.
    """

    keys: set[str] = field(default_factory=set)
    lists: dict[str, set[str]] = field(default_factory=dict)

    def row_moved(self, key: str, place: str) -> None:
        """A row entered or left a list at a place."""
        self.lists.setdefault(key, set()).add(place)

    def __bool__(self) -> bool:
        return bool(self.keys or self.lists)


_reads: ContextVar[Reads | None] = ContextVar("reads", default=None)


@contextmanager
def recording() -> Iterator[Reads]:
    """Note what is read inside."""
    reads = Reads()
    token = _reads.set(reads)
    try:
        yield reads
    finally:
        _reads.reset(token)


def is_recording() -> bool:
    """Whether a page is being made."""
    return _reads.get() is not None


def read(*keys: str) -> None:
    """Single things were read, or were looked for and not there."""
    reads = _reads.get()
    if reads is not None:
        reads.keys.update(keys)


def read_window(key: str, last: str | None) -> None:
    """A list was read down to the row at `last`; None: to its end, or it was not full."""
    reads = _reads.get()
    if reads is not None:
        reads.window(key, last)


def track(model: Any, key: Callable[[Any, Iterable[str]], str]) -> None:
    """Note each row of a Django model that is loaded while a page is made.

    Args:
        key: gives the key of an instance, told which of its fields were loaded.
    """
    load = model.from_db.__func__

    def from_db(cls: Any, db: Any, field_names: Any, values: Any) -> Any:
        instance = load(cls, db, field_names, values)
        reads = _reads.get()
        if reads is not None:
            reads.keys.add(key(instance, field_names))
        return instance

    model.from_db = classmethod(from_db)


class _Named:
    """A query set that notes what was read of it. Mixed in by `named`."""

    _key: str
    _place: Callable[[Any], str] | None

    def _clone(self) -> Any:
        clone = super()._clone()  # type: ignore[misc]
        clone._key, clone._place = self._key, self._place
        return clone

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None  # type: ignore[attr-defined]
        super()._fetch_all()  # type: ignore[misc]
        if fresh:
            self._note(self._result_cache)  # type: ignore[attr-defined]

    def _note(self, rows: Any) -> None:
        if not is_recording():
            return
        low, high = self.query.low_mark, self.query.high_mark  # type: ignore[attr-defined]
        full = high is not None and len(rows) == high - low and rows
        place = self._place
        if full and place is not None and hasattr(rows[-1], "_meta"):
            read_window(self._key, place(rows[-1]))
        else:
            read_window(self._key, None)

    def exists(self) -> bool:
        """Whether there is a row; the same as reading the first."""
        return bool(self[:1]) if is_recording() else super().exists()  # type: ignore[misc,index]

    def count(self) -> int:
        """How many; whatever enters or leaves changes that."""
        read_window(self._key, None)
        return int(super().count())  # type: ignore[misc]

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        """All of them."""
        read_window(self._key, None)
        return super().iterator(*args, **kwargs)  # type: ignore[misc]


_classes: dict[type, type] = {}


def named(rows: Any, key: str, place: Callable[[Any], str] | None = None) -> Any:
    """Give a list its name, by which changes find whoever read it.

    Args:
        rows: a query set in the list's order.
        place: a row's place in that order, the largest first, as text; None for a list that is
            short and always read whole.
    """
    kind = type(rows)
    if issubclass(kind, _Named):
        _classes[kind] = kind
    elif kind not in _classes:
        _classes[kind] = type(f"Named{kind.__name__}", (_Named, kind), {})
    found = rows._chain()
    found.__class__ = _classes[kind]
    found._key, found._place = key, place
    return found
