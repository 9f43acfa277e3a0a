"""What is wrong with this installation: each check looks at one thing and gives remarks in plain
words. Nothing is changed by looking."""

from __future__ import annotations

import os
import shutil
import smtplib
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from broadsheet.config import Config
from broadsheet.serve import database
from broadsheet.serve.backup import LAST, SECRET

#: Bytes that must be free, besides twice the database for the backup before a migration.
ROOM = 500_000_000
WEEK = 7 * 86_400
#: The year of this program: a clock that shows an earlier one is wrong.
YEAR = 2026
#: The first SQLite that Django 5.2 works with (its release notes).
SQLITE_LEAST = (3, 31, 0)


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong: what, where, and what to do, each a plain sentence or name."""

    what: str
    where: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.do}"


Check = Callable[[Config], Iterator[Remark]]


def examine(config: Config) -> list[Remark]:
    """Every check that needs no Django, in the order in which one would mend."""
    return [remark for check in CHECKS for remark in check(config)]


def writable(config: Config) -> Iterator[Remark]:
    """The data folder can be written to, by this user and by no other."""
    for folder in (config.folder, config.data):
        if folder.is_dir() and (why := _refused(folder)):
            yield Remark(
                f"This user cannot write here ({why}).",
                str(folder),
                f"Give it to the user that runs the paper: chown -R USER {folder}",
            )
    if config.data.is_dir() and stat.S_IMODE(config.data.stat().st_mode) & 0o007:
        yield Remark(
            "Every user of this machine can look into it; readers' addresses lie there.",
            str(config.data),
            f"Close it: chmod 700 {config.data}",
        )


def _refused(folder: Path) -> str:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def secret(config: Config) -> Iterator[Remark]:
    """There is a secret, long enough, and nobody else reads it."""
    path = config.data / SECRET
    if config.secret_key:
        if len(config.secret_key) < 50:
            yield Remark(
                "It has less than 50 characters.",
                f"setting secret_key ({config.origins['secret_key']})",
                "Leave it empty: the paper then makes one.",
            )
    elif not path.is_file():
        yield Remark(
            "There is no secret.",
            str(path),
            "If this paper has run before, take it from a backup: readers' addresses cannot be "
            "read without it. A new paper makes one at its first start.",
        )
    elif len(path.read_text(encoding="utf-8").strip()) < 50:
        yield Remark("The secret is cut short.", str(path), "Take it from a backup.")
    elif stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Remark(
            "Other users of this machine can read it.", str(path), f"Close it: chmod 600 {path}"
        )


def disk(config: Config) -> Iterator[Remark]:
    """There is room for pictures, sheets and the next backup."""
    free = shutil.disk_usage(config.folder).free
    wanted = ROOM
    if database.kind(config) == database.SQLITE and database.sqlite_path(config).is_file():
        wanted += 2 * database.sqlite_path(config).stat().st_size
    if free < wanted:
        yield Remark(
            f"The disk is nearly full: {free // 1_000_000:,} MB are free.",
            str(config.folder),
            f"Make room: at least {wanted // 1_000_000:,} MB.",
        )


def clock(config: Config) -> Iterator[Remark]:
    """The machine's clock and its time zones can be right."""
    do = "Set the clock, best by the network: timedatectl set-ntp true"
    now = time.time()
    year = datetime.fromtimestamp(now, UTC).year
    path = database.sqlite_path(config)
    if not YEAR <= year < YEAR + 50:
        yield Remark(f"It shows the year {year}.", "the clock", do)
    elif path.is_file() and path.stat().st_mtime > now + 600:
        yield Remark("It is behind the last change of the database.", "the clock", do)
    try:
        ZoneInfo("Asia/Kolkata")
    except ZoneInfoNotFoundError:
        yield Remark(
            "There is no table of time zones.", "this Python", "Install the package tzdata."
        )


def port(config: Config) -> Iterator[Remark]:
    """The port is free, or a healthy paper answers on it."""
    import urllib3

    from broadsheet.serve.ports import PortError, check_free

    try:
        check_free(config.host, config.port)
        return
    except PortError as error:
        words = str(error)
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(config.host, config.host)  # noqa: S104
    try:
        with urllib3.PoolManager(retries=False, timeout=3.0) as pool:
            answer = pool.request("GET", f"http://{host}:{config.port}/healthz", redirect=False)
        said = answer.data[:200].decode("utf-8", "replace").strip()
    except urllib3.exceptions.HTTPError:
        said = ""
    if said != "ok":
        yield Remark(words, f"{config.host}:{config.port}", "Or set another port.")


