"""The list of the wire room."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.wire.choices import choices
from broadsheet.newsroom.wire.filters import STANDINGS, Filters
from broadsheet.newsroom.wire.finding import found as words_found
from broadsheet.newsroom.wire.rows import Row, etag_of, rows
from broadsheet.newsroom.wire.window import WINDOW, Mark, Screen, list_address, screen
from broadsheet.paper import lists
from broadsheet.wire.models import Thread, Wire

#: Seconds between two questions of an open screen whether something came.
EVERY = 10
#: Reasons for spiking that are offered; any other may be written.
REASONS = ("Not for us", "We have it already", "Overtaken by events", "Advertising", "Too late")


@needs("read")
def wire_room(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/wire/?q=&wire=&agency=&section=&urgency=&language=&kind=&standing=&before=`

    Asked again with `If-None-Match` it answers 304 while nothing has changed; asked by the screen's
    own script (`X-Asked-By: screen`) it sends the list alone.
    """
    filters = Filters.of(request.GET)
    said = str(request.GET.get("before", ""))
    before = Mark.of(said)
    found = words_found(desk, filters, said) if filters.q else screen(desk, filters, before)
    lines = rows(found.threads, desk, found.snippets)
    etag = etag_of(lines, f"{found.older} {found.further} {desk.user.pk} {filters.address}")
    alone = request.headers.get("X-Asked-By") == "screen"
    if alone and (same := get_conditional_response(request, etag=etag)) is not None:
        return same
    context = _list(request, desk, filters, before, found, lines)
    if alone:
        answer = show(request, desk, "newsroom/wire/_list.html", context)
    else:
        context |= _around(request, desk, filters, before)
        answer = show(request, desk, "newsroom/wire/room.html", context)
    answer["ETag"] = etag
    return answer


def _list(
    request: HttpRequest,
    desk: Desk,
    filters: Filters,
    before: Mark | None,
    found: Screen,
    lines: list[Row],
) -> dict[str, Any]:
    return {
        "rows": lines,
        "filters": filters,
        "before": before,
        "older": found.older,
        "further": found.further,
        "window": WINDOW,
        "today": timezone.localdate().isoformat(),
        "here": list_address(request.GET.urlencode()),
        "filtered": filters.address,
        "no_wire": not lines and not filters and before is None and not _has_wire(desk),
    }


def _around(
    request: HttpRequest, desk: Desk, filters: Filters, before: Mark | None
) -> dict[str, Any]:
    return {
        "choices": choices(desk.paper, filters),
        "sections": lists.sections(desk.paper),
        "reasons": REASONS,
        "standings": STANDINGS,
        "spiked_now": _spiked_now(request, desk),
        "asks": EVERY if before is None else 0,
        "address": f"{reverse('newsroom:wire')}?{filters.address}",
    }


def _has_wire(desk: Desk) -> bool:
    return Wire.objects.filter(paper=desk.paper).exists()


def _spiked_now(request: HttpRequest, desk: Desk) -> list[int]:
    """The threads that were spiked by the last press of a button, to be taken back by one more."""
    asked = [n for n in request.GET.get("done", "").split(",") if n.isdecimal() and len(n) < 16]
    spiked = Thread.objects.filter(paper=desk.paper, spiked_by=desk.user, pk__in=asked[:60])
    return list(spiked.values_list("pk", flat=True))
