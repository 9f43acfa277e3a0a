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


def test_a_slug_that_stands_by_itself_above_the_head_is_no_part_of_it() -> None:
    item = only(
        "sla037 4 su 174 loc 1388\n\nÉcluse de Selby\n\nÉcluse de Selby: \nles portes bougent enfin = \n\n"
        "Selby (ats) Les portes de l'écluse \nont bougé vendredi. \n\n(SDA\\/mf ba) \n\n061005 mar 26",
        "latin-1",
    )
    assert item.slugline == "Écluse de Selby"
    assert item.headline == "Écluse de Selby: les portes bougent enfin"
    assert (item.agency, item.dateline) == ("ats", "Selby")
    assert item.paragraphs == ["Les portes de l'écluse ont bougé vendredi."]
    assert item.versioned == "2026-03-06T09:05:00Z"


def test_marks_of_other_kinds_are_no_headline_and_what_there_is_to_read_further_is_linked() -> None:
    text = COPY_7901.replace("REFILE\r\n1ST LEAD", "EXTRA\r\n3RD NET").replace(
        "- adds quote", "- [Statement](https://lock.example/a)\r\n- adds quote"
    )
    item = only(text)
    assert item.headline == "Sea lock at Port Selby opens after a long night of repairs"
    assert item.signals == ["update"]
    assert item.links == ["https://lock.example/a"]


def test_a_contact_among_the_copy_of_an_advisory_is_kept_from_print() -> None:
    contact = "Ansprechpartner:\r\nRedaktion Selby - Tel.: +49 30 5550 1234\r\n\r\n"
    item = only(COPY_7901.replace('"She moved', f'{contact}"She moved'))
    assert "5550 1234" not in " ".join(item.paragraphs)
    assert any(note.role == "contact" and "Redaktion Selby" in note.text for note in item.notes)


def test_rows_of_a_table_and_heads_behind_the_byline_are_copy() -> None:
    item = only(
        "z9631-----\nr s BC-SLO--Standings     03-06 0120\n^BC-SLO--Selby League Glance<\n"
        "^Selby League Standings=\n^By The Selby Press=\n^EAST=\n^;W;L;GB\nOtters;23;13;_\nPikes;19;21;6{\n"
        "\t   ___=\n^Friday's Games=\n\t   Otters 7, Pikes 5\n\t   Carps at Otters, 6:10 p.m.<\n\n"
        "\t   AP-WF-03-06-26 0620GMT<\n"
    )
    assert (item.headline, item.byline) == ("Selby League Standings", "The Selby Press")
    assert item.paragraphs == [
        "EAST", ";W;L;GB", "Otters;23;13;_", "Pikes;19;21;6½", "Friday's Games", "Otters 7, Pikes 5",
        "Carps at Otters, 6:10 p.m.",
    ]  # fmt: skip


def test_heads_without_copy_are_the_copy_and_a_number_before_the_slug_is_none() -> None:
    item = only(
        "V4644-----\nr e AP-Top-Selby-Hea     03-06 0121\n^*9006< ^AP-Top-Selby-Headlines,0176<\n"
        "^Top Selby news at 11:23 p.m.<\n^Gate moves\n^Otter seen\n\n\t   AP-WF-03-06-26 0423GMT<\n"
    )
    assert (item.slugline, item.headline) == ("Top-Selby-Headlines", "Top Selby news at 11:23 p.m.")
    assert item.paragraphs == ["Gate moves", "Otter seen"]
    assert item.notes == []


def test_a_slug_of_words_is_known_by_its_cycle_and_its_count() -> None:
    text = COPY_ANPA.replace("BC-EU--Selby-Lock, 1st Ld-Writethru,210", "BC-5 Things to See,364")
    item = only(text)
    assert item.slugline == "5 Things to See"
    assert item.headline == "Sea lock opens after a night of repairs"


def test_a_note_to_readers_above_the_copy_is_a_note() -> None:
    text = COPY_ANPA.replace(
        "\t   PORT", "\t   EDITOR'S NOTE _ Part of a series on locks. \r\n\t   PORT"
    )
    item = only(text)
    assert item.notes[-1].text == "Part of a series on locks."
    assert item.dateline == "PORT SELBY"