def addresses(config: Config) -> Iterator[Remark]:
    """public_url, https_only and debug go together."""
    public, where = urlsplit(config.public_url), "setting public_url"
    if config.public_url and not (public.scheme in {"http", "https"} and public.hostname):
        yield Remark(
            f"'{config.public_url}' is no address.", where, "Write it like https://www.example.org."
        )
    elif public.scheme == "https" and not config.https_only:
        yield Remark(
            "public_url is HTTPS, but cookies may cross plain HTTP.",
            "setting https_only",
            "Set https_only = true once HTTPS works.",
        )
    elif public.scheme == "http" and config.https_only:
        yield Remark(
            "public_url is plain HTTP, but https_only sends everybody to HTTPS.",
            where,
            "Begin public_url with https://.",
        )
    if config.debug and (config.public_url or not _loopback(config.host)):
        yield Remark(
            "Errors are shown in full to whoever asks.", "setting debug", "Set debug = false."
        )


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def mail(config: Config) -> Iterator[Remark]:
    """The mail server answers, when one is set; no mail is sent and no password."""
    parts = urlsplit(config.mail_url)
    if not config.mail_url or not parts.hostname:
        return
    secure = parts.scheme == "smtps"
    kind = smtplib.SMTP_SSL if secure else smtplib.SMTP
    number = parts.port or (465 if secure else 587)
    try:
        with kind(parts.hostname, number, timeout=5) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        yield Remark(
            f"The mail server does not answer ({error}).",
            f"setting mail_url ({parts.hostname}:{number})",
            "Check host and port, or leave mail_url empty: invitations are then shown as links.",
        )


def versions(config: Config) -> Iterator[Remark]:
    """SQLite is new enough, and SQLite's file lies where it can be shared."""
    path = database.sqlite_path(config)
    if database.kind(config) != database.SQLITE or not path.is_file():
        return
    if sqlite3.sqlite_version_info < SQLITE_LEAST:
        yield Remark(
            f"SQLite {sqlite3.sqlite_version} is too old.", sys.executable, "Use 3.31 or newer."
        )
    try:
        found = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        mode = found.execute("PRAGMA journal_mode").fetchone()[0]
        found.close()
    except sqlite3.Error as error:
        yield Remark(f"SQLite cannot read it: {error}.", str(path), "Restore the last backup.")
        return
    if mode != "wal":
        yield Remark(
            f"The database's journal is '{mode}', not WAL: readers wait for writers.",
            str(path),
            "Keep it on a local disk, not on a network's, and start the paper anew.",
        )


def has_backup(config: Config) -> Iterator[Remark]:
    """There is a backup of the last week; asked only of a paper that holds stories."""
    last, founded = config.data / LAST, config.data / SECRET
    newest = next((path.stat().st_mtime for path in (last, founded) if path.is_file()), None)
    if newest is not None and time.time() - newest > WEEK:
        days = int((time.time() - newest) // 86_400)
        words = f"The last backup is {days} days old." if last.is_file() else "There is no backup."
        yield Remark(
            words, str(config.folder), "Make one, best every night: broadsheet backup FOLDER"
        )


def tables(config: Config) -> Iterator[Remark]:
    """The database answers and has the tables of this program. Django must be set up."""
    from django.db import Error

    from broadsheet.serve.healthz import pending_migrations
    from broadsheet.serve.ready import holds_stories

    where = "the database"
    if database.kind(config) == database.SQLITE:
        path = database.sqlite_path(config)
        where = str(path)
        if not path.is_file():
            # Asking would make an empty one.
            yield Remark("There is no database.", where, "Start the paper once: broadsheet serve")
            return
    try:
        waiting = pending_migrations()
        if holds_stories():
            yield from has_backup(config)
    except Error as error:
        yield Remark(
            f"It cannot be reached: {' '.join(str(error).split()).rstrip('.?')}.",
            where,
            "Start it, or check database_url.",
        )
        return
    if waiting:
        yield Remark(
            f"{len(waiting)} migrations wait, the first is {waiting[0]}.",
            where,
            "Start the paper anew: it makes a backup and brings the tables up to date.",
        )
    else:
        yield from record()


def record() -> Iterator[Remark]:
    """The chain of public texts is whole. Django must be set up, and the tables up to date."""
    from broadsheet.paper.models import Story
    from broadsheet.paper.versions import broken_links

    for story in Story.objects.only("pk", "title").order_by("pk").iterator():
        if broken := broken_links(story):
            numbers = ", ".join(map(str, broken))
            yield Remark(
                f"Its record was altered at version {numbers}: what was printed cannot be shown.",
                f"story {story.pk}, “{story.title}”",
                "Compare it with a backup: broadsheet restore into a new folder.",
            )


CHECKS: tuple[Check, ...] = (
    writable,
    secret,
    disk,
    clock,
    versions,
    addresses,
    mail,
    port,
)


def can_load(config: Config) -> bool:
    """Whether Django may be set up to look at the tables: without a secret that would make one."""
    path = config.data / SECRET
    return bool(config.secret_key) or (path.is_file() and os.access(path, os.R_OK))
