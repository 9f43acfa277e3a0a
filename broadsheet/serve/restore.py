"""A paper brought back from a backup: unpacked beside its place and checked sum by sum, and only
then put there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from broadsheet import __version__, config
from broadsheet.serve import database, standing
from broadsheet.serve.backup import DATABASE, MANIFEST, SECRET, STAMP
from broadsheet.serve.folder import OWN

#: Bytes of the longest manifest that is read; a row is some 150 bytes.
MANIFEST_MOST = 512 * 1024 * 1024


class RestoreError(OSError):
    """Nothing was restored and nothing was changed. Its words say why and what to do."""


@dataclass(frozen=True)
class Restored:
    """What was brought back: when the backup was made (ISO 8601, UTC), by which version, how many
    files, and where the paper that stood there before lies now."""

    made: str
    version: str
    files: int
    before: Path | None


def restore(file: Path, folder: Path, *, force: bool = False) -> Restored:
    """Bring the paper in the backup `file` back into `folder`.

    Args:
        force: a paper that stands there is kept beside it, as FOLDER.before-restore-TIME; a
            PostgreSQL database that holds tables is copied into data/backups before.

    Raises:
        RestoreError: the file is no backup, broken or of a newer Broadsheet, or the place is taken.
        broadsheet.serve.database.DatabaseError: PostgreSQL refused.
        broadsheet.config.ConfigError: the backup's settings are wrong on this machine.
        OSError: there is no room, or the folder cannot be written to.
    """
    _check_place(folder, force=force)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as aside:
        staged = Path(aside) / "paper"
        manifest = _unpack_and_check(file, staged)
        _lay_out(staged, manifest, folder)
        before = _put_in_place(staged, folder)
    return Restored(manifest["made"], manifest["broadsheet"], len(manifest["files"]), before)


def _check_place(folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise RestoreError(f"{folder} is a file, not a folder. Name another one.")
    running = standing.where(folder / "data")
    if running is not None:
        raise RestoreError(
            f"The paper in {folder} is being served at {running}; nothing was changed. Stop it "
            "first, or what it writes now is lost."
        )
    if folder.exists() and any(folder.iterdir()) and not force:
        raise RestoreError(
            f"{folder} is not empty; nothing was changed. Name a new folder, or use --force: what "
            "stands there is then kept beside it."
        )


def _unpack_and_check(file: Path, to: Path) -> dict[str, Any]:
    to.mkdir(mode=0o700)
    try:
        with tarfile.open(file, mode="r:gz") as archive:
            for member in archive:
                _unpack(archive, member, to, file)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise RestoreError(
            f"{file} is no backup, or is broken: {error}. Nothing was restored; try an older one."
        ) from error
    except FileNotFoundError:
        raise RestoreError(f"There is no file {file}.") from None
    manifest = _manifest(to, file)
    _check_sums(to, manifest, file)
    return manifest


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, to: Path, file: Path) -> None:
    """One member of the archive. Python before 3.11.4 has no filter that refuses what would be
    written outside; a backup holds plain files only, so everything else is refused here."""
    name = PurePosixPath(member.name)
    held = archive.extractfile(member) if member.isreg() else None
    if held is None or name.is_absolute() or ".." in name.parts:
        raise RestoreError(
            f"{file} is not a safe backup: {member.name} is no plain file inside the paper. "
            "Nothing was restored."
        )
    path = to / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with held, path.open("wb") as out:
        shutil.copyfileobj(held, out)


def _manifest(staged: Path, file: Path) -> dict[str, Any]:
    path = staged / MANIFEST
    try:
        if path.stat().st_size > MANIFEST_MOST:
            raise ValueError("its manifest is too long")
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        DATABASE[manifest["database"]], manifest["broadsheet"], manifest["made"]
        [(row["name"], row["size"], row["sha256"]) for row in manifest["files"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RestoreError(
            f"{file} is no backup of Broadsheet ({MANIFEST}: {error}). Nothing was restored."
        ) from error
    if _parts(manifest["broadsheet"]) > _parts(__version__):
        raise RestoreError(
            f"{file} was made by Broadsheet {manifest['broadsheet']}; this is {__version__}. "
            "Install that version or a newer one first."
        )
    return manifest


def _parts(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in str(written).split(".") if part.isdecimal())


def _check_sums(staged: Path, manifest: Mapping[str, Any], file: Path) -> None:
    wanted = {row["name"]: row for row in manifest["files"]}
    held = {p.relative_to(staged).as_posix() for p in staged.rglob("*") if p.is_file()}
    held.discard(MANIFEST)
    bad = sorted(held ^ set(wanted))
    bad += [name for name in sorted(held & set(wanted)) if not _agrees(staged / name, wanted[name])]
    if bad:
        raise RestoreError(
            f"{file} is damaged: {bad[0]} is not what its manifest says"
            f"{f' (and {len(bad) - 1} more)' if len(bad) > 1 else ''}. Nothing was restored; "
            "try an older one."
        )


def _agrees(path: Path, row: Mapping[str, Any]) -> bool:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return bool(found == row["sha256"] and path.stat().st_size == row["size"])


def _lay_out(staged: Path, manifest: Mapping[str, Any], folder: Path) -> None:
    """Give the unpacked files the places that they have in an owner's folder."""
    data = staged / "data"
    data.mkdir(mode=0o700)
    for name in OWN:
        (staged / name).mkdir(exist_ok=True)
    for name in (SECRET, "media"):
        if (staged / name).exists():
            os.replace(staged / name, data / name)
    os.unlink(staged / MANIFEST)
    # As the paper will read its settings once it is in place: a relative path counts from there.
    settings = config.load(staged)
    kind, copy = manifest["database"], staged / DATABASE[manifest["database"]]
    if database.kind(settings) != kind:
        raise RestoreError(
            f"The backup holds a {kind} database, but database_url "
            f"({settings.origins['database_url']}) names another kind. Nothing was restored."
        )
    if kind == database.SQLITE:
        _place_sqlite(database.sqlite_path(settings), copy, staged, folder)
    else:
        _place_postgresql(settings, copy, data, force=folder.exists() and any(folder.iterdir()))


def _place_sqlite(to: Path, copy: Path, staged: Path, folder: Path) -> None:
    if to.exists():
        raise RestoreError(
            f"database_url names {to}, outside of {folder}, and there is a file already. Move it "
            "away first; nothing was restored."
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    os.chmod(copy, 0o600)
    shutil.move(copy, to)


def _place_postgresql(settings: config.Config, copy: Path, data: Path, *, force: bool) -> None:
    if force and database.holds_tables(settings):
        kept = data / "backups"
        kept.mkdir(mode=0o700)
        stamp = datetime.now(UTC).strftime(STAMP)
        database.copy_out(settings, kept / f"before-restore-{stamp}.pgdump")
    database.copy_in(settings, copy, force=force)
    copy.unlink()


def _put_in_place(staged: Path, folder: Path) -> Path | None:
    before = None
    if folder.exists() and any(folder.iterdir()):
        stamp = datetime.now(UTC).strftime(STAMP)
        before = folder.with_name(f"{folder.name}.before-restore-{stamp}")
        os.rename(folder, before)
    os.chmod(staged, 0o755)  # noqa: S103
    os.replace(staged, folder)
    return before
