"""Which take stands for a thread, and what a thread's own row says of its takes."""

from __future__ import annotations

import math
from datetime import datetime

from django.db.models import Count, Max, Min
from django.utils import timezone

from broadsheet.wire import shelf
from broadsheet.wire.models import Take, Thread
from broadsheet.wire.shelf import Head
from broadsheet.wire.threads.marks import length_of

#: A text is fuller than another from half as many words more; below that the newer one counts.
FULLER = 1.5


def best_of(thread: Thread, now: datetime | None = None) -> Take | None:
    """The take that stands for a thread.

    Usable before withheld or canceled, free before embargoed, text before pictures; of each item
    its newest version; among several agencies' the fuller, then the newer one.

    Args:
        now: what embargoes are held against; now, when not given.
    """
    found = best_head(thread.pk, now)
    return Take.objects.get(pk=found) if found is not None else None


def best_head(thread: int, now: datetime | None = None) -> int | None:
    """The same by ids alone."""
    now = now or timezone.now()

    def rank(head: Head) -> tuple[bool, bool, bool, int, datetime, int]:
        free = head.embargo is None or head.embargo <= now
        full = round(math.log(max(length_of(head.marks), 1), FULLER))
        return head.status == "usable", free, head.kind == "text", full, head.versioned, head.pk

    best = max(shelf.heads(thread), key=rank, default=None)
    return best.pk if best is not None else None


def settle(thread: Thread) -> None:
    """Make a thread's row say again what is in it: size, best take, when it began and was last
    heard of. The caller holds the thread's row."""
    counted = Take.objects.filter(thread=thread).aggregate(
        size=Count("pk"), began=Min("received"), latest=Max("received")
    )
    thread.size = counted["size"]
    thread.began = counted["began"] or thread.began
    thread.latest = counted["latest"] or thread.latest
    thread.best_id = best_head(thread.pk)
    thread.save(update_fields=["size", "best", "began", "latest"])


def embargoes_ended(since: datetime, now: datetime | None = None) -> list[Thread]:
    """Threads whose best take is another one because an embargo ended; they are put right.

    What a list says of an embargo it works out by the clock; only which take stands for the
    thread is kept, and this keeps it true. To be called now and then, with some overlap.

    Args:
        since: embargoes that ended earlier were looked at before.
    """
    now = now or timezone.now()
    ended = Take.objects.filter(embargo__gt=since, embargo__lte=now, newest=True)
    changed = []
    for thread in Thread.objects.filter(pk__in=ended.values("thread"), gone_into=None):
        best = best_head(thread.pk, now)
        if best is not None and best != thread.best_id:
            Thread.objects.filter(pk=thread.pk).update(best=best)
            changed.append(thread)
    return changed
