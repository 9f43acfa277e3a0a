"""`broadsheet check --dismiss`: what was dismissed is not said again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadsheet.cli import main
from broadsheet.copydesk.dismissals import FILE_NAME

DIRTY = "Ferry fares frozen\n\nThe council froze the the fares. It met with the masons of the harbour.\n"


@pytest.fixture
def copy(tmp_path: Path) -> str:
    path = tmp_path / "copy.txt"
    path.write_text(DIRTY)
    return str(path)


def test_a_dismissed_finding_stays_so_when_other_sentences_move(
    copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--dismiss", "doubled-word", f"{copy}:3"]) == 0
    assert "doubled-word is dismissed there" in capsys.readouterr().out
    Path(copy).write_text(DIRTY.replace("The council", "It rained.\n\nThe council"))
    assert main(["check", copy]) == 0
    said = capsys.readouterr()
    assert "doubled-word" not in said.out
    assert "1 dismissed finding is not shown." in said.err
    assert main(["check", "--all", "--json", copy]) == 0
    assert json.loads(capsys.readouterr().out)["dismissed"] == 1


def test_several_are_dismissed_at_once_and_the_file_checked(
    copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--dismiss", "doubled-word", f"{copy}:3:19", "--dismiss", "uk.meet-with", f"{copy}:3"]
    assert main(["check", copy, *words]) == 0
    said = capsys.readouterr()
    assert " fix " not in said.out
    assert "2 dismissed findings are not shown." in said.err
    assert main(["check", "--dismiss", "doubled-word", f"{copy}:3"]) == 0
    assert "was dismissed there before" in capsys.readouterr().out


def test_where_there_is_a_paper_it_keeps_them(
    copy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "clarion"
    paper.mkdir()
    (paper / "broadsheet.toml").touch()
    assert main(["check", "--paper", str(paper), "--dismiss", "doubled-word", f"{copy}:3"]) == 0
    assert (paper / FILE_NAME).is_file()
    assert not (tmp_path / FILE_NAME).exists()
    assert main(["check", "--paper", str(paper), copy]) == 0
    assert main(["check", copy]) == 1


@pytest.mark.parametrize(
    ("rule", "place", "words"),
    [
        ("stray-space", ":3", "finds nothing in this line. What does: doubled-word, meet-with"),
        ("doubled-word", ":1", "finds nothing in this line. What does: none"),
        ("doubled-word", "", "is no FILE:LINE"),
        ("doubled-word", ".old:3", "no such file"),
    ],
)
def test_what_cannot_be_dismissed_is_said_in_words(
    rule: str, place: str, words: str, copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--dismiss", rule, copy + place]) == 2
    assert words in capsys.readouterr().err


def test_a_broken_file_of_dismissals_is_named(
    copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (Path(copy).parent / FILE_NAME).write_text("what?\n")
    assert main(["check", copy]) == 2
    assert f"{FILE_NAME}:1: is no" in capsys.readouterr().err
