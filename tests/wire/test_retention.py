"""Takes that are kept for a while only: what goes, and what stays all the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.paper.models import MadeFrom, Sentence
from broadsheet.wire.coming.polling import brought
from broadsheet.wire.keeping import retention
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Delivery, Mark, Take, Thread, Waiting, Wire
from tests.wire.test_keeping import OTHER, take, text

NOW = timezone.now()


@pytest.fixture
def wire(paper: Any) -> Wire:
    """A wire whose takes are kept for a week."""
    return Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="push", keep_days=7)


def came(wire: Wire, data: bytes, days: int) -> Delivery:
    """A delivery that came so many days ago."""
    kept = keep(data, wire.paper, wire=wire, received=NOW - timedelta(days=days))
    assert kept.delivery is not None
    return kept.delivery


def forget(now: datetime = NOW) -> int:
    return retention.forget(now, pause=0)


def test_a_delivery_goes_with_its_takes_and_an_empty_thread_when_its_time_is_over(
    wire: Wire,
) -> None:
    came(wire, take(), 8)
    young = came(wire, take("urn:sna:2", **text(OTHER)), 6)
    assert forget() == 1
    assert Delivery.objects.get().pk == young.pk
    assert Take.objects.get().guid == "urn:sna:2"
    assert Thread.objects.count() == 1
    assert not Mark.objects.exclude(take__guid="urn:sna:2").exists()
    assert not Waiting.objects.exclude(take__guid="urn:sna:2").exists()


def test_a_wire_that_keeps_for_ever_does(wire: Wire) -> None:
    Wire.objects.update(keep_days=0)
    came(wire, take(), 5000)
    assert forget() == 0


def test_a_thread_that_loses_a_take_is_counted_anew(wire: Wire) -> None:
    old = came(wire, take(), 8)
    young = came(wire, take(headline="Sea lock shut", versioncreated="2026-03-06T10:00:00Z"), 1)
    thread = Thread.objects.get()
    assert thread.size == 2
    assert forget() == 1
    thread.refresh_from_db()
    assert thread.size == 1
    assert thread.best is not None
    assert thread.best.delivery_id == young.pk
    assert not Delivery.objects.filter(pk=old.pk).exists()


def test_what_a_story_was_made_of_stays(wire: Wire, write: Callable[..., Any]) -> None:
    delivery = came(wire, take(), 8)
    story = write(headline="Sea lock opens")
    MadeFrom.objects.create(story=story, take=delivery.takes.get())
    assert forget() == 0
    assert Take.objects.count() == 1


def test_what_a_sentence_of_a_story_is_traced_to_stays(
    wire: Wire, write: Callable[..., Any]
) -> None:
    delivery = came(wire, take(), 8)
    story = write(headline="Sea lock opens")
    Sentence.objects.create(
        paper=wire.paper, story=story, block="x", order=0, fingerprint="x", text="x",
        take=delivery.takes.get(),
    )  # fmt: skip
    assert forget() == 0


def test_what_lies_in_quarantine_stays_until_somebody_looked(wire: Wire) -> None:
    delivery = came(wire, b'{"uri": ', 8)
    assert forget() == 0
    Delivery.objects.filter(pk=delivery.pk).update(state=Delivery.State.SET_ASIDE)
    assert forget() == 1


def test_what_a_feed_still_brings_stays_since_it_would_come_back_as_new(wire: Wire) -> None:
    came(wire, json.dumps([json.loads(take())]).encode(), 8)
    Wire.objects.update(remembered={"brings": [brought("urn:sna:1")]})
    assert forget() == 0
    Wire.objects.update(remembered={"brings": [brought("urn:sna:9")]})
    assert forget() == 1


def test_many_go_in_batches(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    for number in range(5):
        words = [f"{line} {number}" for line in OTHER]
        came(wire, take(f"urn:sna:{number}", **text(words)), 8)
    assert forget() == 5
    assert not Take.objects.exists()


def test_it_does_not_begin_twice(wire: Wire) -> None:
    assert retention._working.acquire(blocking=False)
    try:
        assert retention.begin() is None
    finally:
        retention._working.release()
