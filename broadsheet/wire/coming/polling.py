"""An address that is asked: politely, and only for what is new."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from django.utils import timezone

from broadsheet.wire.coming.fetching import Fetched, FetchError, fetch
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire

#: The longest pause after failures, and the longest that an answer may ask for.
LONGEST = timedelta(hours=6)
#: Nobody is asked more often than this, whatever is set.
SHORTEST = timedelta(seconds=10)
#: Polls of many wires are spread by up to this share of the pause, so that they do not beat.
SPREAD = 0.1

Fetch = Callable[..., Fetched]


def poll(wire: Wire, *, asking: Fetch = fetch) -> int:
    """Ask a wire's address once and keep what it brings; gives how many takes were new.

    What went wrong is written on the wire and puts the next poll off; nothing is raised for it.
    """
    now = timezone.now()
    wire.last_asked = now
    try:
        answer = asking(
            wire.address,
            headers=_conditions(wire),
            private=bool(wire.settings.get("private_network")),
        )
        taken = _take(wire, answer)
    except FetchError as error:
        _put_off(wire, now, str(error), None)
        taken = 0
    wire.save(update_fields=["last_asked", "next_poll", "error", "failures", "remembered", "lag"])
    return taken


def _conditions(wire: Wire) -> dict[str, str]:
    headers = {str(name): str(value) for name, value in wire.settings.get("headers", {}).items()}
    if etag := wire.remembered.get("etag"):
        headers["If-None-Match"] = etag
    if modified := wire.remembered.get("modified"):
        headers["If-Modified-Since"] = modified
    return headers


def _take(wire: Wire, answer: Fetched) -> int:
    now = timezone.now()
    wait = _asked_to_wait(answer, now)
    if answer.status == 304:
        _rest(wire, now, wait)
        return 0
    if answer.status != 200:
        _put_off(wire, now, f"{wire.address} answered {answer.status}", wait)
        return 0
    kept = keep(answer.data, wire.paper, wire=wire, name=wire.address)
    # Remembered only now: what was not kept must be sent again.
    wire.remembered = {
        "etag": answer.headers.get("etag", ""),
        "modified": answer.headers.get("last-modified", ""),
    }
    times = [take.versioned for take in kept.takes if take.versioned <= now]
    if times:
        wire.lag = (now - max(times)).total_seconds()
    _rest(wire, now, wait)
    if kept.problem:
        wire.error = f"what it brought lies in quarantine: {kept.problem}"
    return len(kept.takes)


def _rest(wire: Wire, now: datetime, wait: timedelta | None) -> None:
    wire.error, wire.failures = "", 0
    wire.next_poll = now + _spread(max(timedelta(seconds=wire.every), SHORTEST, wait or SHORTEST))


def _put_off(wire: Wire, now: datetime, problem: str, wait: timedelta | None) -> None:
    """Twice as long after each failure."""
    wire.failures += 1
    wire.error = problem
    pause = timedelta(seconds=wire.every) * 2 ** min(wire.failures, 12)
    wire.next_poll = now + _spread(max(min(pause, LONGEST), SHORTEST, wait or SHORTEST))


def _spread(pause: timedelta) -> timedelta:
    return pause * (1 + random.uniform(0, SPREAD))  # noqa: S311 - no secret hangs on it


def _asked_to_wait(answer: Fetched, now: datetime) -> timedelta | None:
    """`Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date."""
    said = answer.headers.get("retry-after", "").strip()
    if not said:
        return None
    if said.isdecimal():
        return min(timedelta(seconds=int(said[:6])), LONGEST)
    try:
        return min(max(parsedate_to_datetime(said) - now, SHORTEST), LONGEST)
    except (TypeError, ValueError):
        return None
