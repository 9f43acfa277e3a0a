"""What agencies' copy has in common: datelines, lines and paragraphs, clocks, words to the desk."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats.agency_copy import agency_name, settle
from broadsheet.wire.formats.item import Item, Note
from broadsheet.wire.formats.wiretext import dateline_of, has_rows, paragraphs_of, place_of
from broadsheet.wire.formats.zones import home_of


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("Berlin/Potsdam (dpa) - ", "Berlin/Potsdam", "dpa"),
        ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", "AP"),
        ("SELBY, Marland, March 5 (ANA) -- ", "SELBY, Marland", "ANA"),
        ("SELBY, Marland, Dec. 9 Kyodo - ", "SELBY, Marland", "Kyodo"),
        ("SELBY, Marland, Feb. 1, 2026 /ReleaseWire-Sea/ -- ", "SELBY, Marland", "ReleaseWire-Sea"),
        ("PORT SELBY--(RELEASE WIRE)--", "PORT SELBY", "RELEASE WIRE"),
        ("Selby (ats/afp) ", "Selby", "ats"),
        ("Selby, 5. März (dpa) - ", "Selby", "dpa"),
        ("Madrid, 5 mar (EFE).- ", "Madrid", "EFE"),
        ("GENT 05/03 (BELGA) = ", "GENT", "BELGA"),
        ("MOSCOW, March 5. /TASS/. ", "MOSCOW", "TASS"),
        ("Odense /ritzau/ ", "Odense", "ritzau"),
        ("(ANSA) - ROMA, 5 MAR - ", "ROMA", "ANSA"),
        ("Oslo (NTB): ", "Oslo", "NTB"),
        ("March 5 (Scoop) - ", "", "Scoop"),
    ],
)
def test_a_dateline_is_known_however_the_agency_writes_it(
    opening: str, place: str, agency: str
) -> None:
    assert dateline_of(opening + "The gate moved.") == (place, agency, "The gate moved.")


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the plan (which cost 4) - was dead.",
        "The paper/card talks /joint/ went on.",
        "The Marland Lock Board (mlb) closed the gate.",
        "In May, June and July 9 Britons - all sailors - left.",
    ],
)
def test_a_sentence_with_brackets_or_strokes_is_no_dateline(sentence: str) -> None:
    assert dateline_of(sentence) == ("", "", sentence)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("CERVA, Aug 28", "CERVA"),
        ("Vannes, 6 mars 2026 (AFP) -", "Vannes"),
        ("Portland, Maine", "Portland, Maine"),
        ("6/3/2026 10:30", ""),
    ],
)
def test_the_place_is_taken_from_a_line_with_a_date(line: str, place: str) -> None:
    assert place_of(line) == place


def test_lines_are_paragraphs_where_they_are_whole_or_indented() -> None:
    assert paragraphs_of("It opened.\nIt closed.") == ["It opened.", "It closed."]
    assert paragraphs_of("    It opened on\nFriday.\n    It closed.") == [
        "It opened on Friday.",
        "It closed.",
    ]
    assert paragraphs_of("It opened\non Friday.\n\nIt closed.") == [
        "It opened on Friday.",
        "It closed.",
    ]


def test_lines_that_only_the_markup_wraps_are_no_rows() -> None:
    assert not has_rows("It opened on\n      Friday, and closed\n      again.")
    assert has_rows("    It opened on\nFriday.\n    It closed.")


def test_an_agency_that_gives_only_its_address_has_the_name_in_it() -> None:
    assert agency_name("www.afp.com") == "AFP"
    assert agency_name("quaywire.example") == "Quaywire"
    assert agency_name("Acme News, Inc.") == "Acme News, Inc."


def test_a_clock_is_found_by_the_agency_and_not_by_a_word_in_its_name() -> None:
    assert home_of("belga.be") == "Europe/Brussels"
    assert home_of("", "urn:newsml:ansa.it:1") == "Europe/Rome"
    assert home_of("Reuters", "Antara") == ""


def test_words_to_the_desk_leave_the_copy_and_are_not_public() -> None:
    item = Item(headline="Gate &amp; lock", versioned="2026-03-06T09:00:00Z")
    item.paragraphs = ["By Ann Dove", "Cerva (ANA) - It moved.", "((ann@ana.example))"]
    item.notes = [Note("editors", "Embargoed until 0600 on Saturday")]
    settle(item, "Europe/Rome")
    assert (item.headline, item.byline, item.dateline) == ("Gate & lock", "Ann Dove", "Cerva")
    assert item.paragraphs == ["It moved."]
    assert item.notes[1] == Note("contact", "ann@ana.example", public=False)
    assert (item.status, item.embargo) == ("usable", "2026-03-07T05:00:00Z")
