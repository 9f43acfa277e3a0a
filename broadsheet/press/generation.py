"""The generation: a number in the database that goes up in the transaction of every change that
readers see, with a row that says what the change touched. Whoever reads the number again after
that commit knows which of its sheets are void."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from broadsheet.press.models import Change, Generation
from broadsheet.reads import EVERYTHING, Touched


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


def changes_after(number: int) -> Iterator[tuple[int, Touched]]:
    """What later changes touched, in their order.

    Raises:
        django.db.Error: the database cannot be reached.
    """
    rows = Change.objects.filter(number__gt=number).order_by("number")
    for at, touched in rows.values_list("number", "touched").iterator(2000):
        lists = {key: set(places) for key, places in touched["lists"].items()}
        yield at, Touched(set(touched["keys"]), lists)


def first_kept() -> int:
    """The number of the oldest change that is still on record; 0 when none is."""
    oldest = Change.objects.order_by("number").values_list("number", flat=True).first()
    return oldest or 0


def begin(touched: Touched) -> int:
    """Write down what a change touches, in the transaction that is open; gives its number."""
    with transaction.atomic():
        if not Generation.objects.update(number=F("number") + 1):
            # The fixed key makes two first publications meet in one row.
            Generation.objects.get_or_create(pk=1, defaults={"number": 0})
            Generation.objects.update(number=F("number") + 1)
        number = current()
        said = {
            "keys": sorted(touched.keys),
            "lists": {key: sorted(places) for key, places in touched.lists.items()},
        }
        Change.objects.create(
            number=number, touched=json.loads(json.dumps(said)), made=timezone.now()
        )
    return number


def printed_matter_changed(touched: Touched | None = None, **kwargs: Any) -> None:
    """Receives the paper's and the replies' signals. A change that does not say what it touches
    touches everything."""
    if touched is None:
        touched = Touched({EVERYTHING})
    if touched:
        begin(touched)


def forget(before: datetime) -> int:
    """Delete the record of changes made before a moment, the last one excepted; gives how many."""
    last = current()
    gone, _ = Change.objects.filter(made__lt=before, number__lt=last).delete()
    return int(gone)
