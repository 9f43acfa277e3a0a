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
