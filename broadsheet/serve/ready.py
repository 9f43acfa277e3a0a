"""Makes a paper ready to be served: tables up to date (with a backup before, if it holds stories)
and a paper in them. `serve`, `file` and the other commands all come through here."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from broadsheet.serve import schema
from broadsheet.serve.healthz import pending_migrations

#: What a paper is called until its editor says so.
NAME = "The Broadsheet"


def make_ready(
    name: str = NAME,
    *,
    motto: str = "",
    language: str = "en",
    time_zone: str = "UTC",
    sections: Sequence[str] = (),
) -> None:
    """Migrate if need be and found a paper if there is none. Django must be set up.

    Args:
        name, motto, language, time_zone, sections: of a paper that is founded now; see
            broadsheet.paper.founding.found.

    Raises:
        django.db.Error: the database cannot be reached or written to.
        OSError: the folder cannot be written to, or there is no room for the backup.
    """
    for folder in (settings.DATA, settings.STATIC_ROOT, settings.MEDIA_ROOT):
        Path(folder).mkdir(parents=True, exist_ok=True)
    with _alone(settings.DATA / "ready.lock"):
        if connection.vendor == "sqlite":
            schema.lay(Path(connection.settings_dict["NAME"]))
        if pending_migrations():
            _back_up_if_it_holds_stories()
            call_command("migrate", verbosity=0, interactive=False)
        _found_if_there_is_none(
            name, motto=motto, language=language, time_zone=time_zone, sections=sections
        )


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    # Two commands that start at once would both migrate; the second waits for the first.
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def holds_stories() -> bool:
    """Whether there is a story, whatever state the tables are in."""
    # Not through the ORM: the table may still lack columns that the program knows.
    table = "broadsheet_paper_story"
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return False
        cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None


def _back_up_if_it_holds_stories() -> None:
    if holds_stories():
        from broadsheet.serve.backup import make_backup

        make_backup(settings.CONFIG, "before-migration")


def _found_if_there_is_none(name: str, **particulars: Any) -> None:
    from broadsheet.paper.founding import found, only_paper

    if only_paper() is None:
        public = urlsplit(settings.CONFIG.public_url)
        found(
            name,
            hostname=public.hostname or "localhost",
            port=public.port or (443 if public.scheme == "https" else 80),
            **particulars,
        )
