"""The generation: a number in the database that goes up in the transaction of every change that
readers see. Whoever reads it again after that commit knows that the old sheets are void."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.models import F

from broadsheet.press.models import Generation


def current() -> int:
    """The number in force; 0 before anything was ever printed.

    Raises:
        django.db.Error: the database cannot be reached.
    """
    # Asked on every request: past the ORM, which costs four times the query itself.
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM broadsheet_press_generation ORDER BY id LIMIT 1")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def begin_new() -> None:
    """Make every sheet void, in the transaction that is open; once however often it is called
    there, and not at all if it is rolled back."""
    with transaction.atomic():
        if _begun_in_this_transaction():
            return
        if not Generation.objects.update(number=F("number") + 1):
            # The fixed key makes two first publications meet in one row.
            Generation.objects.get_or_create(pk=1, defaults={"number": 0})
            Generation.objects.update(number=F("number") + 1)
        transaction.on_commit(_mark)


def _mark() -> None:
    """Stands in the list of things to do after the commit, and so marks the transaction: Django
    takes it out again when the savepoint it belongs to is rolled back."""


def _begun_in_this_transaction() -> bool:
    return any(entry[1] is _mark for entry in connection.run_on_commit)


def printed_matter_changed(**kwargs: Any) -> None:
    """Receives the paper's and the replies' signals."""
    begin_new()
