"""A wire that falls silent, and one that comes back: each told once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.wire.coming import adding, silence
from broadsheet.wire.models import Wire
from broadsheet.wire.signals import wire_back, wire_silent

NOON = timezone.now()


def at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


@pytest.fixture
def wire(paper: Any) -> Wire:
    """A wire that is silent when it has brought nothing for an hour."""
    return Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="push", silent_after=60)


@pytest.fixture
def told() -> Iterator[list[str]]:
    """What was told, in order."""
    words: list[str] = []

    def fell(sender: Any, wire: Wire, last: Any, **more: Any) -> None:
        words.append(f"{wire} silent")

    def came(sender: Any, wire: Wire, **more: Any) -> None:
        words.append(f"{wire} back")

    wire_silent.connect(fell)
    wire_back.connect(came)
    yield words
    wire_silent.disconnect(fell)
    wire_back.disconnect(came)


def test_it_is_told_once_that_a_wire_fell_silent_and_once_that_it_is_back(
    wire: Wire, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for minutes in (0, 59, 61, 62, 90):
            silence.watch(at(minutes))
    assert told == ["SNA silent"]
    assert sum("is silent" in line for line in caplog.messages) == 1
    wire.refresh_from_db()
    assert silence.silent_since(wire) == at(61)
    Wire.objects.update(last_take=at(91))
    for minutes in (92, 93):
        silence.watch(at(minutes))
    assert told == ["SNA silent", "SNA back"]
    wire.refresh_from_db()
    assert silence.silent_since(wire) is None


def test_a_wire_that_has_no_limit_is_never_silent(wire: Wire, told: list[str]) -> None:
    Wire.objects.update(silent_after=0)
    silence.watch(at(0))
    silence.watch(at(100_000))
    assert told == []


def test_a_wire_that_is_switched_off_is_no_longer_watched_and_begins_anew(
    wire: Wire, told: list[str]
) -> None:
    silence.watch(at(0))
    silence.watch(at(61))
    adding.switch(wire, on=False)
    silence.watch(at(62))
    adding.switch(wire, on=True)
    silence.watch(at(200))
    silence.watch(at(259))
    assert told == ["SNA silent", "SNA back"]
    silence.watch(at(261))
    assert told[2:] == ["SNA silent"]


def test_who_listens_and_fails_is_told_again(wire: Wire, told: list[str]) -> None:
    def fails(sender: Any, **more: Any) -> None:
        raise ValueError("no")

    silence.watch(at(0))
    wire_silent.connect(fails)
    try:
        with pytest.raises(ValueError, match="no"):
            silence.watch(at(61))
    finally:
        wire_silent.disconnect(fails)
    wire.refresh_from_db()
    assert silence.silent_since(wire) is None
    silence.watch(at(62))
    wire.refresh_from_db()
    assert silence.silent_since(wire) == at(62)


def test_what_a_wire_remembers_otherwise_stays(wire: Wire) -> None:
    Wire.objects.update(remembered={"etag": "1"})
    silence.watch(at(0))
    silence.watch(at(61))
    wire.refresh_from_db()
    assert wire.remembered["etag"] == "1"
