"""What could not be read: the list, and one of them with its first bytes and a way to have it whole."""

from __future__ import annotations

import re
from posixpath import basename
from urllib.parse import unquote, urlsplit

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.wires.peek import MOST, peek
from broadsheet.newsroom.wires.standing import held_count
from broadsheet.wire.coming.addresses import masked
from broadsheet.wire.models import Delivery

PER_SCREEN = 30
TABS = {
    Delivery.State.QUARANTINED.value: "In quarantine",
    Delivery.State.SET_ASIDE.value: "Set aside",
}


@needs("write")
def quarantine(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/quarantine/?state=&p=&done=`; the newest comes first."""
    state = request.GET.get("state", "")
    state = state if state in TABS else Delivery.State.QUARANTINED.value
    found = Delivery.objects.filter(paper=desk.paper, state=state).defer("packed")
    screen = Paginator(
        found.select_related("wire").order_by("-received", "-id"), PER_SCREEN
    ).get_page(request.GET.get("p"))
    done = request.GET.get("done", "")
    context = {
        "screen": screen,
        "rows": [(delivery, name_of(delivery)) for delivery in screen.object_list],
        "state": state,
        "tabs": TABS,
        "held": held_count(desk.paper),
        "done": _set_aside(desk, done) if done.isdecimal() else None,
    }
    return show(request, desk, "newsroom/wires/quarantine.html", context)


def _set_aside(desk: Desk, pk: str) -> Delivery | None:
    found: Delivery | None = Delivery.objects.filter(
        paper=desk.paper, state=Delivery.State.SET_ASIDE, pk=pk
    ).first()
    return found


@needs("write")
def held(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    """`GET /newsroom/quarantine/<id>/`"""
    delivery = find_held(desk, delivery_id)
    context = {
        "delivery": delivery,
        "name": name_of(delivery),
        "text": peek(delivery),
        "cut": delivery.size > MOST,
        "is_aside": delivery.state == Delivery.State.SET_ASIDE,
    }
    return show(request, desk, "newsroom/wires/held.html", context)


@needs("write")
def whole(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    """`GET /newsroom/quarantine/<id>/whole`: the bytes as they came, to be saved and never shown
    by a browser, whatever they are."""
    return as_a_file(find_held(desk, delivery_id))


def as_a_file(delivery: Delivery) -> HttpResponse:
    """A delivery's bytes, to be saved."""
    answer = HttpResponse(delivery.data, content_type="application/octet-stream")
    name = content_disposition_header(True, _file_name(delivery))
    answer["Content-Disposition"] = name or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def find_held(desk: Desk, delivery_id: int) -> Delivery:
    """A delivery that could not be read, if it is one of this paper's."""
    found: Delivery = get_object_or_404(
        Delivery.objects.select_related("wire"), pk=delivery_id, paper=desk.paper, state__in=TABS
    )
    return found


def name_of(delivery: Delivery) -> str:
    """What it is called: a file's name, or an address without keys."""
    return masked(delivery.name) or f"delivery {delivery.pk}"


def _file_name(delivery: Delivery) -> str:
    """A file name without anything that leads elsewhere."""
    path = urlsplit(delivery.name).path if "://" in delivery.name else delivery.name
    clean = re.sub(r"[^\w.-]+", "-", basename(unquote(path))).strip(".-")
    return clean[-80:].lstrip(".-") or f"delivery-{delivery.pk}"
