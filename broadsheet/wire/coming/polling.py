"""An address that is asked over HTTP: politely, and only for what is new."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from broadsheet.wire.coming import hubs, keys, pauses
from broadsheet.wire.coming.addresses import ADDRESS_MOST, masked
from broadsheet.wire.coming.fetching import Fetched, FetchError, fetch
from broadsheet.wire.coming.keys import SecretError
from broadsheet.wire.coming.noting import note
from broadsheet.wire.keeping.keep import Kept, keep
from broadsheet.wire.models import Wire

log = logging.getLogger(__name__)
Fetch = Callable[..., Fetched]
#: An address is changed for the one to which it has moved after so many answers in a row from
#: there: one answer may come from a hotel's or a provider's page in between.
MOVED_TIMES = 3
#: While a hub tells us what is new, the feed itself is asked so many times more seldom.
WITH_HUB = 6
_WHY = {
    401: "it does not know us: look at the key or the password",
    403: "it refuses us: look at the key, or ask its owner",
    404: "there is nothing at this address: correct it",
    429: "it wants to be asked more seldom",
}


def poll(wire: Wire, *, asking: Fetch = fetch) -> int:
    """Ask a wire's address once and keep what it brings; gives how many takes were new.

    What went wrong is written on the wire and puts the next poll off; nothing is raised for it.
    """
    now = timezone.now()
    try:
        answer = asking(
            wire.address,
            headers=_conditions(wire),
            private=bool(wire.settings.get("private_network")),
        )
    except (FetchError, SecretError) as error:
        _put_off(wire, now, str(error))
        return 0
    return _take(wire, answer)


def _conditions(wire: Wire) -> dict[str, str]:
    headers = keys.headers(wire)
    if etag := wire.remembered.get("etag"):
        headers["If-None-Match"] = etag
    if modified := wire.remembered.get("modified"):
        headers["If-Modified-Since"] = modified
    return headers


def _take(wire: Wire, answer: Fetched) -> int:
    now = timezone.now()
    wait = _asked_to_wait(answer, now)
    if answer.status == 410:
        _stop(wire, now)
        return 0
    if answer.status in {204, 304}:
        _rest(wire, now, wait, answer, {})
        return 0
    if answer.status != 200:
        words = f"{masked(wire.address)} answered {answer.status}"
        why = _WHY.get(answer.status, "")
        _put_off(wire, now, f"{words}: {why}" if why else words, wait)
        return 0
    if not answer.data.strip():
        _put_off(wire, now, f"{masked(wire.address)} answered with nothing in it", wait)
        return 0
    kept = keep(answer.data, wire.paper, wire=wire, name=masked(wire.address))
    # Remembered only now: what was not kept must be sent again.
    remember: dict[str, Any] = {
        "etag": answer.headers.get("etag") or None,
        "modified": answer.headers.get("last-modified") or None,
    }
    if kept.guids:
        remember["brings"] = sorted(map(brought, kept.guids))
    _rest(wire, now, wait, answer, remember, kept)
    return len(kept.takes)


def brought(guid: str) -> str:
    """What is remembered of an item that a feed brings now: 16 letters."""
    return hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()[:16]


def _rest(
    wire: Wire,
    now: datetime,
    wait: timedelta | None,
    answer: Fetched,
    remember: dict[str, Any],
    kept: Kept | None = None,
) -> None:
    """All went well."""
    columns: dict[str, Any] = {"error": "", "failures": 0, "last_asked": now}
    if kept is not None:
        if kept.problem:
            columns["error"] = f"what it brought lies in quarantine: {kept.problem}"
        times = [take.versioned for take in kept.takes if take.versioned <= now]
        if times:
            columns["lag"] = (now - max(times)).total_seconds()
    remember["moved"] = _moved(wire, answer)
    if note(wire, remember, **columns):
        _follow(wire)
    # After the answer is kept: a hub that does not answer must not hold a take up.
    again = hubs.attend(wire, answer, now)
    due = pauses.after_success(wire, now, wait, times=WITH_HUB if again else 1)
    note(wire, next_poll=min(due, again) if again else due)


def _moved(wire: Wire, answer: Fetched) -> dict[str, Any] | None:
    """Where the address has moved for good, and how often it was found there."""
    new = answer.moved if answer.moved == answer.url else ""
    old = urlsplit(wire.address)
    if not new or len(new) > ADDRESS_MOST or (old.scheme, urlsplit(new).scheme) == (
        "https", "http",
    ):  # fmt: skip
        return None
    if wire.settings.get("headers") and urlsplit(new).netloc != old.netloc:
        # The key is for the house that gave it: a person must say that the new one may have it.
        return None
    before = wire.remembered.get("moved") or {}
    return {"to": new, "times": before.get("times", 0) + 1 if before.get("to") == new else 1}


def _follow(wire: Wire) -> None:
    """Take the new address of one that has moved for good (RFC 9110, section 15.4.2)."""
    moved = wire.remembered.get("moved") or {}
    if moved.get("times", 0) < MOVED_TIMES:
        return
    new = str(moved["to"])
    log.warning("wire %s has moved for good to %s", wire.name, masked(new))
    Wire.objects.filter(pk=wire.pk, address=wire.address).update(address=new)
    wire.address = new
    note(wire, {"moved": None})


def _stop(wire: Wire, now: datetime) -> None:
    """410: its owner says that it will never come back (RFC 9110, section 15.5.11)."""
    words = (
        f"{masked(wire.address)} is gone for good (410), so this wire was switched off. Correct "
        "its address and switch it on again, or remove it."
    )
    log.warning("wire %s: %s", wire.name, words)
    note(wire, error=words, working=False, last_asked=now, next_poll=None)


def _put_off(wire: Wire, now: datetime, problem: str, wait: timedelta | None = None) -> None:
    wire.failures += 1
    note(
        wire, {"moved": None}, error=problem, failures=wire.failures, last_asked=now,
        next_poll=pauses.after_failure(wire, now, wait),
    )  # fmt: skip


def _asked_to_wait(answer: Fetched, now: datetime) -> timedelta | None:
    """`Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date."""
    said = answer.headers.get("retry-after", "").strip()
    if not said:
        return None
    if said.isascii() and said.isdecimal():
        return min(timedelta(seconds=int(said[:6])), pauses.LONGEST)
    try:
        moment = parsedate_to_datetime(said)
        if moment.tzinfo is None:
            moment = timezone.make_aware(moment)
        return min(max(moment - now, pauses.SHORTEST), pauses.LONGEST)
    except (TypeError, ValueError, OverflowError):
        return None
