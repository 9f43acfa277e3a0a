"""Embargoes in running text: found, read, and told from the goods kind."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from broadsheet.wire.formats.embargoes import find, read
from broadsheet.wire.formats.zones import month_of

#: A Friday morning, an hour east of Greenwich.
SENT = datetime(2026, 2, 27, 9, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("EMBARGOED UNTIL 00.01 GMT TUESDAY 3 MARCH 2026", "2026-03-03T00:01:00Z"),
        ("Strictly embargoed until 10am on 3 March", "2026-03-03T09:00:00Z"),
        ("EMBARGO: March 3, 2026 at 10:00 AM ET", "2026-03-03T15:00:00Z"),
        ("Embargo: July 3, 2026, 10 a.m. ET", "2026-07-03T14:00:00Z"),
        ("Sperrfrist: 3.3.2026, 10 Uhr", "2026-03-03T09:00:00Z"),
        ("Sperrfrist: 5. März 2026, 18:00 Uhr MEZ", "2026-03-05T17:00:00Z"),
        ("Not for publication before 0001 hrs GMT, Tuesday March 3", "2026-03-03T00:01:00Z"),
        ("Sous embargo jusqu'au 3 mars 2026 à 18h00 CET", "2026-03-03T17:00:00Z"),
        ("EMBARGADO hasta el 3 de marzo de 2026 a las 10:00 CET", "2026-03-03T09:00:00Z"),
        ("For release at noon tomorrow", "2026-02-28T11:00:00Z"),
        ("Embargoed until 6pm UTC", "2026-02-27T18:00:00Z"),
        ("Embargoed until 24:00 UTC on 3 March", "2026-03-04T00:00:00Z"),
        ("EMBARGOED TO 0001 SATURDAY FEBRUARY 28", "2026-02-27T23:01:00Z"),
        ("Embargoed until 0001 Sunday", "2026-02-28T23:01:00Z"),
        ("Sperrfrist: Montag, 6.00 Uhr", "2026-03-02T05:00:00Z"),
        ("Embargo: 3 January, 10:00 UTC", "2026-01-03T10:00:00Z"),
        ("Embargo: 3 December 2025 10:00 -0500", "2025-12-03T15:00:00Z"),
        ("This story is embargoed until 10am GMT on 3 March 2026", "2026-03-03T10:00:00Z"),
    ],
)
def test_it_is_read_into_utc(line: str, value: str) -> None:
    held = read(line, SENT)
    assert held is not None
    assert held.value == value


@pytest.mark.parametrize(
    "line",
    [
        "The embargo on arms sales to the region was extended",
        "EU lifts embargo on 3 May after talks at 10:00",
        "Trade minister to lift embargo on 3 May",
        "Embargo lifted",
        "Arms embargo: Council meets on 3 May",
        "The film is due for release on 3 May",
        "For immediate release",
    ],
)
def test_other_embargoes_hold_no_copy(line: str) -> None:
    assert read(line, SENT) is None


def test_a_bare_label_holds_the_copy_without_a_time() -> None:
    held = read("*** EMBARGOED ***", SENT)
    assert held is not None
    assert held.value is None


def test_without_a_date_of_sending_an_hour_alone_cannot_be_read() -> None:
    held = read("Embargoed until 10:00", None)
    assert held is not None
    assert (held.value, "cannot be read" in held.problem) == (None, True)


def test_a_missing_zone_or_hour_is_said() -> None:
    for line, word in (("Embargo: 3 March 2026 10:00", "zone"), ("Embargo: 3 March 2026", "hour")):
        held = read(line, SENT)
        assert held is not None
        assert word in held.problem


def test_what_stands_beside_it_is_left() -> None:
    held = read("Ferry returns [embargoed until 3 March 2026 10:00 GMT]", SENT)
    assert held is not None
    assert held.rest == "Ferry returns"


def test_it_is_sought_only_near_the_top() -> None:
    lines = ["The ferry sails."] * 20
    assert find([*lines, "Embargo: 3 March 2026 10:00 GMT"], SENT) is None
    held = find(["Ferry returns", "Embargo: 3 March 2026 10:00 GMT"], SENT)
    assert held is not None
    assert held.line == 1


@pytest.mark.parametrize(
    ("name", "number"),
    [("März", 3), ("mars", 3), ("maj", 5), ("mai", 5), ("août", 8), ("dezember", 12),
     ("ottobre", 10), ("outubro", 10), ("junio", 6), ("lipca", 7), ("joulukuu", 12), ("GMT", None)],
)  # fmt: skip
def test_months_have_names_in_other_languages(name: str, number: int | None) -> None:
    assert month_of(name) == number
