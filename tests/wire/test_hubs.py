"""A feed's hub (WebSub): we subscribe, it asks back, it brings what is new, we renew."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from broadsheet.wire.coming import hubs, polling
from broadsheet.wire.coming.fetching import Fetched, FetchError
from broadsheet.wire.coming.hub_links import HubLinks, hub_links
from broadsheet.wire.models import Take, Wire
from tests.wire.test_keeping import OTHER, take, text

FEED = "https://news.example/feed"
HUB = "https://hub.example/"
HEADERS = {"link": f'<{HUB}>; rel="hub", <{FEED}>; rel="self"'}


class Hub:
    """A feed and its hub: notes what it was asked, answers as it is told."""

    def __init__(self) -> None:
        self.status = 202
        self.asked: list[dict[str, str]] = []
        self.headers: dict[str, str] = dict(HEADERS)
        self.data = take()

    def feed(self, url: str, **more: Any) -> Fetched:
        """What a poll brings."""
        return Fetched(200, self.headers, self.data, url)

    def fetch(self, url: str, *, send: bytes = b"", **more: Any) -> Fetched:
        """What the hub answers."""
        self.asked.append({name: value[0] for name, value in parse_qs(send.decode()).items()})
        if self.status == 0:
            raise FetchError(f"{url} does not answer")
        return Fetched(self.status, {}, b"", url)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The hub, and a paper that it can reach."""
    made = Hub()
    monkeypatch.setattr(hubs, "fetch", made.fetch)
    config = replace(settings.CONFIG, public_url="https://clarion.example")
    monkeypatch.setattr(settings, "CONFIG", config)
    return made


@pytest.fixture
def wire(paper: Any) -> Wire:
    """A wire that asks the feed every five minutes."""
    return Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="poll", address=FEED)


def poll(wire: Wire, hub: Hub) -> None:
    """One poll."""
    polling.poll(wire, asking=hub.feed)
    wire.refresh_from_db()


def verify(hub: Hub, **more: str) -> Any:
    """The hub asks back about what it was asked last."""
    said = hub.asked[-1]
    query = {
        "hub.mode": "subscribe", "hub.topic": said["hub.topic"], "hub.challenge": "riddle",
        "hub.lease_seconds": "864000",
    }  # fmt: skip
    path = urlsplit(said["hub.callback"]).path
    return Client().get(path, query | {k.replace("_", ".", 1): v for k, v in more.items()})


def bring(hub: Hub, data: bytes, *, method: str = "sha256", secret: str = "") -> Any:
    """The hub brings what is new, signed."""
    said = hub.asked[-1]
    key = (secret or said["hub.secret"]).encode()
    name = method if method in hashlib.algorithms_available else "sha256"
    signature = f"{method}={hmac.new(key, data, name).hexdigest()}"
    return Client(enforce_csrf_checks=True).post(
        urlsplit(said["hub.callback"]).path, data, content_type="application/rss+xml",
        headers={"X-Hub-Signature": signature},
    )  # fmt: skip


def subscribed(wire: Wire, hub: Hub) -> None:
    """A subscription in force."""
    poll(wire, hub)
    assert verify(hub).status_code == 200
    wire.refresh_from_db()


def test_a_feed_that_names_a_hub_is_subscribed_to(wire: Wire, hub: Hub) -> None:
    poll(wire, hub)
    (said,) = hub.asked
    assert (said["hub.mode"], said["hub.topic"]) == ("subscribe", FEED)
    assert said["hub.callback"].startswith("https://clarion.example/wire/sna/hub/")
    assert len(said["hub.secret"]) > 30
    answer = verify(hub)
    assert (answer.status_code, answer.content) == (200, b"riddle")
    wire.refresh_from_db()
    facts = hubs.facts(wire)
    assert facts is not None
    assert (facts["hub"], facts["pending"]) == (HUB, False)
    assert facts["lease_ends"] > timezone.now().isoformat()
    assert said["hub.secret"] not in repr(facts)


def test_polls_go_on_more_seldom_while_the_hub_tells_us(wire: Wire, hub: Hub) -> None:
    poll(wire, hub)
    assert wire.next_poll is not None
    assert wire.next_poll - timezone.now() < timedelta(minutes=6)
    verify(hub)
    wire.refresh_from_db()
    poll(wire, hub)
    assert wire.next_poll - timezone.now() > timedelta(minutes=29)
    assert len(hub.asked) == 1


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_the_hub_brings_is_kept(wire: Wire, hub: Hub, method: str) -> None:
    subscribed(wire, hub)
    answer = bring(hub, take("urn:sna:2", **text(OTHER)), method=method)
    assert answer.status_code == 200
    assert Take.objects.filter(guid="urn:sna:2", wire=wire).exists()


@pytest.mark.parametrize(("method", "secret"), [("sha256", "wrong"), ("md5", ""), ("rot13", "")])
def test_what_is_not_signed_by_the_hub_is_ignored_and_answered_alike(
    wire: Wire, hub: Hub, method: str, secret: str
) -> None:
    subscribed(wire, hub)
    answer = bring(hub, take("urn:sna:2", **text(OTHER)), method=method, secret=secret)
    assert answer.status_code == 200
    assert not Take.objects.filter(guid="urn:sna:2").exists()


