"""Who publishes, and what kind of change it is, while a publication is under way.

Wagtail's signals carry the page but neither of these; the receivers that write the version need
both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Act:
    """One publication: by whom, of what class, with which words for the record."""

    user: Any = None
    change: str = "update"
    note: str = ""
    deleting: bool = False


_NOBODY = Act()
_act: ContextVar[Act] = ContextVar("act", default=_NOBODY)


def current_act() -> Act:
    """The publication that is under way."""
    return _act.get()


@contextmanager
def acting(
    user: Any = None,
    *,
    change: str | None = None,
    note: str | None = None,
    deleting: bool = False,
) -> Iterator[None]:
    """Name who acts, or what the change is, for all that happens inside."""
    act = _act.get()
    if user is not None:
        act = replace(act, user=user)
    if change is not None:
        act = replace(act, change=change)
    if note is not None:
        act = replace(act, note=note)
    if deleting:
        act = replace(act, deleting=True)
    token = _act.set(act)
    try:
        yield
    finally:
        _act.reset(token)
