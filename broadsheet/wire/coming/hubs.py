"""Subscribing to a feed at its hub, so that what is new comes at once (W3C WebSub).

Polls go on, more seldom: a hub that goes silent costs time, not takes.
"""

from __future__ import annotations

import hmac
import logging
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.utils import timezone

from broadsheet.wire.coming.addresses import masked
from broadsheet.wire.coming.fetching import Fetched, FetchError, fetch
from broadsheet.wire.coming.hub_links import HubLinks, hub_links
from broadsheet.wire.coming.noting import note
from broadsheet.wire.models import Wire

log = logging.getLogger(__name__)
#: The lease that we ask for; the hub decides. One that it does not name counts as a day.
LEASE = timedelta(days=10)
UNNAMED, LONGEST_LEASE = timedelta(days=1), timedelta(days=30)
#: A hub that has not answered is asked again after so long, sooner where a lease is running out.
PATIENCE, WHILE_RENEWING, AFTER_REFUSAL = timedelta(hours=6), timedelta(hours=1), timedelta(days=1)
_MOST_ANSWER = 64 * 1024
#: Section 5.2.1 of the recommendation.
_METHODS = frozenset(("sha1", "sha256", "sha384", "sha512"))


@dataclass(frozen=True, slots=True)
class Subscription:
    """What is remembered of one.

    Attributes:
        key: the part of our address that nobody can guess.
        secret: what the hub signs with.
        asked: when we asked last, ISO 8601.
        pending: whether the hub has still to ask whether it was us.
        until: when the lease ends, ISO 8601; empty before there is one.
        lease: how long it was given for, in seconds.
        why: what went wrong, for people.
    """

    hub: str
    topic: str
    key: str
    secret: str
    asked: str = ""
    pending: bool = False
    until: str = ""
    lease: int = 0
    why: str = ""

    def ends(self, now: datetime) -> datetime | None:
        """When the lease ends; None when there is none in force."""
        end = datetime.fromisoformat(self.until) if self.until else None
        return end if end and end > now else None

    def renew_at(self, now: datetime) -> datetime | None:
        """When to ask for another lease, a quarter of it before its end; None without one."""
        end = self.ends(now)
        return end - timedelta(seconds=self.lease / 4) if end else None


def subscription(wire: Wire) -> Subscription | None:
    """What a wire remembers of its subscription."""
    kept = wire.remembered.get("hub")
    return Subscription(**kept) if kept else None


def remember(wire: Wire, kept: Subscription | None) -> bool:
    """Write it down; whether the wire is still there."""
    return note(wire, {"hub": asdict(kept) if kept else None})


def attend(wire: Wire, answer: Fetched, now: datetime) -> datetime | None:
    """After a poll: subscribe where the feed names a hub, and renew in time.

    Gives when to renew while a subscription is in force, else None.
    """
    kept = subscription(wire)
    if answer.status == 200:
        kept = _as_named(wire, kept, hub_links(answer))
    public = str(settings.CONFIG.public_url).rstrip("/")
    if kept is None or not public:
        return None
    if _is_due(kept, now):
        kept = _ask(wire, kept, public, now)
    renew = kept.renew_at(now)
    return max(renew, now + WHILE_RENEWING / 4) if renew else None


def _as_named(wire: Wire, kept: Subscription | None, links: HubLinks | None) -> Subscription | None:
    """What is remembered, if the feed still names that hub; else a new beginning, or nothing."""
    if links is not None and _may_be_trusted(wire, links):
        if kept and (kept.hub, kept.topic) == (links.hub, links.topic):
            return kept
        key, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(32)
        return Subscription(links.hub, links.topic, key, secret)
    if kept is not None:
        remember(wire, None)
    return None


def _may_be_trusted(wire: Wire, links: HubLinks) -> bool:
    """Without TLS the secret would be none (section 5.1), and anybody on the way could send us
    takes in the hub's name."""
    return urlsplit(links.hub).scheme == "https" or _inside(wire)


def _inside(wire: Wire) -> bool:
    return bool(wire.settings.get("private_network"))


