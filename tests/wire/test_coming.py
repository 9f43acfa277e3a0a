"""Polls: what is asked for, what is refused, and when a take counts as received."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.wire.coming import due, polling
from broadsheet.wire.coming.fetching import Fetched
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.conftest import House
from tests.wire.test_keeping import take


@pytest.fixture
def wire(paper: Any, house: House) -> Wire:
    """A wire that asks it, with the owner's leave to ask inside the house."""
    return Wire.objects.create(
        paper=paper, name="SNA", slug="sna", kind="poll", address=house.url, every=60,
        settings={"private_network": True},
    )  # fmt: skip


def test_a_poll_keeps_what_is_new_and_asks_only_for_that_next_time(
    wire: Wire, house: House
) -> None:
    house.headers = {"ETag": '"one"', "Last-Modified": "Fri, 06 Mar 2026 09:00:00 GMT"}
    assert polling.poll(wire) == 1
    assert polling.poll(wire) == 0
    assert house.asked[0]["user-agent"].startswith("Broadsheet/")
    assert house.asked[1]["if-none-match"] == '"one"'
    assert house.asked[1]["if-modified-since"] == "Fri, 06 Mar 2026 09:00:00 GMT"
    wire.refresh_from_db()
    assert (wire.error, wire.failures) == ("", 0)
    assert wire.last_take is not None
    assert Take.objects.get().wire == wire


def test_failures_put_the_next_poll_off_further_each_time_and_say_why(
    wire: Wire, house: House
) -> None:
    house.status = 503
    pauses = []
    for _ in range(3):
        polling.poll(wire)
        assert wire.next_poll is not None
        pauses.append((wire.next_poll - timezone.now()).total_seconds())
    assert 115 < pauses[0] < 135
    assert 1.7 < pauses[1] / pauses[0] < 2.3
    assert 1.7 < pauses[2] / pauses[1] < 2.3
    assert "answered 503" in wire.error
    house.status = 200
    assert polling.poll(wire) == 1
    assert (wire.error, wire.failures) == ("", 0)


def test_a_house_that_asks_to_be_left_alone_for_a_while_is(wire: Wire, house: House) -> None:
    house.status, house.headers = 429, {"Retry-After": "1800"}
    polling.poll(wire)
    assert wire.next_poll is not None
    assert wire.next_poll - timezone.now() > timedelta(minutes=29)


def test_what_was_not_kept_is_asked_for_again(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.headers = {"ETag": '"one"'}

    def full(*words: Any, **more: Any) -> Any:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(polling, "keep", full)
        with pytest.raises(OSError, match="no room"):
            polling.poll(wire)
    assert polling.poll(wire) == 1


def test_the_private_network_is_not_asked_unless_the_owner_allows_it(
    wire: Wire, house: House
) -> None:
    wire.settings = {}
    polling.poll(wire)
    assert house.asked == []
    assert "inside the private network" in wire.error
    assert "Allow it" in wire.error


def test_what_is_gone_for_good_is_not_asked_again(wire: Wire, house: House) -> None:
    house.status = 410
    polling.poll(wire)
    wire.refresh_from_db()
    assert not wire.working
    assert "switched off" in wire.error
    assert due.due() == []


def test_an_address_that_has_moved_for_good_is_remembered_after_three_answers(
    paper: Any, house: House
) -> None:
    wire = Wire.objects.create(
        paper=paper, name="SNA", slug="sna", kind="poll", address="http://a/"
    )
    moved = Fetched(200, {}, take(), "http://b/", "http://b/")
    for count in range(3):
        assert wire.address == "http://a/"
        polling.poll(wire, asking=lambda *_, **__: moved)
        wire.refresh_from_db()
        assert wire.remembered.get("moved", {}).get("times") == (count + 1 if count < 2 else None)
    assert wire.address == "http://b/"
    assert wire.error == ""


@pytest.mark.parametrize(
    ("url", "to", "settings"),
    [
        ("https://a/", "http://a/", {}),
        ("http://a/", "http://b/", {"headers": {"X-Key": "1"}}),
        ("http://a/", "", {}),
    ],
)
def test_an_address_is_not_changed_for_a_worse_one(
    paper: Any, url: str, to: str, settings: dict[str, Any]
) -> None:
    wire = Wire.objects.create(
        paper=paper, name="S", slug="s", kind="poll", address=url, settings=settings
    )
    for _ in range(4):
        polling.poll(wire, asking=lambda *_, **__: Fetched(200, {}, take(), to or "http://b/", to))
    wire.refresh_from_db()
    assert wire.address == url


def test_a_key_is_read_from_its_file_at_each_poll_and_never_printed(
    wire: Wire, house: House, tmp_path: Path
) -> None:
    path = tmp_path / "key"
    path.write_text("sesame\n")
    wire.settings["headers"] = {"X-Api-Key": f"file:{path}"}
    polling.poll(wire)
    path.write_text("other")
    polling.poll(wire)
    assert [asked["x-api-key"] for asked in house.asked] == ["sesame", "other"]
    path.unlink()
    polling.poll(wire)
    assert "the header X-Api-Key cannot be read" in wire.error
    path.write_text("two\nlines")
    polling.poll(wire)
    assert "line break" in wire.error
    assert "two" not in wire.error


def test_a_key_in_an_address_stands_in_no_error(wire: Wire, house: House) -> None:
    Wire.objects.update(address=house.url + "?apikey=sesame")
    wire.refresh_from_db()
    for house.status in (403, 302):
        house.headers = {"Location": house.url + "?apikey=sesame"}
        polling.poll(wire)
        assert wire.error
        assert "sesame" not in wire.error
    house.status, house.headers = 200, {}
    polling.poll(wire)
    assert "sesame" not in Delivery.objects.get().name


def test_an_empty_answer_is_said_and_not_kept(wire: Wire, house: House) -> None:
    house.data = b" \n"
    polling.poll(wire)
    assert "nothing in it" in wire.error
    assert not Delivery.objects.exists()


def test_what_a_poll_finds_out_does_not_overwrite_a_changed_address(
    wire: Wire, house: House
) -> None:
    Wire.objects.update(address="http://elsewhere/", remembered={})
    house.headers = {"ETag": '"one"'}
    polling.poll(wire)
    wire.refresh_from_db()
    assert (wire.address, wire.remembered) == ("http://elsewhere/", {})


def test_a_date_without_a_zone_is_a_time_to_wait_for_too(wire: Wire, house: House) -> None:
    later = timezone.now() + timedelta(hours=2)
    house.status = 503
    house.headers = {"Retry-After": later.strftime("%a, %d %b %Y %H:%M:%S -0000")}
    polling.poll(wire)
    assert wire.next_poll is not None
    assert wire.next_poll - timezone.now() > timedelta(minutes=110)


def test_a_database_that_refuses_costs_the_other_house_no_question_a_second(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming = due.Coming()
    monkeypatch.setattr(due, "ask", lambda pk: None)
    coming._ask(wire.pk)
    assert coming.turn() == 0
    monkeypatch.setattr(due, "REST", 0.0)
    coming._ask(wire.pk)
    assert coming.turn() == 1
    coming.end()
