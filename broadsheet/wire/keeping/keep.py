"""One delivery from its bytes to its takes, in one transaction.

Whoever brings a delivery (a poll, a folder, a mailbox, a push) says that it was received only
after `keep` has returned: by then it is committed. To bring one again has no effect.
"""

from __future__ import annotations

import hashlib
import json
import logging
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from broadsheet.wire import formats, shelf
from broadsheet.wire.keeping.agencies import agency_of
from broadsheet.wire.keeping.storable import storable, words
from broadsheet.wire.models import Delivery, Take, Waiting, Wire
from broadsheet.wire.signals import delivery_quarantined, take_kept
from broadsheet.wire.threads.joining import Place, join, lineage_keys, place_for
from broadsheet.wire.threads.marks import Marks, marks_of

log = logging.getLogger(__name__)
#: What a take is the same by when it is brought again; the rest may differ from poll to poll.
_SAME = [
    "status",
    "headline",
    "slugline",
    "byline",
    "dateline",
    "credit",
    "embargo",
    "versioned",
    "version",
    "paragraphs",
    "media",
    "notes",
    "urgency",
    "signals",
]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a delivery.

    Attributes:
        delivery: as it is kept; None when nothing in it was new and it was brought before.
        takes: the new takes in it, in order.
        known: how many of its items were kept before.
        problem: why it lies in quarantine; empty when it was read.
        guids: what its items are known by, new and old; empty when just these bytes are kept.
    """

    delivery: Delivery | None
    takes: tuple[Take, ...] = ()
    known: int = 0
    problem: str = ""
    guids: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Read:
    """A delivery's items, read before the transaction opens."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    marks: list[Marks] = field(default_factory=list)
    problem: str = ""


def keep(
    data: bytes,
    paper: Site,
    *,
    wire: Wire | None = None,
    name: str = "",
    received: datetime | None = None,
) -> Kept:
    """Keep what a wire brought.

    Args:
        data: the bytes as they came.
        paper: whose it is.
        wire: what brought it; None when it was put in by hand.
        name: a file's name or an address, for people; the format is found from the bytes.
        received: when it came; now, when not given.

    Raises:
        django.db.Error: the database refused; nothing is kept, and it must be brought again.
    """
    digest = hashlib.sha256(data).digest()
    if shelf.holds(paper.pk, digest):
        return Kept(None, known=1)
    read = _read(data, name)
    delivery = Delivery(
        paper=paper,
        wire=wire,
        digest=digest,
        packed=zlib.compress(data, 6),
        size=len(data),
        name=words(name)[:400],
        received=received or timezone.now(),
        state=Delivery.State.QUARANTINED if read.problem else Delivery.State.READ,
        reason=words(read.problem),
    )
    try:
        with transaction.atomic():
            return _store(delivery, read)
    except IntegrityError:
        # Another process kept the same bytes at the same moment.
        if not shelf.holds(paper.pk, digest):
            raise
        return Kept(None, known=1)
    except (DataError, ValueError, OverflowError) as error:
        # It would fail again each time that it is brought: people must see it.
        log.exception("what is in “%s” cannot be kept", delivery.name)
        return _set_apart(delivery, error)


def _set_apart(delivery: Delivery, error: Exception) -> Kept:
    """Keep a delivery whose takes cannot be kept: whole, in quarantine."""
    reason = f"what is in it cannot be kept: {' '.join(str(error).split())}"
    delivery.state, delivery.reason = Delivery.State.QUARANTINED, words(reason)
    with transaction.atomic():
        return _store(delivery, _Read(problem=delivery.reason))


def read_again(delivery: Delivery) -> bool:
    """Read a kept delivery anew, in the caller's transaction; whether it can be read now."""
    read = _read(delivery.data, delivery.name)
    if read.problem:
        Delivery.objects.filter(pk=delivery.pk).update(reason=read.problem)
        return False
    for one in _fresh(delivery.paper_id, read):
        _take(delivery, *one)
    Delivery.objects.filter(pk=delivery.pk).update(state=Delivery.State.READ, reason="")
    return True


def _read(data: bytes, name: str) -> _Read:
    rows = [storable(item.to_json()) for item in formats.items(data, name=name)]
    good = [row for row in rows if row["format"] and (row["guid"] or row["paragraphs"])]
    if not good:
        problems = [problem for row in rows for problem in row["problems"]]
        return _Read(problem="; ".join(problems) or "nothing in it could be read")
    return _Read(good, [marks_of(row["paragraphs"]) for row in good])


