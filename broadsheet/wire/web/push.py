"""`POST /wire/<slug>/`: an agency sends a take. Answered with 200 only when it is committed."""

from __future__ import annotations

import hashlib
import hmac
import logging
from datetime import datetime
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from broadsheet.wire.coming.noting import note
from broadsheet.wire.keeping.keep import Kept, keep
from broadsheet.wire.models import Wire
from broadsheet.wire.web.answers import BUSY, SWITCHED_OFF, done, later, problem
from broadsheet.wire.web.bodies import BodyError, check_length, files_of

log = logging.getLogger(__name__)


@csrf_exempt
def receive(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what is sent: the body as it is, or each file of a form.

    The token stands in `Authorization: Bearer ...` or in `X-Wire-Token`. A sender that did not get
    200 must send again; what was kept before has no effect.
    """
    if request.method != "POST":
        return problem(405, "Takes are sent here by POST.", Allow="POST")
    try:
        return _receive(request, slug)
    except BodyError as error:
        return problem(error.status, str(error))
    except MultiPartParserError as error:
        return problem(400, f"The form cannot be read: {error}")
    except (OperationalError, InterfaceError) as error:
        log.warning("a push to %s was not kept: %s", slug, error)
        return later("The paper's database is busy or away. Send it again.", BUSY)


def _receive(request: HttpRequest, slug: str) -> HttpResponse:
    wire = _wire(slug, _token(request))
    if wire is None:
        return problem(
            401, "There is no such wire, or this is not its token.", WWW_Authenticate="Bearer"
        )
    if not wire.working:
        return later("This wire is switched off. Send it again later.", SWITCHED_OFF)
    check_length(request)
    received = timezone.now()
    kept = [
        keep(one.data, wire.paper, wire=wire, name=one.name or f"sent to {wire.name}")
        for one in files_of(request)
    ]
    problems = "; ".join(one.problem for one in kept if one.problem)
    noted(wire, kept, received)
    return done(
        {
            "kept": sum(len(one.takes) for one in kept),
            "known": sum(one.known for one in kept),
            "quarantine": problems or None,
        }
    )


def noted(wire: Wire, kept: list[Kept], received: datetime) -> None:
    """Write on the wire how far behind the agency it is, and what lies in quarantine."""
    problems = "; ".join(one.problem for one in kept if one.problem)
    columns: dict[str, Any] = {}
    if problems or wire.kind == Wire.Kind.PUSH:
        columns["error"] = f"what it brought lies in quarantine: {problems}" if problems else ""
    times = [take.versioned for one in kept for take in one.takes if take.versioned <= received]
    if times:
        columns["lag"] = (received - max(times)).total_seconds()
    if any(getattr(wire, name) != value for name, value in columns.items()):
        note(wire, **columns)


def _token(request: HttpRequest) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return request.headers.get("X-Wire-Token", "").strip()


def _wire(slug: str, token: str) -> Wire | None:
    """The wire of that name whose token this is. Of several papers, the token tells which."""
    shown = hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
    wires = Wire.objects.filter(slug=slug, kind=Wire.Kind.PUSH).select_related("paper", "agency")
    for wire in wires:
        right = str(wire.settings.get("token_hash") or "")
        if right and hmac.compare_digest(shown.encode(), right.encode()):
            return wire
    return None
