"""`broadsheet check --sarif`: one SARIF 2.1.0 log of all files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.cli import main

DIRTY = "Ferry fares frozen\n\n😀 The council froze the the fares. It met with the harbour board.\n"


def log(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["check", "--sarif", *words]) in {0, 1}
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_one_log_holds_every_file_with_places_in_code_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b c.txt"]
    for file in files:
        file.write_text(DIRTY, encoding="utf-8")
    found = log(capsys, *map(str, files))
    (run,) = found["runs"]
    assert (found["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    assert {p["artifactLocation"]["uri"] for p in places} == {file.as_uri() for file in files}
    doubled = next(r for r in run["results"] if r["ruleId"] == "doubled-word")
    region = doubled["locations"][0]["physicalLocation"]["region"]
    assert DIRTY[region["charOffset"] :][: region["charLength"]] == "the the"
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 21, 28)
    assert doubled["level"] == "error"
    replacement = doubled["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "the"}


def test_every_rule_that_spoke_is_explained_with_its_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (run,) = log(capsys, str(tmp_path / "a.txt"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {"doubled-word", "meet-with"} <= {rule["id"] for rule in rules}
    assert all("Leaves alone:" in rule["help"]["text"] for rule in rules)
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_what_was_dismissed_is_marked_as_suppressed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = tmp_path / "a.txt"
    name.write_text(DIRTY, encoding="utf-8")
    main(["check", "--dismiss", "doubled-word", f"{name}:3"])
    capsys.readouterr()
    (run,) = log(capsys, str(name))["runs"]
    gone = {r["ruleId"]: r.get("suppressions") for r in run["results"]}
    assert gone["doubled-word"] == [{"kind": "external", "status": "accepted"}]
    assert gone["meet-with"] is None


def test_no_file_is_an_empty_log_not_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Ferry fares frozen\n\nThe council froze fares.\n")
    assert log(capsys, str(tmp_path / "a.txt"))["runs"][0]["results"] == []
