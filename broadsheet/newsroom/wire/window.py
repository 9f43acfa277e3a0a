"""One screen of threads, newest first. Nothing is counted and no distance is skipped: a screen costs
the same at a million threads, and a filter that fits few looks through a bounded stretch only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from broadsheet.newsroom.access import Desk
from broadsheet.newsroom.wire.filters import Filters
from broadsheet.wire.models import Thread

PER_SCREEN = 30
#: How many of the newest threads a filter looks through before it asks whether to go on.
WINDOW = 5000


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the list: what comes after it is older."""

    latest: datetime
    thread: int

    def __str__(self) -> str:
        return f"{self.latest.isoformat()}~{self.thread}"

    @classmethod
    def of(cls, text: str) -> Mark | None:
        """The mark that an address names; None when it names none."""
        moment, _, number = text.rpartition("~")
        try:
            # A plus sign in an address is read as a space.
            mark = cls(datetime.fromisoformat(moment.replace(" ", "+")), int(number))
        except ValueError:
            return None
        return mark if mark.latest.tzinfo and 0 <= mark.thread < 2**63 else None


@dataclass(frozen=True, slots=True)
class Screen:
    """Some threads, and where the list goes on.

    Attributes:
        older: where more that fit are known to begin, for a search a take's id; None when none are
            known.
        further: where the stretch that was looked through ends, if older threads lie behind it.
        snippets: by thread, the words around what a search found.
    """

    threads: list[Thread]
    older: Mark | int | None = None
    further: Mark | None = None
    snippets: Mapping[int, tuple[tuple[str, bool], ...]] = field(default_factory=dict)


def screen(desk: Desk, filters: Filters, before: Mark | None) -> Screen:
    """The threads that fit, from a mark on; None begins with the newest."""
    every = _before(Thread.objects.filter(paper=desk.paper), before)
    edge = _edge(every) if filters.narrow else None
    found = filters.applied(every, desk.user)
    if edge is not None:
        found = found.filter(latest__gte=edge.latest).filter(
            Q(latest__gt=edge.latest) | Q(pk__gte=edge.thread)
        )
    threads = list(with_what_a_row_shows(found.order_by("-latest", "-pk"))[: PER_SCREEN + 1])
    if len(threads) > PER_SCREEN:
        last = threads[PER_SCREEN - 1]
        return Screen(threads[:PER_SCREEN], older=Mark(last.latest, last.pk))
    return Screen(threads, further=edge)


def with_what_a_row_shows(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """Threads with their best take and who has them, in one query."""
    return threads.select_related(
        "best__agency", "taken_by", "spiked_by", "sorting__section"
    ).defer("best__marks", "best__digest")


def _before(threads: QuerySet[Thread], mark: Mark | None) -> QuerySet[Thread]:
    if mark is None:
        return threads
    # The first condition alone is what the index answers; the second is for equal moments.
    return threads.filter(latest__lte=mark.latest).filter(
        Q(latest__lt=mark.latest) | Q(pk__lt=mark.thread)
    )


def _edge(threads: QuerySet[Thread]) -> Mark | None:
    """The oldest thread of the stretch; None when the stretch reaches the end."""
    ends = threads.order_by("-latest", "-pk").values_list("latest", "pk")[WINDOW - 1 : WINDOW + 1]
    found = list(ends)
    return Mark(*found[0]) if len(found) > 1 else None


def list_address(query: str) -> str:
    """What a form says of where the list stood, with nothing in it but filters and a mark."""
    said = QueryDict(query[:2000])
    mark = Mark.of(str(said.get("before", "")))
    return "&".join(
        filter(None, [Filters.of(said).address, urlencode({"before": mark}) if mark else ""])
    )
