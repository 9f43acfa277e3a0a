"""A folder on another machine that is looked into, over SFTP, FTP or FTP with TLS."""

from __future__ import annotations

import posixpath
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.utils import timezone

from broadsheet.wire.coming import keys, leftovers, pauses
from broadsheet.wire.coming.fetching import FetchError
from broadsheet.wire.coming.folders import DONE, MOST_BYTES, UNFINISHED
from broadsheet.wire.coming.keys import SecretError
from broadsheet.wire.coming.lines import Line
from broadsheet.wire.coming.noting import note
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire

#: So many files are kept at one look; the rest at the next, which follows soon.
AT_A_LOOK = 100
_PROBLEMS_SAID = 5


class DropError(Exception):
    """The folder cannot be looked into. Its words say why and what to do."""


class MoveError(Exception):
    """A file cannot be moved aside: the server does not let us."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file as the server lists it.

    Attributes:
        changed: when it was changed, as the server writes it: only compared, and sorted by.
    """

    changed: str
    name: str
    size: int

    @property
    def mark(self) -> str:
        """What it is remembered by."""
        return leftovers.mark(self.name, self.size, self.changed)


class Drop(Protocol):
    """A folder on a server, opened."""

    def files(self) -> list[Found]:
        """The files in it, in any order."""
        ...

    def read(self, name: str, most: int) -> bytes:
        """A file's bytes; DropError when there are more than `most`."""
        ...

    def move(self, name: str, target: str) -> None:
        """Move a file within the folder, making `done` first; MoveError when that is refused."""
        ...


@dataclass(slots=True)
class _Look:
    """What one look found."""

    left: set[str]
    seen: set[str] = field(default_factory=set)
    taken: int = 0
    soon: bool = False
    newest: datetime | None = None
    problems: list[str] = field(default_factory=list)


def look(wire: Wire) -> int:
    """Keep each file of the wire's folder whose size and time stood still between two looks; gives
    how many takes were new. A file is moved to `done/` after its takes are committed, or remembered
    where the server does not allow that.
    """
    now = timezone.now()
    found, problem = _Look(leftovers.of(wire)), ""
    try:
        with Line(wire) as line, opened(wire, line) as drop:
            _read(wire, drop, found)
    except (DropError, SecretError, FetchError) as error:
        problem = str(error)
    _say(wire, now, found, problem)
    return found.taken


def opened(wire: Wire, line: Line) -> AbstractContextManager[Drop]:
    """The wire's folder, by the scheme of its address."""
    password = keys.password(wire)
    if wire.address.lower().startswith("sftp://"):
        from broadsheet.wire.coming.sftp import sftp

        return sftp(wire, line, password)
    from broadsheet.wire.coming.ftp import ftp

    return ftp(wire, line, password)


def _read(wire: Wire, drop: Drop, found: _Look) -> None:
    files = [file for file in drop.files() if _is_wanted(file.name)]
    here = {file.mark for file in files}
    before = set(wire.remembered.get("standing") or ())
    found.left &= here
    new = sorted(file for file in files if file.mark not in found.left)
    still = [file for file in new if file.mark in before]
    found.soon = len(still) < len(new) or len(still) > AT_A_LOOK
    found.seen = {file.mark for file in new}
    for file in still[:AT_A_LOOK]:
        if file.size > MOST_BYTES:
            found.problems.append(
                f"{file.name} is larger than {MOST_BYTES:,} bytes and was not read"
            )
            found.left.add(file.mark)
        else:
            _keep(wire, drop, file, found)


def _is_wanted(name: str) -> bool:
    hidden = not name or name.startswith(".") or "/" in name
    return not hidden and not name.endswith(UNFINISHED)


def _keep(wire: Wire, drop: Drop, file: Found, found: _Look) -> None:
    data = drop.read(file.name, MOST_BYTES)
    if len(data) != file.size:
        # Somebody writes to it again: it must stand still anew.
        found.seen.discard(file.mark)
        found.soon = True
        return
    kept = keep(data, wire.paper, wire=wire, name=file.name)
    found.seen.discard(file.mark)
    found.taken += len(kept.takes)
    now = timezone.now()
    times = [take.versioned for take in kept.takes if take.versioned <= now]
    found.newest = max([*times, *filter(None, [found.newest])], default=None)
    if kept.problem:
        found.problems.append(f"{file.name} lies in quarantine: {kept.problem}")
    _aside(drop, file, found)


def _aside(drop: Drop, file: Found, found: _Look) -> None:
    stem, ending = posixpath.splitext(file.name)
    for target in (f"{DONE}/{file.name}", f"{DONE}/{stem}-{file.mark}{ending}"):
        try:
            drop.move(file.name, target)
        except MoveError:
            continue
        return
    found.left.add(file.mark)


def _say(wire: Wire, now: datetime, found: _Look, problem: str) -> None:
    wire.failures = wire.failures + 1 if problem else 0
    due = pauses.after_failure(wire, now) if problem else pauses.after_success(wire, now)
    if found.soon and not problem:
        due = min(due, now + pauses.SHORTEST)
    words = [problem, *found.problems[:_PROBLEMS_SAID]]
    if found.left and not problem:
        words.append(leftovers.words(len(found.left), f"{DONE}/ on the server"))
    remember: dict[str, Any] = dict(leftovers.to_remember(wire, found.left) or {})
    if not problem:
        remember["standing"] = sorted(found.seen) or None
    columns: dict[str, Any] = {"lag": (now - found.newest).total_seconds()} if found.newest else {}
    note(
        wire, remember, error="; ".join(filter(None, words)), failures=wire.failures,
        last_asked=now, next_poll=due, **columns,
    )  # fmt: skip
