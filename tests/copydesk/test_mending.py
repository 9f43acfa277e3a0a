"""Mends that are certain, and the names and quoted words that no mend may touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from broadsheet import copydesk
from broadsheet.copydesk.mending import certain_mends, mend_all, unified
from broadsheet.copydesk.style import load_style

UK = load_style("uk")


def mended(body: str, headline: str = "Lock opens") -> str:
    head = f"{headline}\n\n"
    text, _ = mend_all(head + body, lambda text: copydesk.read(text, style=UK))
    return text.removeprefix(head)


@pytest.mark.parametrize(
    ("copy", "right"),
    [
        ("The gate of the the lock opened.", "The gate of the lock opened."),
        ("The gate  opened  late.", "The gate opened late."),
        ("A firsthand report. Firsthand, too.", "A first-hand report. First-hand, too."),
        ("It opened on August 29.", "It opened on 29 August."),
        ("It fell by 4 percent in order to float.", "It fell by 4 per cent to float."),
        (
            "The gate opened.\n\nPlease wait.\n\nYour email address will not be published.\n",
            "The gate opened.\n\nPlease wait.\n",
        ),
        (
            "The gate opened.\r\n\r\nLeave a Reply\r\n\r\nBoats came to the lock.",
            "The gate opened.\r\n\r\nBoats came to the lock.",
        ),
    ],
)
def test_what_is_certain_is_mended(copy: str, right: str) -> None:
    assert mended(copy) == right


@pytest.mark.parametrize(
    "copy",
    [
        "“The the gate is a firsthand thing,” Okafor said.",
        "“It is open, and the the gate is firsthand.\n\nAnd the the lock too,” Okafor said.",
        "Okafor came. Okafor spoke. Ms Okafor left. Then Okafro returned.",
        "He read Firsthand at The Firsthand Inn.",
        "Okafor met with the mason.",
        "World\n\nThe gate opened.",
        "ALSO READ: Ferries sail again to the north",
        "The Selby Harbour Board (SHB) opened the gate.",
    ],
)
def test_names_quoted_words_and_what_a_person_must_decide_are_left(copy: str) -> None:
    assert mended(copy) == copy


def test_no_mend_lies_over_another() -> None:
    reading = copydesk.read(
        "Lock opens\n\nThe  the the  gate  opened in order  to float.", style=UK
    )
    mends = certain_mends(reading)
    assert all(a.end <= b.start for a, b in pairwise(mends))


def test_the_differences_are_shown_as_everybody_knows_them() -> None:
    lines = list(unified("Lock opens\n\nThe the gate.\n", "Lock opens\n\nThe gate.\n", "copy.txt"))
    assert lines[0] == "--- copy.txt (as it is)"
    assert lines[-2:] == ["-The the gate.", "+The gate."]


PIECES = some.sampled_from(
    [
        "the ",
        "the  ",
        "“",
        "”",
        "firsthand ",
        "Okafor ",
        "said, ",
        ". ",
        "\n\n",
        "4 percent ",
        "\u00a0 ",
    ]
)


@given(some.lists(PIECES, max_size=30).map("".join))
def test_quoted_words_come_out_as_they_went_in(text: str) -> None:
    new, _ = mend_all(text, lambda copy: copydesk.read(copy, style=UK))
    shown = "".join(new.split())
    if text.count("“") == text.count("”") == 1 and text.find("“") < text.find("”"):
        quoted = text[text.find("“") : text.find("”") + 1]
        assert "".join(quoted.split()) in shown
