"""Files that were kept but could not be moved out of the way: remembered, so that each is read
once."""

from __future__ import annotations

import hashlib
from typing import Any

from broadsheet.wire.models import Wire

_PART = "left"


def mark(name: str, size: int, changed: object) -> str:
    """What a file is remembered by, 16 letters: another file of the same name is another file.

    Args:
        changed: its time of change, in whatever unit its place gives.
    """
    said = f"{name}\0{size}\0{changed}".encode("utf-8", "surrogateescape")
    return hashlib.sha256(said).hexdigest()[:16]


def of(wire: Wire) -> set[str]:
    """The marks that a wire remembers."""
    return set(wire.remembered.get(_PART) or ())


def to_remember(wire: Wire, left: set[str]) -> dict[str, Any] | None:
    """For `note`: the marks, or None when nothing changed."""
    return {_PART: sorted(left) or None} if left != of(wire) else None


def words(count: int, done: str) -> str:
    """What is wrong and what to do.

    Args:
        count: of the files that lie there.
        done: where they should go.
    """
    files = "1 file was" if count == 1 else f"{count} files were"
    return (
        f"{files} kept but could not be moved to {done}; allow the paper's user to write there, or "
        "take them away yourself"
    )