def _store(delivery: Delivery, read: _Read) -> Kept:
    fresh = _fresh(delivery.paper_id, read)
    guids = frozenset(row["guid"] for row in read.rows)
    if read.rows and not fresh:
        return Kept(None, known=len(read.rows), guids=guids)
    delivery.pk = shelf.put_delivery(
        delivery.paper_id, delivery.wire_id, bytes(delivery.digest), bytes(delivery.packed), delivery.size,
        delivery.name, delivery.received, delivery.state, delivery.reason,
    )  # fmt: skip
    if read.problem:
        delivery_quarantined.send(Delivery, delivery=delivery)
        return Kept(delivery, problem=read.problem)
    takes = tuple(_take(delivery, *one) for one in fresh)
    if delivery.wire_id and takes:
        Wire.objects.filter(pk=delivery.wire_id).update(last_take=delivery.received)
    return Kept(delivery, takes, known=len(read.rows) - len(takes), guids=guids)


def _fresh(paper: int, read: _Read) -> list[tuple[int, dict[str, Any], Marks, bytes]]:
    """The items that were not kept before: a feed brings its old ones with every poll."""
    rows = []
    seen: set[tuple[str, bytes]] = set()
    for place, (row, marks) in enumerate(zip(read.rows, read.marks, strict=True)):
        row["guid"] = guid_of(row)
        digest = digest_of(row)
        if (row["guid"], digest) not in seen:
            seen.add((row["guid"], digest))
            rows.append((place, row, marks, digest))
    known = shelf.known(paper, sorted({row["guid"] for _, row, _, _ in rows}))
    return [one for one in rows if (one[1]["guid"], one[3]) not in known]


def guid_of(row: dict[str, Any]) -> str:
    """What an item is known by; one that brings no guid is known by its words."""
    if row["guid"]:
        return str(row["guid"])[:500]
    copy = json.dumps([row["headline"], row["paragraphs"]], ensure_ascii=False)
    return "words:" + hashlib.sha256(copy.encode()).hexdigest()[:32]


def digest_of(row: dict[str, Any]) -> bytes:
    """What one version of an item is told from another by, 16 bytes."""
    kept = json.dumps([row.get(key) for key in _SAME], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(kept.encode()).digest()[:16]


def _take(delivery: Delivery, place: int, row: dict[str, Any], marks: Marks, digest: bytes) -> Take:
    keys = list(dict.fromkeys([*lineage_keys(row), *marks.keys()]))
    versioned = _moment(row["versioned"] or row["published"]) or delivery.received
    found = place_for(delivery.paper_id, row, marks, keys, versioned)
    agency = agency_of(delivery, row)
    columns = {
        "paper_id": delivery.paper_id,
        "delivery_id": delivery.pk,
        "place": place,
        "wire_id": delivery.wire_id,
        "agency_id": agency.pk if agency else None,
        "thread_id": (
            shelf.hold_thread(found.thread)
            if found.thread
            else shelf.put_thread(delivery.paper_id, delivery.received)
        ),
        "reason": found.reason[:200],
        "guid": row["guid"],
        "format": row["format"],
        "kind": row["kind"] or "other",
        "status": row["status"] or "usable",
        "urgency": _whole(row["urgency"]),
        "language": (row["language"] or "")[:35],
        "headline": row["headline"] or "",
        "versioned": versioned,
        "embargo": _moment(row["embargo"]),
        "received": delivery.received,
        "signals": list(row["signals"]),
        "replaces": list(row["replaces"]),
        "item": row,
        "digest": digest,
        "marks": marks.packed(),
        "newest": found.newest,
    }
    take = Take(pk=shelf.put_take(columns), **columns)
    shelf.put_marks(take.pk, keys)
    shelf.put_waiting(take.pk, _work(take, found))
    join(take, found)
    take_kept.send(Take, take=take)
    return take


def _work(take: Take, found: Place) -> list[str]:
    """What is to be done with a take once it is kept. The first take of a thread that says nothing
    of others concerns no story yet, unless it names what it takes back."""
    # A picture without a text is found by its headline.
    works = [Waiting.Work.READ.value] if take.paragraphs or take.headline else []
    if not take.usable or take.embargo or "kill" in take.signals:
        return [*works, Waiting.Work.ALARM.value]
    if found.thread is not None or take.replaces or take.signals:
        works.append(Waiting.Work.FOLLOW.value)
    return works


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _whole(value: object) -> int | None:
    try:
        return max(0, min(9, int(str(value)))) if value is not None else None
    except ValueError:
        return None
