"""The queue of takes that the copy desk has still to read.

The newest take is read first: it is the one that an editor looks at. Reading happens outside any
transaction; what was found is written in small batches, each take's row of the queue going in the same
transaction, so that a crash leaves to be read what was not written.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from broadsheet import copydesk
from broadsheet.copydesk.style import StyleError, choose_style
from broadsheet.wire.finding.index import put_words
from broadsheet.wire.models import Take, TakeReading, Waiting
from broadsheet.wire.signals import take_read

log = logging.getLogger(__name__)
#: Takes that are read before what was found in them is written.
BATCH = 16
#: What is read of a take; a longer text is a table or a mistake, and would hold all others up.
MOST_CHARACTERS = 200_000
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class _Read:
    """One take with what was found in it."""

    waiting: int
    take: Take
    reading: TakeReading


def read_some(most: int = BATCH) -> int:
    """Read the newest takes that wait; gives how many were read. 0: nothing waits."""
    rows = Waiting.objects.filter(work=Waiting.Work.READ).order_by("-id")
    # Two workers would read the same takes; the second finds its rows gone and writes nothing.
    waiting = list(rows.select_related("take__agency")[:most])
    if waiting:
        _write([_Read(row.pk, row.take, reading_of(row.take)) for row in waiting])
    return len(waiting)


def reading_of(take: Take) -> TakeReading:
    """What the copy desk finds in a take, not saved. Places in findings are those of the take's
    paragraphs, joined by an empty line."""
    try:
        findings = _findings(take)
    except Exception as error:
        # One take that breaks the reader must not stop the reading of all others.
        log.exception("the copy desk could not read take %s", take.pk)
        problem = f"{type(error).__name__}: {error}"
        return TakeReading(take=take, read=timezone.now(), problem=problem)
    levels = [row["level"] for row in findings]
    return TakeReading(
        take=take,
        read=timezone.now(),
        fixes=levels.count("fix"),
        queries=levels.count("query"),
        styles=levels.count("style"),
        findings=findings,
    )


def _findings(take: Take) -> list[dict[str, Any]]:
    head = f"{' '.join(take.headline.split())}{BETWEEN}" if take.headline.strip() else ""
    body = BETWEEN.join(take.paragraphs)[:MOST_CHARACTERS]
    text = f"{head}{body}\n"
    if take.agency is not None:
        text += f"\n({take.agency.name})\n"
    reading = copydesk.read(text, published=take.versioned.date(), style=_style(text))
    found = []
    for finding in reading.findings:
        if finding.start >= len(head) and finding.end <= len(head) + len(body):
            found.append(_moved(asdict(finding), -len(head)))
    return found


def _moved(row: dict[str, Any], by: int) -> dict[str, Any]:
    evidence = [[start + by, end + by] for start, end in row["evidence"]]
    return {**row, "start": row["start"] + by, "end": row["end"] + by, "evidence": evidence}


def _style(text: str) -> copydesk.Style | None:
    try:
        return choose_style(settings.CONFIG.style, text, settings.CONFIG.folder)
    except StyleError as error:
        log.error("Copy is read without a house style: %s", error)
        return None


def _write(read: Sequence[_Read]) -> None:
    with transaction.atomic():
        for one in read:
            if not Waiting.objects.filter(pk=one.waiting).delete()[0]:
                continue
            reading = one.reading
            TakeReading.objects.update_or_create(
                take=one.take,
                defaults={
                    name: getattr(reading, name)
                    for name in ("read", "fixes", "queries", "styles", "findings", "problem")
                },
            )
            put_words(one.take)
            take_read.send(Take, take=one.take, reading=reading)
