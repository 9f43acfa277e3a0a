"""Deliveries that a wire keeps for a while only: removed with their takes when their time is over.

One that a story was made of, or that any other room points to, stays; so does what lies in
quarantine, and what a feed still brings, which would come back as new.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import datetime, timedelta

from django.db import Error, connection, models, transaction
from django.db.models import ManyToOneRel, ProtectedError
from django.utils import timezone

from broadsheet.wire.coming.polling import brought
from broadsheet.wire.models import Delivery, Take, Thread, Wire
from broadsheet.wire.threads.best import best_of

log = logging.getLogger(__name__)
#: Deliveries that are looked at at once; each is removed in a transaction of its own.
BATCH = 100
#: Seconds between two batches, in which others write.
PAUSE = 0.05
_working = threading.Lock()


def begin() -> threading.Thread | None:
    """Remove what is over, beside everything else; None when that is still going on, or no wire
    keeps for a while only."""
    if not Wire.objects.filter(keep_days__gt=0).exists() or not _working.acquire(blocking=False):
        return None
    thread = threading.Thread(target=_work, name="retention", daemon=True)
    thread.start()
    return thread


def _work() -> None:
    try:
        gone = forget()
        if gone:
            log.info("%d deliveries were kept long enough and removed", gone)
    except Error as error:
        log.warning("old takes wait for the database: %s", error)
    finally:
        _working.release()
        # The thread's own, which ends here.
        connection.close()


def forget(now: datetime | None = None, *, pause: float = PAUSE) -> int:
    """Remove the deliveries whose time is over; gives how many."""
    now = now or timezone.now()
    return sum(
        _forget_of(wire, now - timedelta(days=wire.keep_days), pause)
        for wire in Wire.objects.filter(keep_days__gt=0)
    )


def _forget_of(wire: Wire, before: datetime, pause: float) -> int:
    over = Delivery.objects.filter(wire=wire, received__lt=before).exclude(
        state=Delivery.State.QUARANTINED
    )
    gone, last = 0, 0
    while batch := list(
        over.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        gone += sum(_forget_one(wire, pk) for pk in batch)
        last = batch[-1]
        time.sleep(pause)
    return gone


def _forget_one(wire: Wire, pk: int) -> bool:
    brings = set(wire.remembered.get("brings") or ())
    try:
        with transaction.atomic():
            takes = list(Take.objects.filter(delivery=pk).values_list("pk", "guid", "thread"))
            if any(brought(guid) in brings for _, guid, _ in takes):
                return False
            if is_pointed_to([take for take, _, _ in takes]):
                return False
            Delivery.objects.filter(pk=pk).delete()
            for thread in {thread for _, _, thread in takes}:
                _mend(thread)
    except ProtectedError:
        return False
    return True


def is_pointed_to(takes: list[int]) -> bool:
    """Whether another room points to one of these takes in a way that should outlive it: a row that
    would go with the take (a rule's deed) says nothing of its own."""
    # Hidden ones too: most rooms give their relation no name on our side.
    relations = [
        field
        for field in Take._meta.get_fields(include_hidden=True)
        if isinstance(field, ManyToOneRel)
        and field.related_model._meta.app_label != Take._meta.app_label
        and field.on_delete is not models.CASCADE
    ]
    return any(
        relation.related_model._base_manager.filter(
            **{f"{relation.field.name}__in": takes}
        ).exists()
        for relation in relations
    )


def _mend(pk: int) -> None:
    """A thread after takes of it were removed: gone when it is empty, else counted anew."""
    thread = Thread.objects.select_for_update().get(pk=pk)
    left = Take.objects.filter(thread=thread)
    last = left.order_by("-received").values_list("received", flat=True).first()
    if last is None:
        _remove(thread)
        return
    thread.size, thread.latest, thread.best = left.count(), last, best_of(thread)
    thread.save(update_fields=["size", "latest", "best"])


def _remove(thread: Thread) -> None:
    """An empty thread; one into which others have gone stays until they go."""
    if Thread.objects.filter(gone_into=thread).exists():
        Thread.objects.filter(pk=thread.pk).update(size=0, best=None)
        return
    try:
        with transaction.atomic():
            thread.delete()
    except ProtectedError:
        Thread.objects.filter(pk=thread.pk).update(size=0, best=None)
