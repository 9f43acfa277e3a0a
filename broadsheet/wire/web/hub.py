"""`/wire/<slug>/hub/<key>/`: a hub asks whether we subscribed, and brings what is new (W3C WebSub)."""

from __future__ import annotations

import hmac
import logging

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from broadsheet.wire.coming import adding, hubs
from broadsheet.wire.coming.addresses import masked
from broadsheet.wire.coming.hubs import Subscription
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire
from broadsheet.wire.web.answers import BUSY, done, later, problem
from broadsheet.wire.web.bodies import BodyError, body_of, check_length
from broadsheet.wire.web.push import noted

log = logging.getLogger(__name__)


@csrf_exempt
def receive(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """GET: the hub verifies what we asked for, or denies it. POST: it brings what is new."""
    try:
        found = _found(slug, key)
        if request.method == "POST":
            return _take(request, *found) if found else _over()
        if request.method == "GET":
            return _verify(request, *found) if found else _unknown()
    except BodyError as error:
        return problem(error.status, str(error))
    except (OperationalError, InterfaceError) as error:
        log.warning("what a hub sent to %s was not kept: %s", slug, error)
        return later("The paper's database is busy or away. Send it again.", BUSY)
    return problem(405, "A hub asks by GET and brings by POST.", Allow="GET, POST")


def _found(slug: str, key: str) -> tuple[Wire, Subscription] | None:
    wires = Wire.objects.filter(slug=slug, kind=Wire.Kind.POLL).select_related("paper", "agency")
    for wire in wires:
        kept = hubs.subscription(wire)
        if kept and hmac.compare_digest(kept.key.encode(), key.encode("utf-8", "replace")):
            return wire, kept
    return None


def _verify(request: HttpRequest, wire: Wire, kept: Subscription) -> HttpResponse:
    said = request.GET
    mode, topic, challenge = (
        said.get(f"hub.{name}", "") for name in ("mode", "topic", "challenge")
    )
    if mode == "denied" and hubs.deny(wire, kept, topic, said.get("hub.reason", "")):
        return done({"denied": True})
    # An end of the subscription is never ours: we let the lease run out.
    if mode != "subscribe" or not challenge or not wire.working:
        return _unknown()
    if not hubs.confirm(wire, kept, topic, said.get("hub.lease_seconds", "")):
        return _unknown()
    return HttpResponse(
        challenge, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )


def _take(request: HttpRequest, wire: Wire, kept: Subscription) -> HttpResponse:
    if not wire.working:
        # It is subscribed to anew when the wire is switched on.
        hubs.remember(wire, None)
        return _over()
    length = check_length(request)
    data = body_of(request, length)
    if not hubs.is_signed(kept, data, request.headers.get("X-Hub-Signature", "")):
        # Section 7.1: it is ignored, and who sent it learns nothing from the answer.
        log.warning("wire %s: what came in the hub's name is not signed by it", wire.name)
        return done({})
    if not data.strip():
        # Some hubs say only that there is something.
        adding.ask_now(wire)
        return done({})
    received = timezone.now()
    noted(wire, [keep(data, wire.paper, wire=wire, name=masked(kept.topic))], received)
    return done({})


def _over() -> HttpResponse:
    return problem(410, "There is no such subscription any more.")


def _unknown() -> HttpResponse:
    return problem(404, "We did not ask for this.")