def test_what_we_did_not_ask_for_is_refused(wire: Wire, hub: Hub) -> None:
    poll(wire, hub)
    path = urlsplit(hub.asked[0]["hub.callback"]).path
    assert verify(hub, hub_topic="https://other.example/").status_code == 404
    assert verify(hub, hub_mode="unsubscribe").status_code == 404
    assert Client().get(path[:-5] + "xxxx/").status_code == 404
    assert Client().get(path).status_code == 404
    assert verify(hub).status_code == 200
    assert verify(hub).status_code == 404


def test_a_lease_is_renewed_before_it_ends_with_the_same_address_and_secret(
    wire: Wire, hub: Hub
) -> None:
    subscribed(wire, hub)
    kept = hubs.subscription(wire)
    assert kept is not None
    soon = timezone.now() + timedelta(days=2)
    asked = (timezone.now() - timedelta(days=8)).isoformat()
    hubs.remember(wire, replace(kept, until=soon.isoformat(), asked=asked))
    poll(wire, hub)
    assert len(hub.asked) == 2
    assert hub.asked[0] == hub.asked[1]
    assert verify(hub).status_code == 200
    wire.refresh_from_db()
    renewed = hubs.subscription(wire)
    assert renewed is not None
    assert renewed.until > soon.isoformat()


def test_a_hub_that_refuses_is_said_and_left_alone_for_a_day(wire: Wire, hub: Hub) -> None:
    hub.status = 403
    poll(wire, hub)
    poll(wire, hub)
    assert len(hub.asked) == 1
    facts = hubs.facts(wire)
    assert facts is not None
    assert "refused with 403" in facts["problem"]
    assert wire.error == ""
    kept = hubs.subscription(wire)
    assert kept is not None
    yesterday = (timezone.now() - timedelta(hours=25)).isoformat()
    hubs.remember(wire, replace(kept, asked=yesterday))
    hub.status = 202
    poll(wire, hub)
    assert len(hub.asked) == 2
    assert verify(hub).status_code == 200


def test_a_hub_that_does_not_answer_holds_no_take_up(wire: Wire, hub: Hub) -> None:
    hub.status = 0
    poll(wire, hub)
    assert Take.objects.count() == 1
    assert "cannot be asked" in (hubs.facts(wire) or {})["problem"]


def test_a_hub_may_end_what_it_gave(wire: Wire, hub: Hub) -> None:
    subscribed(wire, hub)
    answer = verify(hub, hub_mode="denied", hub_reason="no more room")
    assert answer.status_code == 200
    wire.refresh_from_db()
    facts = hubs.facts(wire)
    assert facts is not None
    assert facts["lease_ends"] is None
    assert "no more room" in facts["problem"]


def test_a_wire_that_is_switched_off_tells_the_hub_that_it_is_over(wire: Wire, hub: Hub) -> None:
    subscribed(wire, hub)
    Wire.objects.update(working=False)
    assert bring(hub, take("urn:sna:2", **text(OTHER))).status_code == 410
    wire.refresh_from_db()
    assert hubs.subscription(wire) is None


def test_an_empty_message_has_the_feed_asked_at_once(wire: Wire, hub: Hub) -> None:
    subscribed(wire, hub)
    assert bring(hub, b"").status_code == 200
    wire.refresh_from_db()
    assert wire.next_poll is not None
    assert wire.next_poll <= timezone.now()


def test_a_feed_that_names_its_hub_no_more_is_only_polled(wire: Wire, hub: Hub) -> None:
    subscribed(wire, hub)
    hub.headers = {}
    poll(wire, hub)
    assert hubs.subscription(wire) is None
    assert wire.next_poll is not None
    assert wire.next_poll - timezone.now() < timedelta(minutes=6)


def test_nobody_is_subscribed_to_where_no_hub_could_reach_us(
    wire: Wire, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CONFIG", replace(settings.CONFIG, public_url=""))
    poll(wire, hub)
    assert hub.asked == []


def test_a_hub_without_tls_is_not_told_a_secret(wire: Wire, hub: Hub) -> None:
    hub.headers = {"link": '<http://hub.example/>; rel="hub"'}
    poll(wire, hub)
    assert hub.asked == []


ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<link rel='hub' href="/hub?a=1&amp;b=2"/><link href="https://news.example/f" rel="self"/>
<entry><link rel="self" href="https://news.example/entry"/></entry></feed>"""
RSS = b"""<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://news.example</link>
<atom:link rel="self" href="https://news.example/f"/><atom:link rel="hub" href="https://hub.example/"/>
<item></item></channel></rss>"""
JSON = b'{"feed_url": "https://news.example/f", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}]}'
NAMED: list[tuple[dict[str, str], bytes, HubLinks | None]] = [
    (HEADERS, b"", HubLinks(HUB, FEED)),
    ({"link": f"<{HUB}>;rel=hub"}, b"", HubLinks(HUB, FEED)),
    ({"link": '<a,b>; title="x; rel=hub", </h>; rel="next hub"'}, b"",
     HubLinks("https://news.example/h", FEED)),
    ({}, ATOM, HubLinks("https://news.example/hub?a=1&b=2", "https://news.example/f")),
    ({}, RSS, HubLinks(HUB, "https://news.example/f")),
    ({}, JSON, HubLinks(HUB, "https://news.example/f")),
    ({}, b"{broken", None),
    ({}, b"<rss><channel><item><link rel='hub' href='https://hub.example/'/></item></channel></rss>",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "data", "links"), NAMED)
def test_a_hub_is_found_in_headers_and_in_the_feed(
    headers: dict[str, str], data: bytes, links: HubLinks | None
) -> None:
    assert hub_links(Fetched(200, headers, data, FEED)) == links
