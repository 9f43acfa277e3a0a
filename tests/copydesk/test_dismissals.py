"""A dismissed finding stays dismissed as long as its sentence stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet import copydesk
from broadsheet.copydesk.dismissals import (
    FILE_NAME,
    Dismissal,
    DismissalsError,
    add,
    dismissal,
    fingerprint,
    is_dismissed,
    load,
    sentence_at,
)

DAY = date(2026, 3, 6)
COPY = "Lock opens\n\nThe gate opened. The mason said “the the lock” is old. Boats came."


def doubled(text: str) -> copydesk.Finding:
    return next(f for f in copydesk.read(text).findings if f.check == "doubled-word")


def test_the_sentence_is_the_one_that_holds_the_finding() -> None:
    at = doubled(COPY).start
    assert COPY[slice(*sentence_at(COPY, at))] == "The mason said “the the lock” is old."


def test_it_stays_dismissed_when_other_sentences_move() -> None:
    row = dismissal(COPY, doubled(COPY), DAY)
    moved = 'Lock shuts\n\nBoats went.\n\nThe mason said "the the  lock" is old. It rained. Why?'
    assert is_dismissed(moved, doubled(moved), [row])


def test_it_comes_back_when_its_own_sentence_changes() -> None:
    row = dismissal(COPY, doubled(COPY), DAY)
    changed = COPY.replace("mason", "master")
    assert not is_dismissed(changed, doubled(changed), [row])


def test_another_rule_in_the_same_sentence_is_not_dismissed() -> None:
    finding = doubled(COPY)
    assert not is_dismissed(COPY, finding, [Dismissal("stray-space", fingerprint(COPY, finding))])


def test_a_line_as_long_as_a_book_has_sentences_too() -> None:
    text = "Boats came and went. " * 20_000
    begin = len(text)
    text += "The the gate opened. " + "Boats came and went. " * 20_000
    assert text[slice(*sentence_at(text, begin + 3))] == "The the gate opened."


def test_rows_are_kept_once_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    row = dismissal(COPY, doubled(COPY), DAY)
    assert load(path) == ()
    assert (add(path, [row, row]), add(path, [row])) == (1, 0)
    assert load(path) == (row,)
    assert (row.words, row.day) == ("The mason said “the the lock” is old.", "2026-03-06")


def test_a_line_without_its_end_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"rule": "stray-space", "sentence": "0"}')
    assert add(path, [dismissal(COPY, doubled(COPY), DAY)]) == 1
    assert [row.rule for row in load(path)] == ["stray-space", "doubled-word"]


@pytest.mark.parametrize("line", ["no json", "[]", '{"rule": "x"}', "[" * 9_999])
def test_a_broken_line_is_named(line: str, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(f"\n{line}\n")
    with pytest.raises(DismissalsError, match=r"dismissed:2: .*Mend or delete that line"):
        load(tmp_path / FILE_NAME)
