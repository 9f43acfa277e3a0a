"""What is new in a take against the last, sentence by sentence and word by word."""

from __future__ import annotations

import time
from typing import Any

from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.threads.differences import Piece, Run, differences, new_in, word_runs
from tests.wire.test_keeping import COPY, take, text


def said(pieces: list[Piece]) -> list[tuple[str, str]]:
    """Kinds and words of pieces."""
    return [(piece.kind, piece.new or piece.old) for piece in pieces]


def test_each_sentence_is_the_same_new_gone_or_changed() -> None:
    old = ["Nine boats came. The gate stayed shut all night.", "Nobody was hurt."]
    new = ["Nine boats came. The gate stayed shut until morning.", "A tug arrived at six."]
    assert said(differences(old, new)) == [
        ("same", "Nine boats came."),
        ("changed", "The gate stayed shut until morning."),
        ("gone", "Nobody was hurt."),
        ("new", "A tug arrived at six."),
    ]


def test_a_changed_sentence_is_told_word_by_word() -> None:
    (piece,) = differences(["The toll rose to 12 on Friday."], ["The toll rose to 14 on Friday."])
    assert piece.runs == (
        Run("same", "The toll rose to "),
        Run("gone", "12 "),
        Run("new", "14 "),
        Run("same", "on Friday."),
    )


def test_runs_hold_both_sentences_whole() -> None:
    one, other = "A gate of oak stood here.", "Here stood a gate made of oak, long ago."
    runs = word_runs(one, other)
    assert "".join(run.text for run in runs if run.kind != "gone") == other
    kept = "".join(run.text for run in runs if run.kind != "new")
    assert "".join(kept.split()) == "".join(one.split())
    assert word_runs(one, one) == ()


def test_paragraphs_begin_where_they_began() -> None:
    pieces = differences(["One came. Two went."], ["One came.", "Two went. Three stayed."])
    assert [piece.begins for piece in pieces] == [True, True, False]


def test_other_marks_make_no_difference_in_a_sentence() -> None:
    (piece,) = differences(["“It is open,” she said."], ['"It is open", she said.'])
    assert (piece.kind, piece.new) == ("same", '"It is open", she said.')


def test_nothing_against_something_is_all_new_and_the_other_way_all_gone() -> None:
    assert {piece.kind for piece in differences([], COPY)} == {"new"}
    assert {piece.kind for piece in differences(COPY, [])} == {"gone"}
    assert differences([], []) == []


def test_every_sentence_of_both_stands_in_the_pieces_in_its_order() -> None:
    old = [f"Line {n} tells of boat {n % 7} and of the weather in row {n}." for n in range(60)]
    new = [line.replace("weather", "harvest") if n % 3 else line for n, line in enumerate(old)]
    pieces = differences(old, [*new[30:], *new[:20]])
    assert [piece.old for piece in pieces if piece.old] == old
    assert [piece.new for piece in pieces if piece.new] == [*new[30:], *new[:20]]


def test_two_thousand_sentences_are_compared_at_once() -> None:
    old = [f"Sentence {n} has words of its own like {n * 7} and {n * 13}." for n in range(2000)]
    new = [f"{line[:-1]} today." if n % 5 == 0 else line for n, line in enumerate(old)]
    begun = time.process_time()
    kinds = [piece.kind for piece in differences(old, new)]
    assert time.process_time() - begun < 3
    assert (kinds.count("changed"), kinds.count("same")) == (400, 1600)


def test_sentences_that_no_other_take_of_the_thread_has(paper: Any) -> None:
    keep(take(), paper)
    more = [*COPY, "A band played. Nobody was hurt at all in the end."]
    (second,) = keep(take(versioncreated="2026-03-06T10:00:00Z", **text(more)), paper).takes
    assert new_in(second) == ["A band played.", "Nobody was hurt at all in the end."]
    (alone,) = keep(take("urn:sna:7", **text(["An alert of its own came in."])), paper).takes
    assert new_in(alone) == ["An alert of its own came in."]
