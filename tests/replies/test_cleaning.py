"""What a reader wrote, as plain text that can stand on a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.replies.cleaning import clean_line, clean_text, hash_of_text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("One.\n\n\n\n\nTwo.", "One.\n\nTwo."),
        ("  One.  \n  Two.  ", "One.\n  Two."),
        ("bell\x07 null\x00 escape\x1b[31m", "bell null escape[31m"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("half \ud83d pair", "half  pair"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("e\u0301", "é"),
    ],
)
def test_it_keeps_what_can_be_seen(written: str, expected: str) -> None:
    assert clean_text(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "می\u200cخواهم",
        "ক\u200dষ",
        "👩\u200d👩\u200d👧 🏽",
        "שלום\u200f!",
        "Ünïcödé — “quoted”…",
        "ਪੰਜਾਬੀ",
        "Zürich 東京",
    ],
)
def test_it_leaves_every_language_as_it_is(written: str) -> None:
    assert clean_text(written) == written


def test_marks_piled_upon_one_letter_are_cut() -> None:
    assert len(clean_text("Z" + "\u0335" * 400)) < 10


def test_a_name_is_one_line() -> None:
    assert clean_line("  Asha \n\t Rao\u202e ") == "Asha Rao"


def test_the_same_words_spaced_otherwise_have_the_same_hash() -> None:
    assert hash_of_text("I  agree.\n\nFully. ") == hash_of_text("I agree. Fully.")
    assert hash_of_text("I agree.") != hash_of_text("I agree!")


@given(st.text())
def test_cleaning_what_is_clean_changes_nothing(written: str) -> None:
    assert clean_text(clean_text(written)) == clean_text(written)
    assert clean_line(clean_line(written)) == clean_line(written)


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs"])))
def test_no_control_character_but_the_line_end_is_left(written: str) -> None:
    left = clean_text(f"a{written}b")
    assert not [letter for letter in left if ord(letter) < 32 and letter != "\n"]
