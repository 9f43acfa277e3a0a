"""Threads that hold words: what the wire's search finds among takes, as lines of the list."""

from __future__ import annotations

from broadsheet.newsroom.access import Desk
from broadsheet.newsroom.wire.filters import Filters
from broadsheet.newsroom.wire.rows import Snippet
from broadsheet.newsroom.wire.window import PER_SCREEN, Screen, with_what_a_row_shows
from broadsheet.wire.finding import search
from broadsheet.wire.models import Take, Thread

#: How many takes are asked for at once; filters leave some of their threads out.
HITS = 200


def found(desk: Desk, filters: Filters, before: str) -> Screen:
    """The threads whose takes hold the words of `filters.q`, the newest take first; `before` is the
    take from which the search goes on."""
    start = int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else None
    hits = search(desk.paper, filters.q, limit=HITS, before=start)
    threads_of = dict(
        Take.objects.filter(pk__in=[hit.take for hit in hits]).values_list("pk", "thread")
    )
    wanted = with_what_a_row_shows(Thread.objects.filter(pk__in=set(threads_of.values())))
    fits = {thread.pk: thread for thread in filters.applied(wanted, desk.user)}
    shown: dict[int, Snippet] = {}
    last: int | None = None
    for hit in hits:
        pk = threads_of.get(hit.take)
        if pk is None or pk not in fits or pk in shown:
            continue
        if len(shown) == PER_SCREEN:
            return Screen([fits[one] for one in shown], older=last, snippets=shown)
        shown[pk] = tuple(hit.snippet)
        last = hit.take
    more = hits[-1].take if len(hits) == HITS else None
    return Screen([fits[pk] for pk in shown], older=more, snippets=shown)
