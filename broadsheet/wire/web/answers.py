"""What a sender is answered: JSON, or problem details (RFC 9457); kept by nobody."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

#: Seconds after which a sender should try again.
BUSY, SWITCHED_OFF = 30, 600


def problem(status: int, detail: str, **headers: str) -> HttpResponse:
    """A refusal in words.

    Args:
        detail: what is wrong and what to do.
        headers: further ones, with _ for -.
    """
    said = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return _json(said, status, "application/problem+json", **headers)


def done(said: dict[str, Any]) -> HttpResponse:
    """All went well."""
    return _json(said, 200, "application/json")


def later(detail: str, seconds: int) -> HttpResponse:
    """Not now: nothing is kept, and it must be sent again."""
    return problem(503, detail, Retry_After=str(seconds))


def _json(said: dict[str, Any], status: int, kind: str, **headers: str) -> HttpResponse:
    words = json.dumps(said, ensure_ascii=False) + "\n"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(
        words, status=status, content_type=kind, headers={"Cache-Control": "no-store", **named}
    )
