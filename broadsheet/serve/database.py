"""The paper's database as one file, out and in again: SQLite by its backup interface, PostgreSQL
by its own programs. Needs no Django, so that it works on a paper that does not start."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from broadsheet.config import Config

SQLITE, POSTGRESQL = "sqlite", "postgresql"


class DatabaseError(OSError):
    """The database could not be copied. Its words say why and what to do."""


def kind(config: Config) -> str:
    """`sqlite` or `postgresql`."""
    return SQLITE if config.database_url.startswith("sqlite:") else POSTGRESQL


def sqlite_path(config: Config) -> Path:
    """Where the SQLite file lies."""
    return config.folder / config.database_url.removeprefix("sqlite:///")


def copy_out(config: Config, to: Path) -> None:
    """Write the database, as it is at one moment, into the new file `to`; writers go on meanwhile.

    Raises:
        DatabaseError: there is none, it is damaged, or PostgreSQL's programs are missing or fail.
        OSError: `to` cannot be written.
    """
    if kind(config) == SQLITE:
        _copy_sqlite(sqlite_path(config), to)
    else:
        _run(config, "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={to}")


def _copy_sqlite(path: Path, to: Path) -> None:
    if not path.is_file():
        raise DatabaseError(f"There is no database at {path}. Start the paper once to make it.")
    try:
        with (
            closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=20)) as source,
            closing(sqlite3.connect(to)) as copy,
        ):
            # In one step: a copy in many begins anew whenever somebody writes in between.
            source.backup(copy)
            # The copy is one file, with no journal beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise DatabaseError(f"The database {path} cannot be copied: {error}.") from error
    if found != "ok":
        raise DatabaseError(
            f"The database {path} is damaged: {found}. Restore the last good backup."
        )


def copy_in(config: Config, from_file: Path, *, force: bool = False) -> None:
    """Put a copy into the PostgreSQL database of the settings; all of it or nothing.

    Raises:
        DatabaseError: the database holds tables and `force` is not set, or PostgreSQL's programs
            are missing or fail.
    """
    if not force and holds_tables(config):
        raise DatabaseError(
            "The PostgreSQL database of database_url holds tables already; nothing was changed. "
            "Name an empty one, or use --force."
        )
    clean = ["--clean", "--if-exists"] if force else []
    _run(config, "pg_restore", "--no-owner", "--no-acl", "--single-transaction", "--exit-on-error",
         *clean, str(from_file))  # fmt: skip


def holds_tables(config: Config) -> bool:
    """Whether the PostgreSQL database of the settings holds any table of ours or of Django's."""
    question = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    return _run(config, "psql", "--no-psqlrc", "-Atc", question).strip() != "0"


def _run(config: Config, name: str, *words: str) -> str:
    address, password = _address(config.database_url)
    program = _program(name)
    # The password goes by the environment: a command line can be read by every user.
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    command = [program, f"--dbname={address}", "--no-password", *words]
    done = subprocess.run(  # noqa: S603
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DatabaseError(f"{name} failed: {' '.join(done.stderr.split())[:400]}")
    return done.stdout


def _address(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    netloc = f"{name}@{host}" if name else host
    return urlunsplit(parts._replace(netloc=netloc)), unquote(password)


def _program(name: str) -> str:
    # Debian keeps each version's programs apart; the newest reads every older server.
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=_version, reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*folders, os.environ.get("PATH", "")]))
    if found is None:
        raise DatabaseError(
            f"PostgreSQL's program {name} is not installed here. Install PostgreSQL's client "
            "programs (Debian: postgresql-client)."
        )
    return found


def _version(folder: str) -> int:
    number = Path(folder).parent.name
    return int(number) if number.isdecimal() else 0