@pytest.mark.parametrize("stamp", ["09-12-26", "12-09-26"])
def test_anpa_without_marks_takes_the_order_of_its_date_from_the_dateline(stamp: str) -> None:
    item = only(
        "a0105KYODOkoko-\nu s BC-Selby's-Cup   09-12 0344\nBC-Selby's-Cup\n"
        "Rowing: Otters claim cup by \nbeating Pikes+\n"
        "     PORT SELBY, Marland, Dec. 9 Kyodo - Otters claimed the \ncup on Sunday.\n"
        '     "We rowed -- hard," said the\ncox.\n==Kyodo\nKWS-21:37-' + stamp + "\n"
    )
    assert item.format == "anpa"
    assert item.headline == "Rowing: Otters claim cup by beating Pikes"
    assert (item.agency, item.dateline) == ("Kyodo", "PORT SELBY, Marland")
    assert item.slugline == "Selby's-Cup"
    assert item.paragraphs == [
        "Otters claimed the cup on Sunday.",
        '"We rowed -- hard," said the cox.',
    ]
    assert item.versioned == "2026-12-09T12:37:00Z"


def test_a_lead_names_the_take_before_it_and_old_years_are_old() -> None:
    text = COPY_ANPA.replace("1st Ld-Writethru,210", "1st Ld-Writethru, a0512,210")
    item = only(text.replace("03-06-26 1605GMT", "03-06-89 0556EST"))
    assert (item.slugline, item.version) == ("EU--Selby-Lock", "1st Ld-Writethru")
    assert item.versioned == "1989-03-06T10:56:00Z"
    assert item.replaces == ["anpa:a0512:1989-03-06"]


def test_the_category_of_advisories_is_a_word_to_the_desk() -> None:
    assert only(COPY_ANPA.replace("u i\x13", "u v\x13")).signals == ["update", "advisory"]


@pytest.mark.parametrize("marks", ["^ADV08<\r\n^For release Sunday, March 8<", "^ADV08<"])
def test_copy_sent_ahead_is_held_until_its_day(marks: str) -> None:
    text = COPY_ANPA.replace("1st Ld-Writethru,210", "ADV08,210").replace(
        "^Sea lock", f"{marks}\r\n^Sea lock"
    )
    item = only(text)
    assert item.headline == "Sea lock opens after a night of repairs"
    assert item.embargo == "2026-03-08T00:00:00Z"
    assert "embargo" in item.signals


def test_what_stands_above_a_kill_is_for_the_desk() -> None:
    text = COPY_ANPA.replace("1st Ld-Writethru", "KILL").replace(
        "^AP Photo", "^Make certain that it is not published.<\r\n^AP Photo"
    )
    item = only(text)
    assert item.status == "canceled"
    assert not any(note.public for note in item.notes)


def test_a_kill_names_the_message_that_it_takes_back() -> None:
    item = only(
        "bdt0124 1 pl 20  dpa 0100\n\nSelby/Schleuse/\n(Achtung: bdt0123 bitte nicht verwenden)\n"
        "STORNIERUNG: Schleuse in Selby =\n\nDie Meldung bdt0123 ist falsch.\n\n061005 Mär 26\n"
    )
    assert (item.status, item.headline) == ("canceled", "STORNIERUNG: Schleuse in Selby")
    assert item.replaces == ["iptc7901:bdt0123:2026-03-06"]


def test_the_agency_is_known_by_its_service_and_its_second_line_is_a_summary() -> None:
    item = only(
        "\x01APA0123 5 CI 0123 AI/CA   Fr, 06.Mär 2026\r\n\r\nHäfen/Selby\r\n\x02Schleuse wieder offen\r\n\r\n"
        "Utl.: Boote warteten\r\n\r\nSelby (APA) - Die Schleuse ist wieder offen.\r\n\r\n(Schluss) ann/bob\r\n"
        "\x03APA0123 2026-03-06/10:05\r\n\x04",
        "latin-1",
    )
    assert (item.agency, item.dateline) == ("APA", "Selby")
    assert item.paragraphs == ["Die Schleuse ist wieder offen."]
    assert [(note.role, note.text) for note in item.notes] == [("summary", "Boote warteten")]
    assert item.versioned == "2026-03-06T09:05:00Z"
