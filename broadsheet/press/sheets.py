"""Sheets on disk: one file a sheet, in a folder a generation. Whatever is wrong with a file
(cut short, changed, another's), it is as if it were not there, and the page is printed again."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = b"broadsheet sheet 1\n"
#: Bounds per generation, so that unknown addresses or made-up host names do not fill the disk.
MOST_ABSENT = 1000
MOST_HOSTS = 64
#: Bytes of the largest page that is kept.
MOST_BYTES = 8 * 1024 * 1024
#: Seconds after which the folder of another program version or theme is surely nobody's.
FOREIGN_KEPT = 86_400
_PACKED = ("text/", "application/json", "application/xml", "application/rss", "image/svg")


@dataclass(frozen=True, slots=True)
class Key:
    """What a sheet is kept under. The query is no part of it."""

    scheme: str
    host: str
    path: str

    @property
    def name(self) -> str:
        """A file name that holds nothing of what a reader wrote."""
        return hashlib.sha256("\0".join((self.scheme, self.host, self.path)).encode()).hexdigest()

    @property
    def host_name(self) -> str:
        """The same of scheme and host."""
        return hashlib.sha256(f"{self.scheme}\0{self.host}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page, ready to send.

    `headers` are those of the page itself, without length, encoding and validators. `printed` is
    in whole seconds of Unix time.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    packed: bytes
    printed: int
    digest: str

    @property
    def kind(self) -> str:
        """Its media type."""
        return {name.lower(): value for name, value in self.headers}.get("content-type", "")


def print_sheet(status: int, headers: tuple[tuple[str, str], ...], body: bytes) -> Sheet:
    """A sheet of these bytes, compressed if that makes it smaller."""
    made = Sheet(status, headers, body, b"", int(time.time()), hashlib.sha256(body).hexdigest())
    if not made.kind.startswith(_PACKED):
        return made
    packed = gzip.compress(body, 9, mtime=0)
    if len(packed) >= len(body):
        return made
    return Sheet(status, headers, body, packed, made.printed, made.digest)


@dataclass
class Sheets:
    """The store.

    Args:
        root: its folder; made when the first sheet is kept.
        fingerprint: of program, theme and settings; sheets of another are never found.
    """

    root: Path
    fingerprint: str = ""
    _absent: dict[Path, int] = field(default_factory=dict)

    def find(self, generation: int, key: Key) -> Sheet | None:
        """The sheet of that address in that generation, if it is there and whole."""
        for path in (self._present_path(generation, key), self._absent_path(generation, key)):
            try:
                return _read(path.read_bytes(), key)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, ValueError, KeyError, TypeError):
                # Not whole. A KeyError or TypeError is a header of another shape.
                return None
        return None

    def keep(self, generation: int, key: Key, sheet: Sheet) -> bool:
        """Keep a sheet; False when a bound is reached.

        Raises:
            OSError: there is no room, or the folder cannot be written to.
        """
        if len(sheet.body) > MOST_BYTES:
            return False
        if sheet.status == 200:
            path = self._present_path(generation, key)
            if not self._room_for_host(path.parent.parent):
                return False
        else:
            path = self._absent_path(generation, key)
            if not self._room_for_absent(path):
                return False
        _write(path, _bytes(sheet, key))
        return True

    def sweep(self, generation: int) -> None:
        """Remove what is left of generations before `generation`, and of other programs or
        themes once they are a day old."""
        if not self.root.is_dir():
            return
        for folder in self.root.iterdir():
            number, _, other = folder.name.partition("-")
            if not number.isdecimal():
                continue
            foreign = other != self.fingerprint and _age(folder) > FOREIGN_KEPT
            if int(number) < generation or foreign:
                # Another process may be removing it, or keeping a last sheet in it.
                shutil.rmtree(folder, ignore_errors=True)
        for folder in [folder for folder in self._absent if not folder.exists()]:
            self._absent.pop(folder, None)

    def _folder(self, generation: int) -> Path:
        return self.root / f"{generation}-{self.fingerprint}"

    def _present_path(self, generation: int, key: Key) -> Path:
        return self._folder(generation) / key.host_name / key.name[:2] / key.name[2:]

    def _absent_path(self, generation: int, key: Key) -> Path:
        return self._folder(generation) / "absent" / key.name

    def _room_for_host(self, folder: Path) -> bool:
        if folder.is_dir():
            return True
        hosts = folder.parent
        return not hosts.is_dir() or len(os.listdir(hosts)) < MOST_HOSTS

    def _room_for_absent(self, path: Path) -> bool:
        folder = path.parent
        count = self._absent.get(folder)
        if count is None:
            count = len(os.listdir(folder)) if folder.is_dir() else 0
        if count >= MOST_ABSENT and not path.exists():
            return False
        self._absent[folder] = count + 1
        return True


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _bytes(sheet: Sheet, key: Key) -> bytes:
    facts = {
        "key": [key.scheme, key.host, key.path],
        "status": sheet.status,
        "headers": sheet.headers,
        "length": len(sheet.body),
        "printed": sheet.printed,
        "digest": sheet.digest,
    }
    rest = json.dumps(facts).encode() + b"\n" + sheet.body + sheet.packed
    return MAGIC + hashlib.sha256(rest).digest() + rest


def _read(data: bytes, key: Key) -> Sheet:
    start = len(MAGIC) + 32
    rest = data[start:]
    if data[: len(MAGIC)] != MAGIC or hashlib.sha256(rest).digest() != data[len(MAGIC) : start]:
        raise ValueError("the sheet is not whole")
    line, _, content = rest.partition(b"\n")
    facts = json.loads(line)
    if facts["key"] != [key.scheme, key.host, key.path]:
        raise ValueError("the sheet is another's")
    headers = tuple((str(name), str(value)) for name, value in facts["headers"])
    length = int(facts["length"])
    return Sheet(
        int(facts["status"]),
        headers,
        content[:length],
        content[length:],
        int(facts["printed"]),
        str(facts["digest"]),
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # Whole or not at all, for whoever reads it meanwhile.
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
