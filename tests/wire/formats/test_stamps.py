"""Times as they are written, into UTC, with what had to be guessed."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats.stamps import read
from broadsheet.wire.formats.zones import month_of, zone_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-03-04T13:00:00+01:00", "2026-03-04T12:00:00Z"),
        ("2026-03-04T13:00:00.123456Z", "2026-03-04T13:00:00Z"),
        ("20260304T130000+0100", "2026-03-04T12:00:00Z"),
        ("20260304T130000Z", "2026-03-04T13:00:00Z"),
        ("2026-03-04T24:00:00Z", "2026-03-05T00:00:00Z"),
        ("2026-03-04T13:00 Europe/Paris", "2026-03-04T12:00:00Z"),
        ("2026-07-04T13:00 Europe/Paris", "2026-07-04T11:00:00Z"),
        ("Wed, 04 Mar 2026 13:00:00 +0100", "2026-03-04T12:00:00Z"),
        ("4 Mar 26 13:00 EST", "2026-03-04T18:00:00Z"),
        ("Wed, 04 Mar 2026 13:00:00 PST (Pacific)", "2026-03-04T21:00:00Z"),
        ("Sun, 21 Oct 2018 02:57:41 +000", "2018-10-21T02:57:41Z"),
        ("March 4, 2026 at 1:00 PM EST", "2026-03-04T18:00:00Z"),
        ("Wed Mar  4 13:00:00 CET 2026", "2026-03-04T12:00:00Z"),
        ("mercredi 4 mars 2026 à 13h00 CET", "2026-03-04T12:00:00Z"),
        ("4. März 2026 um 13:00 Uhr MEZ", "2026-03-04T12:00:00Z"),
        ("terça-feira, 3 março 2026 10:00 GMT", "2026-03-03T10:00:00Z"),
        ("12 maaliskuuta 2026 12.30 EET", "2026-03-12T10:30:00Z"),
        ("1772629200", "2026-03-04T13:00:00Z"),
        ("1772629200000", "2026-03-04T13:00:00Z"),
    ],
)
def test_a_time_with_its_zone_is_read_without_a_word(written: str, value: str) -> None:
    stamp = read(written)
    assert (stamp.value, stamp.problem) == (value, "")


@pytest.mark.parametrize(
    "written",
    ["now", "2026-02-30", "2026-13-01", "0000-00-00 00:00:00", "25:00", "Mon, 16 Jun 20081 21:47:17",
     "2026-03-04T13:75:00Z", "9" * 300, "Wed, 4 Foo 2026 10:00"],
)  # fmt: skip
def test_what_is_no_time_is_said_to_be_none(written: str) -> None:
    stamp = read(written)
    assert stamp.value is None
    assert "not a time" in stamp.problem


def test_an_empty_time_is_none_and_no_fault() -> None:
    assert (read("  ").value, read("").problem) == (None, "")


def test_a_missing_zone_is_the_senders_and_is_said() -> None:
    assert read("2026-07-04 13:00").value == "2026-07-04T13:00:00Z"
    at_home = read("2026-07-04 13:00", home="Europe/Rome")
    assert at_home.value == "2026-07-04T11:00:00Z"
    assert "Europe/Rome was taken" in at_home.problem


def test_a_missing_hour_is_said() -> None:
    assert "no hour" in read("2026-03-04").problem


def test_numbers_that_can_be_read_two_ways_are_read_day_first_and_said() -> None:
    assert read("03/04/2026 10:00 GMT").value == "2026-04-03T10:00:00Z"
    assert "month first" in read("03/04/2026 10:00 GMT").problem
    assert read("03/04/2026 10:00 GMT", day_first=False).value == "2026-03-04T10:00:00Z"
    assert read("03/04/2026 10:00 GMT", day_first=False).problem == ""


@pytest.mark.parametrize("written", ["14/03/2026 10:00 GMT", "03/14/2026 10:00 GMT", "14.03.26 10:00 GMT"])  # fmt: skip
def test_numbers_that_can_be_read_one_way_are_read_so(written: str) -> None:
    assert (read(written).value, read(written).problem) == ("2026-03-14T10:00:00Z", "")


def test_months_and_zones_that_nobody_knows_are_none() -> None:
    assert month_of("foo") is None
    assert [zone_of(name) for name in ("XYZ", "+99:00", "+x", "No/Where", "../etc")] == [None] * 5
