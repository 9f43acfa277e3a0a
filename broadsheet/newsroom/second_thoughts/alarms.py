"""The red band at the top of every screen, and how open screens learn of it."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from wagtail.models import Site

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.second_thoughts.lists import open_alarms

#: So many stand in the band; the rest is counted.
SHOWN = 3


def band(paper: Site | None) -> str:
    """The band's HTML; empty while nothing is open."""
    alarms = list(open_alarms(paper)[: SHOWN + 1]) if paper else []
    if not alarms:
        return ""
    more = open_alarms(paper).count() - SHOWN if len(alarms) > SHOWN else 0
    zone = paper.masthead.zone if paper else None
    with timezone.override(zone):
        return render_to_string(
            "newsroom/second_thoughts/_band.html", {"alarms": alarms[:SHOWN], "more": more}
        )


@needs("read")
def alarms(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/alarms/`: the band as it is now; 304 while it has not changed."""
    html = band(desk.paper)
    etag = quote_etag(sha256(html.encode()).hexdigest()[:32])
    answer = get_conditional_response(request, etag=etag, response=HttpResponse(html))
    found = answer if isinstance(answer, HttpResponse) else HttpResponse(html)
    found["ETag"] = etag
    return found