def _is_due(kept: Subscription, now: datetime) -> bool:
    renew = kept.renew_at(now)
    if renew is not None and now < renew:
        return False
    if not kept.asked:
        return True
    patience = WHILE_RENEWING if renew else AFTER_REFUSAL if kept.why else PATIENCE
    # A lease of minutes is renewed within minutes.
    patience = min(patience, timedelta(seconds=kept.lease / 16)) if renew else patience
    return now - datetime.fromisoformat(kept.asked) >= patience


def _ask(wire: Wire, kept: Subscription, public: str, now: datetime) -> Subscription:
    kept = replace(kept, asked=now.isoformat(), pending=True, why="")
    # Before the hub is asked: it may ask back before it answers.
    if not remember(wire, kept):
        return kept
    said = {
        "hub.callback": callback(wire, kept, public),
        "hub.mode": "subscribe",
        "hub.topic": kept.topic,
        "hub.lease_seconds": str(int(LEASE.total_seconds())),
        "hub.secret": kept.secret,
    }
    why = _send(wire, kept.hub, said)
    # The hub may have asked back by now, in another process.
    wire.refresh_from_db(fields=["remembered"])
    kept = subscription(wire) or kept
    if why:
        log.warning("wire %s: %s", wire.name, why)
        kept = replace(kept, why=why)
        remember(wire, kept)
    return kept


def _send(wire: Wire, hub: str, said: dict[str, str]) -> str:
    """Ask a hub; gives what went wrong, or nothing."""
    try:
        answer = fetch(
            hub, send=urlencode(said).encode("ascii"), private=_inside(wire), most_bytes=_MOST_ANSWER,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )  # fmt: skip
    except FetchError as error:
        return f"the hub {masked(hub)} cannot be asked: {error}"
    if 200 <= answer.status < 300:
        return ""
    return f"the hub {masked(hub)} refused with {answer.status}"


def callback(wire: Wire, kept: Subscription, public: str) -> str:
    """Our address for the hub."""
    return f"{public}/wire/{quote(wire.slug)}/hub/{kept.key}/"


def confirm(wire: Wire, kept: Subscription, topic: str, lease: str) -> bool:
    """The hub asks whether it was us who asked (section 5.3); whether it was."""
    if not kept.pending or topic != kept.topic:
        return False
    seconds = int(lease) if lease.isascii() and lease.isdecimal() and len(lease) < 12 else 0
    given = min(timedelta(seconds=seconds) if seconds else UNNAMED, LONGEST_LEASE)
    until = timezone.now() + given
    changed = replace(
        kept, pending=False, why="", until=until.isoformat(), lease=int(given.total_seconds())
    )
    log.info("wire %s: the hub %s tells us what is new", wire.name, masked(kept.hub))
    return remember(wire, changed)


def deny(wire: Wire, kept: Subscription, topic: str, reason: str) -> bool:
    """The hub refuses, or ends what it gave (section 5.2); whether it names our feed."""
    if topic != kept.topic:
        return False
    words = " ".join(reason.split())[:200]
    why = f"the hub {masked(kept.hub)} refused: {words or 'it does not say why'}"
    log.warning("wire %s: %s", wire.name, why)
    return remember(wire, replace(kept, pending=False, until="", lease=0, why=why))


def is_signed(kept: Subscription, data: bytes, signature: str) -> bool:
    """Whether a hub's message bears our secret (`X-Hub-Signature`, section 7.1)."""
    method, _, digest = signature.strip().partition("=")
    name = method.strip().lower()
    if name not in _METHODS:
        return False
    right = hmac.new(kept.secret.encode(), data, name).hexdigest()
    return hmac.compare_digest(right.encode(), digest.strip().lower().encode())


def facts(wire: Wire) -> dict[str, Any] | None:
    """A subscription for people and machines: no key, no secret."""
    kept = subscription(wire)
    if kept is None:
        return None
    end = kept.ends(timezone.now())
    return {
        "hub": masked(kept.hub),
        "lease_ends": end.isoformat() if end else None,
        "pending": kept.pending,
        "problem": kept.why or None,
    }
