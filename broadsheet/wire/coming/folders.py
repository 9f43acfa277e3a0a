"""A folder that is watched: each file is kept, then moved aside."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from django.utils import timezone

from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire

#: A file that has not changed for so many seconds is whole. Who writes under another name and
#: renames at the end need not wait for it: `lock.xml.part`, then `lock.xml`.
STILL = 2.0
#: Names of files that somebody is still writing.
UNFINISHED = (".part", ".tmp", ".filepart", ".crdownload", ".inprogress", "~")
DONE, REFUSED = "done", "refused"
MOST_BYTES = 64 * 1024 * 1024


def look(wire: Wire, *, clock: float | None = None) -> int:
    """Keep every whole file of the wire's folder; gives how many takes were new.

    A file is moved into `done/` only after its takes are committed, and what cannot be read is in
    quarantine by then; a file that is too large goes to `refused/`.
    """
    folder = Path(wire.address).expanduser()
    wire.last_asked = timezone.now()
    taken, problems = 0, []
    if not folder.is_dir():
        problems.append(f"There is no folder {folder}. Make it, or correct the wire's address.")
    else:
        for path in _whole(folder, time.time() if clock is None else clock):
            try:
                taken += _keep(wire, path, problems)
            except OSError as error:
                problems.append(f"{path.name} cannot be read: {error.strerror or error}")
    wire.error = "; ".join(problems)[:2000]
    wire.save(update_fields=["last_asked", "error"])
    return taken


def _whole(folder: Path, now: float) -> Iterator[Path]:
    """The files that nobody writes to any more, the oldest first."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith(UNFINISHED):
                continue
            # A link could lead anywhere on the machine.
            if entry.is_file(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                if now - state.st_mtime >= STILL:
                    found.append((state.st_mtime_ns, entry.name))
    yield from (folder / name for _, name in sorted(found))


def _keep(wire: Wire, path: Path, problems: list[str]) -> int:
    before = path.stat()
    if before.st_size > MOST_BYTES:
        _move(path, REFUSED)
        problems.append(f"{path.name} is larger than {MOST_BYTES:,} bytes; it lies in {REFUSED}/")
        return 0
    data = path.read_bytes()
    after = path.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        # Somebody went on writing while it was read.
        return 0
    kept = keep(data, wire.paper, wire=wire, name=path.name)
    _move(path, DONE)
    if kept.problem:
        problems.append(f"{path.name} lies in quarantine: {kept.problem}")
    return len(kept.takes)


def _move(path: Path, into: str) -> None:
    """Aside, under a name that is free."""
    folder = path.parent / into
    folder.mkdir(exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        target, number = folder / f"{path.stem}-{number}{path.suffix}", number + 1
    path.rename(target)
