"""Other commands know where the paper is served, and that it no longer is."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.serve import standing


def test_the_address_is_known_while_the_paper_is_served(tmp_path: Path) -> None:
    standing.stand(tmp_path, "http://127.0.0.1:8731")
    assert standing.where(tmp_path) == "http://127.0.0.1:8731"
    standing.leave(tmp_path)
    assert standing.where(tmp_path) is None


def test_a_file_left_by_a_process_that_is_gone_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / standing.NAME).write_text('{"pid": 999999999, "address": "http://x"}', "utf-8")
    assert standing.where(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "no", "address": "http://x"}'])
def test_a_broken_file_counts_for_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / standing.NAME).write_text(text, "utf-8")
    assert standing.where(tmp_path) is None


def test_nobody_removes_what_another_process_wrote(tmp_path: Path) -> None:
    (tmp_path / standing.NAME).write_text('{"pid": 1, "address": "http://x"}', "utf-8")
    standing.leave(tmp_path)
    assert (tmp_path / standing.NAME).exists()
