"""Mail: each sample beside what is to be read in it, and what belongs to the letter by name."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.mail.letter import open_letter
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("mail"))
def test_a_mail_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("mail", name)
    assert got == wanted


def mail(subject: str = "Ferry returns", body: str = "It sails.", more: str = "") -> bytes:
    return (
        f"From: Ann <ann@agency.example>\nSubject: {subject}\nDate: Wed, 4 Mar 2026 10:00:00 +0100\n"
        f"Message-ID: <m@agency.example>\n{more}\n{body}\n"
    ).encode()


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Re: Fwd: Ferry returns", "Ferry returns"),
        ("PRESS RELEASE: Ferry returns", "Ferry returns"),
        ("Ferry returns (embargoed until 6 March 2026 10:00 GMT)", "Ferry returns"),
        ("Ferry line: 2 May it is", "Ferry line: 2 May it is"),
    ],
)
def test_a_subject_is_the_headline_without_what_mail_puts_before_it(
    subject: str, headline: str
) -> None:
    (item,) = items(mail(subject))
    assert item.headline == headline


def test_an_embargo_in_the_subject_is_kept_and_its_hour_is_the_senders() -> None:
    (item,) = items(mail("Embargoed until 10:00 on 6 March: ferry returns"))
    assert item.embargo == "2026-03-06T09:00:00Z"
    assert item.headline == "ferry returns"
    assert any("zone" in problem for problem in item.problems)


def test_an_embargo_that_cannot_be_read_withholds_the_copy() -> None:
    (item,) = items(mail("Ferry returns", "EMBARGOED\n\nIt sails."))
    assert (item.status, item.embargo, item.signals) == ("withheld", None, ["embargo"])


def test_a_headline_above_the_copy_beats_a_subject_that_says_what_was_sent() -> None:
    body = "Ferry sails again in May\n\nBy Jo Field\n\nThe night ferry sails from 2 May, it said."
    (item,) = items(mail("Copy for tomorrow", body))
    assert (item.headline, item.byline) == ("Ferry sails again in May", "Jo Field")
    assert item.paragraphs == ["The night ferry sails from 2 May, it said."]


def test_private_numbers_are_never_among_the_paragraphs() -> None:
    body = "It sails.\n\nFares stay.\n\nMedia contact: Jo Field, 01632 960001\n\n-- \nAnn\n01632 960002"
    (item,) = items(mail(body=body))
    assert item.paragraphs == ["It sails.", "Fares stay."]
    assert {note.role: note.public for note in item.notes} == {"contact": False, "letter": False}


def test_mails_within_mails_are_opened_only_so_deep() -> None:
    inner = mail("Innermost", "The innermost words of all.")
    for number in range(8):
        head = f"From: a@b.example\nSubject: Layer {number}\nContent-Type: message/rfc822\n\n"
        inner = head.encode() + inner
    found = items(inner)
    assert found[0].problems
    assert all("Innermost" not in item.headline for item in found)


@pytest.mark.parametrize(
    "broken",
    [
        b"From: a\nSubject: =?utf-8?B?!!!?=\nDate: yesterday\n\n\xff\xfe\x00",
        b"From: a\nSubject: x\nContent-Type: multipart/mixed; boundary=\n\n--\n",
        b"From: a\nSubject: x\nContent-Type: text/plain; charset=no-such\n\nIt sails.\n",
        b"Message-ID: <[\nFrom: <<<\nTo: ,,,\nSubject:\n\n",
    ],
)
def test_a_malformed_mail_is_read_as_far_as_it_goes_and_says_so(broken: bytes) -> None:
    (item,) = items(broken)
    assert item.format == "mail"
    assert item.problems


def test_a_word_above_a_forwarded_mail_is_not_copy_and_one_below_a_long_copy_is_not_either() -> (
    None
):
    mark = "---------- Forwarded message ---------\nFrom: Coast <n@c.example>\nSubject: Old\n\nOld copy."
    assert open_letter(f"Please use\n\n{mark}").copy.strip() == "Old copy."
    assert open_letter(f"{'The ferry sails. ' * 30}\n\n{mark}").copy.count("Old copy") == 0


def test_flowed_lines_are_one_paragraph_again() -> None:
    flowed = mail(
        body="The night ferry \nsails from \n2 May.\n\nFares stay.",
        more="Content-Type: text/plain; format=flowed\n",
    )
    (item,) = items(flowed)
    assert item.paragraphs == ["The night ferry sails from 2 May.", "Fares stay."]


def test_a_form_that_was_mailed_is_read_field_by_field() -> None:
    form = (
        '{"Headline":["Gate moves"],"Slugline":["GATE"],"Dateline":["SELBY, May 5"],"Username":["ann@sna.example"],'
        '"Category":["HOME NEWS"],"Abstract":["It moved."],"Body":["The gate moved.\\n\\nBoats came."]}'
    )
    (item,) = items(mail("Formatted story", form))
    assert (item.headline, item.slugline, item.dateline) == ("Gate moves", "GATE", "SELBY")
    assert item.paragraphs == ["The gate moved.", "Boats came."]
    assert [(note.text, note.public) for note in item.notes] == [
        ("It moved.", True),
        ("ann@sna.example", False),
    ]


def test_a_greeting_in_one_block_with_the_copy_is_no_copy() -> None:
    assert open_letter("Hello,\nThe ferry sails.").copy == "The ferry sails."
    assert open_letter("Hello, sailor\nThe ferry sails.").copy.startswith("Hello, sailor")


def test_an_attached_text_has_an_id_and_a_time_from_its_mail() -> None:
    body = (
        "--b\nContent-Type: text/plain\n\nSee the text.\n--b\nContent-Type: text/plain; name=a.txt\n"
        "Content-Disposition: attachment; filename=a.txt\n\nFerry returns\n\nIt sails.\n--b--"
    )
    _, attached = items(
        mail("Copy", body, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n")
    )
    assert (attached.guid, attached.versioned) == ("m@agency.example#1", "2026-03-04T09:00:00Z")


def test_copy_that_an_agency_mails_has_its_slug_its_notes_and_its_byline_above_it() -> None:
    body = (
        "BC-EU--Selby-Lock, 1st Ld-Writethru\nSea lock opens after a night of repairs\n"
        "Eds: Updates with quotes.\nBy INES OKAFOR\nANA Staff Writer\n\n"
        "PORT SELBY, Marland (ANA) \u2014 The sea lock opened on Friday.\n\nRepairs took nine hours.\n\n"
        "Desk: Jo Field, +44 20 5550 1234"
    )
    (item,) = items(mail("BC-EU--Selby-Lock, 1st Ld-Writethru", body))
    assert item.headline == "Sea lock opens after a night of repairs"
    assert (item.slugline, item.version) == ("EU--Selby-Lock", "1st Ld-Writethru")
    assert (item.byline, item.dateline) == ("INES OKAFOR", "PORT SELBY, Marland")
    assert item.paragraphs == ["The sea lock opened on Friday.", "Repairs took nine hours."]
    assert item.signals == ["update"]
    assert all(not note.public for note in item.notes)
