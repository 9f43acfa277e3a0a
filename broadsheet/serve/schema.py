"""The first tables of a new SQLite paper, from a file that the migrations made.

A fresh `migrate` spends fifteen seconds on rendering Wagtail's two hundred migrations, nearly all
of it in Python and none of it different from one new paper to the next. So their outcome is kept
as `first_schema.sqlite3.gz` and copied into an empty database. It is used only when its
fingerprint is that of the migrations on this machine; else, and for any database that holds
anything, and on PostgreSQL, the migrations run as ever.

`python -m broadsheet.serve.schema` makes the file anew; a test compares it with the migrations.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

FILE = Path(__file__).with_name("first_schema.sqlite3.gz")


def fingerprint() -> str:
    """SHA-256 (hexadecimal) over the names of all migrations on this machine and the texts of
    ours. Django must be set up."""
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None, ignore_no_migrations=True)
    sha = hashlib.sha256()
    for app, name in sorted(loader.disk_migrations):
        sha.update(f"{app}.{name}\n".encode())
        module = sys.modules[type(loader.disk_migrations[app, name]).__module__]
        if app.startswith("broadsheet_") and module.__file__:
            sha.update(Path(module.__file__).read_bytes())
    return sha.hexdigest()


def fits() -> bool:
    """Whether the kept file is what the migrations on this machine would make."""
    return FILE.is_file() and _kept_fingerprint() == fingerprint()


def _kept_fingerprint() -> str:
    with gzip.open(FILE) as file:
        return file.readline().decode("ascii").strip()


def lay(database: Path) -> bool:
    """Put the first tables into `database` if it is missing or empty; whether that was done.

    Raises:
        OSError: the folder cannot be written to.
    """
    if (database.exists() and database.stat().st_size > 0) or not fits():
        return False
    database.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(FILE) as file:
        file.readline()
        image = file.read()
    handle, aside = tempfile.mkstemp(dir=database.parent, prefix="laying-")
    with os.fdopen(handle, "wb") as out:
        out.write(image)
    # Never half a database, whatever happens in between.
    os.replace(aside, database)
    return True


def image_of(database: Path) -> bytes:
    """A database file as one compact image, with nothing left of its making."""
    connection = sqlite3.connect(database)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("UPDATE django_migrations SET applied = '2026-01-01 00:00:00'")
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    return database.read_bytes()


def main() -> int:
    """Run the migrations on an empty database and keep the outcome."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BROADSHEET_PAPER"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        image = image_of(Path(connections["default"].settings_dict["NAME"]))
        head = fingerprint().encode("ascii") + b"\n"
    # No time of making in the header: the same migrations give the same file.
    FILE.write_bytes(gzip.compress(head + image, 9, mtime=0))
    print(f"{FILE.name}: {len(image):,} bytes, {FILE.stat().st_size:,} packed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
