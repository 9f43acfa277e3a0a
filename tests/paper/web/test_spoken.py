"""Spoken words marked in a paragraph's HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.web.spoken import Spoken, mark

SAID = Spoken("we wait", "Ines Harrow")
Q = '<q data-speaker="Ines Harrow">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>“we wait,” she said</p>", f"<p>“{Q}we wait</q>,” she said</p>"),
        ("<p>“we\n  wait”</p>", f"<p>“{Q}we\n  wait</q>”</p>"),
        ("<p>“we <b>wait</b>”</p>", f"<p>“{Q}we <b>wait</b></q>”</p>"),
        ("<p>“we <b>wait, all</b>”</p>", "<p>“we <b>wait, all</b>”</p>"),
        ("<p>we</p><p>wait</p>", "<p>we</p><p>wait</p>"),
        ("<p>nothing</p>", "<p>nothing</p>"),
    ],
)
def test_words_are_marked_where_they_stand_within_one_element(html: str, expected: str) -> None:
    assert mark(html, [SAID]) == expected


def test_entities_are_read_as_the_letters_they_stand_for() -> None:
    said = Spoken("fish & chips", 'A "B"')
    assert mark("<p>fish &amp; chips</p>", [said]) == (
        '<p><q data-speaker="A &quot;B&quot;">fish &amp; chips</q></p>'
    )


def test_a_quotation_over_two_paragraphs_is_marked_in_each() -> None:
    said = Spoken("One.\n\nTwo.", "")
    assert mark("<p>One.</p>", [said]) == "<p><q>One.</q></p>"
    assert mark("<p>Two.</p>", [said]) == "<p><q>Two.</q></p>"


def test_the_outlets_that_words_came_through_are_named() -> None:
    assert mark("<p>we wait</p>", [Spoken("we wait", "", ("CNN", "NPA"))]) == (
        '<p><q data-through="CNN, NPA">we wait</q></p>'
    )


def test_words_inside_words_already_marked_are_not_marked_again() -> None:
    twice = [Spoken("we wait here", ""), Spoken("wait", "")]
    assert mark("<p>we wait here</p>", twice) == "<p><q>we wait here</q></p>"


@given(st.text(alphabet="ab &<>;q/", max_size=30), st.text(alphabet="ab &<q", max_size=6))
def test_marking_never_changes_the_words(text: str, words: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f"<p>{escaped}</p>"
    assert re.sub(r"</?q>", "", mark(html, [Spoken(words, "")])) == html
