"""`broadsheet check`: lines as of a compiler, exit codes for automation."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.cli import main
from broadsheet.cli.findings_shown import Lines

CLEAN = "Ferry fares frozen\n\nThe council froze ferry fares.\n"
DIRTY = "Ferry fares frozen\r\n\r\nThe council froze the the ferry fares.\r\n"
QUERY = "Ferry fares frozen\n\nThe council froze ferry fares on Monday."

Filer = Callable[[str, str], str]


@pytest.fixture
def file(tmp_path: Path) -> Filer:
    def _file(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return str(path)

    return _file


def test_clean_copy_is_passed_in_silence(file: Filer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", file("clean.txt", CLEAN)]) == 0
    assert capsys.readouterr().out == ""


def test_a_fix_is_shown_with_its_line_and_a_caret(
    file: Filer, capsys: pytest.CaptureFixture[str]
) -> None:
    name = file("dirty.txt", DIRTY)
    assert main(["check", name]) == 1
    head, line, caret = capsys.readouterr().out.splitlines()
    assert head == f"{name}:3:19 fix doubled-word “the” stands twice in a row"
    assert line == "    The council froze the the ferry fares."
    assert caret == "                      ^^^^^^^"


def test_a_query_alone_does_not_fail(file: Filer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", file("query.txt", QUERY)]) == 0
    assert " query unanchored-date " in capsys.readouterr().out


def test_of_an_agency_only_fixes_are_said_unless_all_is_asked_for(
    file: Filer, capsys: pytest.CaptureFixture[str]
) -> None:
    name = file("agency.txt", QUERY + " (PTI)")
    assert main(["check", name]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "2 remarks are held back, as this is the copy of PTI; --all shows them." in said.err
    assert main(["check", "--all", name]) == 0
    assert " query unanchored-date " in capsys.readouterr().out


def test_many_files_give_the_gravest_code(file: Filer, capsys: pytest.CaptureFixture[str]) -> None:
    clean, dirty = file("clean.txt", CLEAN), file("dirty.txt", DIRTY)
    assert main(["check", clean, dirty]) == 1
    assert main(["check", dirty, "nowhere.txt", clean]) == 2
    said = capsys.readouterr()
    assert "broadsheet check: nowhere.txt: no such file or directory." in said.err
    assert "dirty.txt:3:19" in said.out


def test_json_has_one_object_a_file(file: Filer, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--json", file("clean.txt", CLEAN), file("dirty.txt", DIRTY)])
    clean, dirty = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert clean["findings"] == []
    found = dirty["findings"][0]
    assert (found["line"], found["column"], found["check"]) == (3, 19, "doubled-word")
    assert DIRTY[found["start"] : found["end"]] == "the the"


def test_github_is_told_in_its_own_form(file: Filer, capsys: pytest.CaptureFixture[str]) -> None:
    name = file("100%,done:dirty.txt", DIRTY)
    assert main(["check", "--github", name]) == 1
    said = capsys.readouterr().out
    assert said.startswith("::error file=")
    assert (
        "100%25%2Cdone%3Adirty.txt,line=3,col=19,endLine=3,endColumn=26,title=doubled-word::"
        in said
    )


def test_a_long_line_is_cut_round_the_finding() -> None:
    text = "a" * 500 + " the the " + "b" * 500
    line, caret = Lines(text).around(501, 508)
    assert line[0] == line[-1] == "…"
    assert len(line) < 100
    assert line[caret.index("^") : caret.rindex("^") + 1] == "the the"


def test_a_batch_is_answered_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({"id": "a", "text": DIRTY}), "no json", json.dumps({"id": "b", "text": CLEAN})]  # fmt: skip
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert main(["check", "--batch"]) == 2
    dirty, wrong, clean = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (dirty["id"], dirty["findings"][0]["line"]) == ("a", 3)
    assert "not JSON" in wrong["error"]
    assert (clean["id"], clean["findings"]) == ("b", [])


def test_house_style_is_said_by_name_and_only_where_it_spoke(
    file: Filer, capsys: pytest.CaptureFixture[str]
) -> None:
    name = file("uk.txt", "Ferry fares frozen\n\nThe harbour board met with the masons.\n")
    assert main(["check", name]) == 0
    said = capsys.readouterr()
    assert ":3:19 style meet-with “met with”" in said.out
    assert "house style: uk" in said.err
    assert main(["check", name, "--style", "none"]) == 0
    assert capsys.readouterr() == ("", "")


def test_an_unknown_style_is_refused_with_the_nearest(
    file: Filer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", file("clean.txt", CLEAN), "--style", "englisch"]) == 2
    assert "The nearest known one is 'english'" in capsys.readouterr().err


def test_the_papers_setting_names_the_style(
    tmp_path: Path, file: Filer, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broadsheet.toml").write_text('style = "own"\n')
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.toml").write_text(
        '[rules.froze]\nkind = "existence"\nlevel = "fix"\nmessage = "{found}"\n'
        'words = ["froze"]\nmatch = ["It froze."]\nleave = ["It freezes."]\n'
    )
    name = file("clean.txt", CLEAN)
    assert main(["check", name, "--paper", str(tmp_path)]) == 1
    assert ":3:13 fix froze froze" in capsys.readouterr().out
    assert main(["check", name, "--paper", str(tmp_path / "styles")]) == 2
    assert "holds no broadsheet.toml" in capsys.readouterr().err


def test_the_examples_of_a_style_can_be_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    rule = '[rules.quay]\nkind = "existence"\nmessage = "m"\nwords = ["wharf"]\n'
    own.write_text(rule + 'match = ["A wharf."]\nleave = ["A quay."]\n')
    assert main(["check", "--style", str(own), "--examples"]) == 0
    assert capsys.readouterr().out == "own: the examples of 1 rules hold.\n"
    own.write_text(rule + 'match = ["A quay."]\nleave = ["A wharf."]\n')
    assert main(["check", "--style", str(own), "--examples"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "own.quay does not find what it must: A quay.",
        "own.quay finds what it must leave alone: A wharf.",
    ]
