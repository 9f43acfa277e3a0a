"""Sheets on disk: one file a sheet, with what was read when it was printed. Whatever is wrong with
a file (cut short, changed, another's), it is as if it were not there, and the page is printed
again."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from broadsheet.press.ledger import NOTHING, Ledger, Needs

MAGIC = b"broadsheet sheet 2\n"
#: Bounds, so that unknown addresses or made-up host names do not fill the disk.
MOST_ABSENT = 1000
MOST_HOSTS = 64
#: Bytes of the largest page that is kept.
MOST_BYTES = 8 * 1024 * 1024
#: Seconds after which the folder of another program version or theme is surely nobody's.
FOREIGN_KEPT = 86_400
#: How the file of a sheet is called until it is whole.
_ASIDE = ".new-"
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
    in whole seconds of Unix time. `number` is that of the last change that was known when the
    page was made, `needs` is what was read for it.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    packed: bytes
    printed: int
    digest: str
    number: int = 0
    needs: Needs = NOTHING

    @property
    def kind(self) -> str:
        """Its media type."""
        return {name.lower(): value for name, value in self.headers}.get("content-type", "")


def print_sheet(
    status: int,
    headers: tuple[tuple[str, str], ...],
    body: bytes,
    number: int = 0,
    needs: Needs = NOTHING,
) -> Sheet:
    """A sheet of these bytes, compressed if that makes it smaller."""
    digest = hashlib.sha256(body).hexdigest()
    made = Sheet(status, headers, body, b"", int(time.time()), digest, number, needs)
    if not made.kind.startswith(_PACKED):
        return made
    packed = gzip.compress(body, 9, mtime=0)
    if len(packed) >= len(body):
        return made
    return replace(made, packed=packed)


@dataclass
class Sheets:
    """The store.

    Args:
        root: its folder; made when the first sheet is kept.
        fingerprint: of program, theme and settings; sheets of another are never found.
    """

    root: Path
    fingerprint: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    _absent: dict[Path, int] = field(default_factory=dict)
    _absent_at: int = 0

    def find(self, key: Key) -> Sheet | None:
        """The sheet of that address, if it is there, whole, and nothing that it read has changed."""
        for path in (self._present_path(key), self._absent_path(key)):
            sheet = self._whole(path, key)
            if sheet is not None and self.ledger.holds(sheet.number, sheet.needs):
                return sheet
        return None

    def _whole(self, path: Path, key: Key) -> Sheet | None:
        try:
            return _read(path.read_bytes(), key)
        except (OSError, ValueError, KeyError, TypeError):
            # Not there, or not whole. A KeyError or TypeError is a header of another shape.
            return None

    def keep(self, key: Key, sheet: Sheet) -> bool:
        """Keep a sheet; False when a bound is reached.

        Raises:
            OSError: there is no room, or the folder cannot be written to.
        """
        if len(sheet.body) > MOST_BYTES:
            return False
        if sheet.status == 200:
            path = self._present_path(key)
            if not self._room_for_host(path.parent.parent):
                return False
        else:
            path = self._absent_path(key)
            if not self._room_for_absent(path):
                return False
        _write(path, _bytes(sheet, key))
        return True

    def sweep(self) -> int:
        """Remove sheets that are void, and those of other programs or themes once they are a day
        old; gives how many of ours went."""
        gone = 0
        if not self.root.is_dir():
            return gone
        for folder in self.root.iterdir():
            if folder != self._folder:
                if _age(folder) > FOREIGN_KEPT:
                    # Another process may be removing it.
                    shutil.rmtree(folder, ignore_errors=True)
                continue
            for path in folder.rglob("*"):
                if path.is_file() and not self._stands(path) and not _being_written(path):
                    path.unlink(missing_ok=True)
                    gone += 1
        self._absent.clear()
        return gone

    def _stands(self, path: Path) -> bool:
        try:
            number, needs = _judged_by(path)
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return self.ledger.holds(number, needs)

    @property
    def _folder(self) -> Path:
        return self.root / (self.fingerprint or "sheets")

    def _present_path(self, key: Key) -> Path:
        return self._folder / key.host_name / key.name[:2] / key.name[2:]

    def _absent_path(self, key: Key) -> Path:
        return self._folder / "absent" / key.name

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
        if count >= MOST_ABSENT and self.ledger.applied != self._absent_at:
            # What is not there is judged anew at every change: all of these are void.
            shutil.rmtree(folder, ignore_errors=True)
            count, self._absent_at = 0, self.ledger.applied
        if count >= MOST_ABSENT and not path.exists():
            return False
        self._absent[folder] = count + 1
        return True


def _being_written(path: Path) -> bool:
    return path.name.startswith(_ASIDE) and _age(path) < 3600


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
        "number": sheet.number,
        "keys": sheet.needs.keys,
        "windows": sheet.needs.windows,
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
        *_needs(facts),
    )


def _needs(facts: dict[str, Any]) -> tuple[int, Needs]:
    windows = tuple((str(key), last) for key, last in facts["windows"])
    return int(facts["number"]), Needs(tuple(facts["keys"]), windows)


def _judged_by(path: Path) -> tuple[int, Needs]:
    """What a sheet is judged by, without its bytes."""
    with path.open("rb") as file:
        head = file.read(len(MAGIC))
        if head != MAGIC:
            raise ValueError("no sheet of this program")
        file.read(32)
        return _needs(json.loads(file.readline()))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=_ASIDE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # Whole or not at all, for whoever reads it meanwhile.
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
