"""The trail: what its names are, with and without marks between them."""

from __future__ import annotations

import pytest

from broadsheet.copydesk import read, split_trail


def kinds(
    line: str, sections: tuple[str, ...] = (), places: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Each name with its kind."""
    return [(name.name, name.kind) for name in split_trail(line, sections, places)]


@pytest.mark.parametrize("mark", [" › ", " > ", " | ", " / ", " · ", ", ", " » "])
def test_a_trail_is_split_at_its_marks(mark: str) -> None:
    line = mark.join(["World", "Harrowgate Bay", "Business"])
    assert [name for name, _ in kinds(line)] == ["World", "Harrowgate Bay", "Business"]


def test_a_trail_without_marks_is_split_by_the_longest_usual_name() -> None:
    assert kinds("-Top Stories Asia News Business") == [
        ("Top Stories", "place"), ("Asia News", "usual"), ("Business", "usual"),
    ]  # fmt: skip


def test_the_papers_own_names_win_over_the_usual_ones() -> None:
    assert kinds("World News", sections=("World News",)) == [("World News", "section")]
    assert kinds("Harbour Tide World", sections=("Harbour Tide",)) == [
        ("Harbour Tide", "section"), ("World", "usual"),
    ]  # fmt: skip


def test_what_is_left_over_is_one_name_to_be_asked_about() -> None:
    assert kinds("World Upper Sarran Valley Business")[1] == ("Upper Sarran Valley", "unknown")


def test_a_place_on_the_papers_own_front_is_known() -> None:
    assert kinds("Quayside World", places=("Quayside",))[0] == ("Quayside", "place")


def test_a_headline_of_common_words_is_no_trail() -> None:
    reading = read(
        "Police and courts agree on new hours\n\nThe gate opened on Monday, police said."
    )
    assert reading.trail == ()
    assert reading.headline == "Police and courts agree on new hours"
