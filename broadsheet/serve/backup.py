"""A backup: the whole paper in one .tar.gz file, made while the paper is served.

It holds the database, the secret, broadsheet.toml, templates/, static/, the pictures (media/) and,
last, manifest.json with the size and SHA-256 of every file.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import platform
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from broadsheet import __version__
from broadsheet.config import FILE_NAME, Config
from broadsheet.serve import database
from broadsheet.serve.folder import OWN

MANIFEST = "manifest.json"
DATABASE = {database.SQLITE: "database.sqlite3", database.POSTGRESQL: "database.pgdump"}
SECRET = "secret"  # noqa: S105
#: The file in data/ whose time is that of the last backup, wherever that lies.
LAST = "last-backup"
#: What a stamp in a file's name looks like: UTC, sorted by name as by time.
STAMP = "%Y%m%d-%H%M%S"

#: Told after each file: bytes done, bytes in all.
Progress = Callable[[int, int], None]


class BackupError(OSError):
    """No backup was made; nothing half is left. Its words say why and what to do."""


def make_backup(config: Config, reason: str) -> Path:
    """An automatic backup in data/backups; of these the newest `backups_kept` are kept.

    Args:
        reason: a word for the file's name, such as "before-migration".

    Raises:
        OSError: there is no room, or the folder cannot be written to.
        BackupError, broadsheet.serve.database.DatabaseError: see write_backup.
    """
    folder = config.data / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = write_backup(config, free_name(folder, reason), reason)
    made = sorted(folder.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime_ns)
    for old in made[: -config.backups_kept]:
        old.unlink(missing_ok=True)
    return path


def free_name(folder: Path, word: str) -> Path:
    """A name in `folder` that is not taken: the word and the time in UTC."""
    stem = f"{word}-{datetime.now(UTC).strftime(STAMP)}"
    path, number = folder / f"{stem}.tar.gz", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.tar.gz", number + 1
    return path


def write_backup(
    config: Config, to: Path, reason: str = "asked", progress: Progress | None = None
) -> Path:
    """Write the backup to the new file `to`, readable by its owner only; whole or not at all.

    Raises:
        BackupError: `to` exists, or the paper has no secret yet.
        broadsheet.serve.database.DatabaseError: the database cannot be copied.
        OSError: there is no room, or the folder cannot be written to.
    """
    if to.exists():
        raise BackupError(f"{to} exists; nothing was written. Name another file.")
    if not to.parent.is_dir():
        raise BackupError(f"There is no folder {to.parent}; nothing was written. Make it first.")
    handle, aside = tempfile.mkstemp(dir=to.parent, prefix=".backup-")
    try:
        with os.fdopen(handle, "wb") as out, tempfile.TemporaryDirectory(dir=to.parent) as staging:
            _write(config, out, Path(staging), reason, progress)
            out.flush()
            os.fsync(out.fileno())
        os.replace(aside, to)
        # By this `broadsheet doctor` knows of backups that are kept elsewhere.
        (config.data / LAST).touch()
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(aside)
        raise
    return to


def _write(
    config: Config, out: BinaryIO, staging: Path, reason: str, progress: Progress | None
) -> None:
    kind = database.kind(config)
    database.copy_out(config, staging / DATABASE[kind])
    (staging / SECRET).write_text(secret_in_force(config), encoding="utf-8")
    held = list(_held(config, staging))
    total, done, rows = sum(path.stat().st_size for _, path in held if path.exists()), 0, []
    with tarfile.open(fileobj=out, mode="w:gz", compresslevel=6) as archive:
        for name, path in held:
            row = _add(archive, name, path)
            if row is not None:
                rows.append(row)
                done += path.stat().st_size if path.exists() else 0
            if progress:
                progress(done, total)
        _add_manifest(archive, {**_facts(kind, reason), "files": rows})


def secret_in_force(config: Config) -> str:
    """The secret that readers' addresses are encrypted with.

    Raises:
        BackupError: there is none.
    """
    path = config.data / SECRET
    if config.secret_key:
        return config.secret_key
    if not path.is_file():
        raise BackupError(f"There is no secret at {path}. Start the paper once to make it.")
    return path.read_text(encoding="utf-8").strip()


def _held(config: Config, staging: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(staging.iterdir()):
        yield path.name, path
    yield FILE_NAME, config.folder / FILE_NAME
    for folder in (*(config.folder / name for name in OWN), config.data / "media"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path


def _add(archive: tarfile.TarFile, name: str, path: Path) -> dict[str, str | int] | None:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        # Taken away between the list and now; a picture that nobody uses any more.
        return None
    with file:
        info = tarfile.TarInfo(name)
        info.size, info.mode = os.fstat(file.fileno()).st_size, 0o600
        info.mtime = int(os.fstat(file.fileno()).st_mtime)
        reader = _Hashing(file)
        archive.addfile(info, reader)
    return {"name": name, "size": info.size, "sha256": reader.sha.hexdigest()}


class _Hashing(io.RawIOBase):
    """Hands a file on and hashes what it hands on, so that the sum is of what was packed."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.sha = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.sha.update(data)
        return data


def _facts(kind: str, reason: str) -> dict[str, object]:
    return {
        "broadsheet": __version__,
        "django": version("Django"),
        "wagtail": version("wagtail"),
        "python": platform.python_version(),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "reason": reason,
        "database": kind,
    }


def _add_manifest(archive: tarfile.TarFile, manifest: dict[str, object]) -> None:
    data = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size, info.mode = len(data), 0o600
    archive.addfile(info, io.BytesIO(data))
