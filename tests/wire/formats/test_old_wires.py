"""IPTC 7901 and ANPA 1312, with their control codes and stripped of them."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.item import Item

COPY_7901 = (
    "\x01sna0124 3 i 93  sna 1888\r\n\r\nSelby/lock/\r\n\x02REFILE\r\n1ST LEAD\r\n"
    "Sea lock at Port Selby opens after a long\r\nnight of repairs\r\nBy Ines Okafor, sna =\r\n\r\n"
    "Port Selby (sna) - The sea lock opened on Friday\r\nafter a night of repairs.\r\n\r\n"
    "\"She moved,\" the harbour master said.\r\n\r\n# Notebook\r\n\r\n## Note to editors\r\n"
    "- adds quote in graf 2\r\n\r\n* * * *\r\nThe following information is not intended for publication\r\n\r\n"
    "## Editorial contacts\r\n- Editing by: Ann Dove, +44 20 5550 1234\r\n\r\nsna ax rmo\r\n\r\n"
    "\x03061605 GMT Mar 26\r\n\x7f\x7f\x04"
)  # fmt: skip
COPY_ANPA = (
    "\x16\x16\x01a4711\x1fselby-----\r\nu i\x13\x11 BC-EU--Selby-Lock 1stLd-Writethru   03-06 0210\r\n\x02"
    "^BC-EU--Selby-Lock, 1st Ld-Writethru,210<\r\n^Sea lock opens after a night of repairs<\r\n"
    "^AP Photo SEL101, SEL102<\r\n^Eds: Updates with quotes. With AP Photos.<\r\n^By INES OKAFOR=\r\n"
    "^Associated Press=\r\n\t   PORT SELBY (AP) _ The sea lock opened _ at last _ on Friday. \r\n"
    "\t   ``She moved,'' the harbour master said. \r\n\r\n\t   \x03AP-WF-03-06-26 1605GMT<\r\n\x04"
)


def stripped(text: str) -> str:
    """The file as archives keep it: without control codes."""
    return "".join(char for char in text if char in "\t\n" or (ord(char) >= 32 and char != "\x7f"))


def only(text: str, coding: str = "utf-8") -> Item:
    """The one item of a file."""
    (item,) = items(text.encode(coding))
    return item


@pytest.mark.parametrize("text", [COPY_7901, stripped(COPY_7901)])
def test_7901_is_read_with_and_without_its_control_codes(text: str) -> None:
    item = only(text)
    assert (item.format, item.agency, item.urgency) == ("iptc7901", "sna", 3)
    assert item.headline == "Sea lock at Port Selby opens after a long night of repairs"
    assert (item.byline, item.dateline, item.slugline) == (
        "Ines Okafor",
        "Port Selby",
        "Selby/lock",
    )
    assert item.paragraphs == [
        "The sea lock opened on Friday after a night of repairs.",
        '"She moved," the harbour master said.',
    ]
    assert item.versioned == "2026-03-06T16:05:00Z"
    assert item.guid == "iptc7901:sna0124:2026-03-06"
    assert item.signals == ["correction", "update"]
    assert all(not note.public for note in item.notes)
    assert "5550" not in "".join(item.paragraphs)
    assert item.problems == []


def test_a_trailer_without_a_zone_is_on_the_agencys_clock_and_says_so() -> None:
    text = COPY_7901.replace(" sna 1888", " dpa 1888").replace("061605 GMT Mar 26", "062130 Okt 24")
    item = only(text)
    assert item.versioned == "2024-10-06T19:30:00Z"
    assert item.problems == ["062130 Okt 24 names no zone; Europe/Berlin was taken"]


def test_latin_1_and_bells_are_read() -> None:
    text = COPY_7901.replace("Port Selby (sna)", "M\xfcnster (sna)").replace(
        "night of", "\x07night of"
    )
    item = only(text, "latin-1")
    assert item.dateline == "M\xfcnster"
    assert "\x07" not in item.headline


def test_a_kill_in_the_head_cancels() -> None:
    item = only(COPY_7901.replace("REFILE\r\n1ST LEAD", "KILL"))
    assert (item.status, item.signals) == ("canceled", ["kill"])


@pytest.mark.parametrize("text", [COPY_ANPA, stripped(COPY_ANPA)])
def test_anpa_is_read_with_and_without_its_control_codes(text: str) -> None:
    item = only(text)
    assert (item.format, item.agency, item.urgency) == ("anpa", "AP", 3)
    assert item.headline == "Sea lock opens after a night of repairs"
    assert (item.byline, item.dateline) == ("INES OKAFOR", "PORT SELBY")
    assert (item.slugline, item.version) == ("EU--Selby-Lock", "1st Ld-Writethru")
    assert item.paragraphs == [
        "The sea lock opened – at last – on Friday.",
        "“She moved,” the harbour master said.",
    ]
    assert item.versioned == "2026-03-06T16:05:00Z"
    assert item.signals == ["update"]
    assert [(note.role, note.public) for note in item.notes] == [("editors", False)]
    assert item.problems == []


def test_several_messages_in_one_file_are_as_many_items() -> None:
    second = COPY_7901.replace("sna0124", "sna0125")
    assert [item.guid[9:16] for item in items((COPY_7901 + second).encode())] == [
        "sna0124",
        "sna0125",
    ]


def test_a_header_that_cannot_be_read_is_said_and_the_copy_kept() -> None:
    item = only("\x01???\r\n\x02Lock opens\r\n\r\nBoats came.\r\n\x03\x04")
    assert item.headline == "Lock opens"
    assert item.paragraphs == ["Boats came."]
    assert "its header cannot be read" in item.problems[0]
