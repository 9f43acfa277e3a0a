"""A folder that is watched: each file is kept, then moved aside."""

from __future__ import annotations

import heapq
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.utils import timezone

from broadsheet.wire.coming import leftovers
from broadsheet.wire.coming.noting import note
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire

#: A file that has not changed for so many seconds is whole. Who writes under another name and
#: renames at the end need not wait for it: `lock.xml.part`, then `lock.xml`.
STILL = 2.0
#: Names of files that somebody is still writing.
UNFINISHED = (".part", ".tmp", ".filepart", ".crdownload", ".inprogress", "~")
DONE, REFUSED = "done", "refused"
MOST_BYTES = 64 * 1024 * 1024
#: So many files are kept at one look, the oldest first; the rest at the next, two seconds later.
AT_A_LOOK = 200
_PROBLEMS_SAID = 5


@dataclass(frozen=True, slots=True, order=True)
class _File:
    """One file as it was found."""

    changed: int
    name: str
    size: int

    @property
    def mark(self) -> str:
        """What it is remembered by where it cannot be moved."""
        return leftovers.mark(self.name, self.size, self.changed)


class _Look:
    """One look into one folder."""

    def __init__(self, wire: Wire, folder: Path) -> None:
        self.wire, self.folder = wire, folder
        self.problems: list[str] = []
        self.left = leftovers.of(wire)

    def take(self, now: float) -> int:
        """Keep what is whole; gives how many takes were new."""
        files = self._whole(now)
        here = {file.mark for file in files}
        self.left &= here
        taken = 0
        for file in heapq.nsmallest(AT_A_LOOK, (f for f in files if f.mark not in self.left)):
            try:
                taken += self._keep(file)
            except OSError as error:
                self.problems.append(f"{file.name} cannot be read: {error.strerror or error}")
        return taken

    def _whole(self, now: float) -> list[_File]:
        """The files that nobody writes to any more."""
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith(UNFINISHED):
                    continue
                try:
                    # A link could lead anywhere on the machine.
                    if entry.is_file(follow_symlinks=False):
                        state = entry.stat(follow_symlinks=False)
                        if now - state.st_mtime >= STILL:
                            found.append(_File(state.st_mtime_ns, entry.name, state.st_size))
                except FileNotFoundError:
                    # Its owner has taken it back since the folder was opened.
                    continue
        return found

    def _keep(self, file: _File) -> int:
        path = self.folder / file.name
        if file.size > MOST_BYTES:
            self.problems.append(
                f"{file.name} is larger than {MOST_BYTES:,} bytes and belongs in {REFUSED}/"
            )
            self._move(file, REFUSED)
            return 0
        data = path.read_bytes()
        after = path.stat()
        if (file.size, file.changed) != (after.st_size, after.st_mtime_ns):
            # Somebody went on writing while it was read.
            return 0
        kept = keep(data, self.wire.paper, wire=self.wire, name=file.name)
        self._move(file, DONE)
        if kept.problem:
            self.problems.append(f"{file.name} lies in quarantine: {kept.problem}")
        return len(kept.takes)

    def _move(self, file: _File, into: str) -> None:
        try:
            move(self.folder / file.name, into)
        except OSError:
            self.left.add(file.mark)

    def error(self) -> str:
        """What is wrong, in words."""
        words = self.problems[:_PROBLEMS_SAID]
        if len(self.problems) > _PROBLEMS_SAID:
            words.append(f"and {len(self.problems) - _PROBLEMS_SAID} more")
        if self.left:
            words.insert(0, leftovers.words(len(self.left), f"{self.folder / DONE}/"))
        return "; ".join(words)


def look(wire: Wire, *, clock: float | None = None) -> int:
    """Keep the whole files of the wire's folder; gives how many takes were new.

    A file is moved into `done/` only after its takes are committed, and what cannot be read is in
    quarantine by then; a file that is too large goes to `refused/`. One that cannot be moved is
    remembered, and read once.
    """
    folder = Path(wire.address).expanduser()
    asked, taken = timezone.now(), 0
    this = _Look(wire, folder)
    try:
        taken = this.take(time.time() if clock is None else clock)
        error = this.error()
    except (FileNotFoundError, NotADirectoryError):
        error = f"There is no folder {folder}. Make it, or correct the wire's address."
    except OSError as problem:
        error = f"The folder {folder} cannot be opened: {problem.strerror or problem}."
    remember = leftovers.to_remember(wire, this.left)
    note(wire, remember, last_asked=asked, error=error)
    return taken


def move(path: Path, into: str) -> None:
    """Aside, under a name that is free.

    Raises:
        OSError: it cannot be moved.
    """
    folder = path.parent / into
    folder.mkdir(exist_ok=True)
    target = folder / path.name
    if target.exists():
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%dT%H%M%S")
        target = folder / f"{path.stem}-{changed}{path.suffix}"
        number = 1
        while target.exists():
            target = folder / f"{path.stem}-{changed}-{number}{path.suffix}"
            number += 1
    path.rename(target)
