"""Plain text: each sample beside what is to be read in it, and what stands under copy by name."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.endmatter import end_of
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("text"))
def test_a_file_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("text", name)
    assert got == wanted


def test_a_first_line_with_a_colon_is_copy_and_no_label() -> None:
    (item,) = items(
        b"Credit: banks lend less\n\nBanks lent less in March, the central bank said.\n"
    )
    assert item.headline == "Credit: banks lend less"
    assert item.credit == ""


@pytest.mark.parametrize("mark", ["ENDS", "-ends-", "###", "# # #", "- Ende -", "-30-", "FIN"])
def test_what_stands_under_the_end_is_for_the_desk(mark: str) -> None:
    ended = end_of(["The ferry sails.", mark, "About the line: it has two boats."])
    assert (ended.copy, ended.notes) == (
        ["The ferry sails."],
        ["About the line: it has two boats."],
    )


@pytest.mark.parametrize(
    "head",
    ["Notes to editors:", "NOTE TO EDITORS", "Hinweis an die Redaktionen:", "Notes aux rédactions"],
)
def test_notes_to_editors_are_for_the_desk(head: str) -> None:
    ended = end_of(["The ferry sails.", head, "Pictures are to be had."])
    assert (ended.copy, ended.notes) == (["The ferry sails."], [head, "Pictures are to be had."])


def test_people_to_ring_are_for_the_desk_and_copy_after_them_is_copy() -> None:
    ended = end_of(
        ["The ferry sails.", "Press contact:", "Jo Field", "01632 960001", "Fares stay, it said."]
    )
    assert ended.copy == ["The ferry sails.", "Fares stay, it said."]
    assert ended.contacts == ["Press contact:", "Jo Field", "01632 960001"]


@pytest.mark.parametrize("word", ["Contact with the boat was lost at noon.", "Ends meet in the film.", "Kontakte zum Boot gab es nicht."])  # fmt: skip
def test_sentences_that_begin_like_marks_are_copy(word: str) -> None:
    assert end_of(["The ferry sails.", word]).copy == ["The ferry sails.", word]


def test_copy_is_never_left_without_a_paragraph() -> None:
    assert end_of(["ENDS", "The ferry sails."]).copy == ["ENDS", "The ferry sails."]


def test_the_telexs_envelope_is_opened_and_its_lines_are_read() -> None:
    (item,) = items(
        b"ZCZC SNA\n%A\n#Gate_BC1\n$Gate moves at Selby\n:(SELBY)\n*07000000\n@MAR\n"
        b"The gate at Selby has been moved.\n\n   Boats came in on Friday, the harbour said.\n\n\nSNA RTV\nNNNN"
    )
    assert (item.headline, item.slugline) == ("Gate moves at Selby", "Gate_BC1")
    assert (item.dateline, item.credit) == ("SELBY", "SNA")
    assert item.paragraphs == [
        "The gate at Selby has been moved.",
        "Boats came in on Friday, the harbour said.",
    ]


def test_lines_cut_to_a_width_are_put_together() -> None:
    (item,) = items(
        b"Road alert for Selby\n\nThe alert for the western suburbs has been called off, but the\n"
        b"town will go on to be watched.\nFor more, ask the council.\n"
    )
    assert item.paragraphs == [
        "The alert for the western suburbs has been called off, but the town will go on to be watched.",
        "For more, ask the council.",
    ]


def test_a_release_of_a_service_has_its_dateline_its_source_and_no_contacts_in_the_copy() -> None:
    (item,) = items(
        b"Source: Selby Boats, Inc. \nMEDIA RELEASE PR67276\n"
        b"Selby Boats Partners with Marland Digital On Its New Lock Billing \nPlatform\n\n"
        b"SELBY, Marland, Feb. 1, 2026 /ReleaseWire-Sea/ --\n\n"
        b"Selby Boats, Inc. has today announced a partnership with Marland Digital.\n\n"
        b"Boats can pay at the gate, it said.\n\nInvestor relations contact:\n\nJo Field\n"
        b"ir@boats.example\n+1 (555) 800-0274 \n\nSOURCE Selby Boats, Inc. \n"
    )
    wanted = "Selby Boats Partners with Marland Digital On Its New Lock Billing Platform"
    assert item.headline == wanted
    assert (item.dateline, item.credit) == ("SELBY, Marland", "Selby Boats, Inc.")
    assert item.paragraphs == [
        "Selby Boats, Inc. has today announced a partnership with Marland Digital.",
        "Boats can pay at the gate, it said.",
    ]
    assert all(not note.public for note in item.notes)
