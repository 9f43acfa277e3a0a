"""Rules of the house that no linter knows, over every file that git would keep."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
REFUSED_NAMES = {"utils", "util", "common", "core", "base", "helpers", "helper", "misc", "lib"}
MOST_LINES = 500
MARKS = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail)|importorskip|unittest\.skip")
#: Folders of one machine, or of the place where this was written.
PLACES = re.compile(
    r"(?<![\w.*])/(?:work|root|home/\w+)/|/tmp/w/|\.\./shared/|[`\"' ]shared/|\.library/"
)


def files() -> list[Path]:
    """What git keeps or would keep, as it lies on the disk."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def python() -> list[Path]:
    return [file for file in files() if file.suffix == ".py"]


def texts() -> list[tuple[str, str]]:
    """Every text file: its name in the project and its words."""
    found = []
    for file in files():
        data = file.read_bytes()
        if b"\0" not in data and file != Path(__file__):
            found.append((str(file.relative_to(ROOT)), data.decode("utf-8", "replace")))
    return found


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    bad = [
        file.relative_to(ROOT)
        for file in files()
        # A template that others extend is called base by everybody who writes templates.
        if file.suffix != ".html"
        and REFUSED_NAMES & {part.partition(".")[0] for part in file.relative_to(ROOT).parts}
    ]
    assert bad == []


def test_no_module_is_longer_than_500_lines() -> None:
    long = {
        str(file.relative_to(ROOT)): count
        for file in python()
        if "migrations" not in file.parts
        and (count := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in python()
        if "migrations" not in file.parts
        and (tree := ast.parse(file.read_text(encoding="utf-8"))).body
        and not ast.get_docstring(tree)
    ]
    assert silent == []


@pytest.mark.parametrize("pattern", [MARKS, SKIPPED], ids=["unfinished", "not run"])
def test_nothing_is_left_for_later(pattern: re.Pattern[str]) -> None:
    bad = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in python()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line) and file != Path(__file__)
    ]
    assert bad == []


def test_no_error_is_swallowed_in_silence() -> None:
    bad = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in python()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and len(node.body) == 1
        and isinstance(node.body[0], ast.Pass)
    ]
    assert bad == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    bad = [f"{name}: {found.group()}" for name, text in texts() if (found := PLACES.search(text))]
    assert bad == []


def test_no_two_migrations_of_a_room_bear_one_number() -> None:
    numbered = [
        (file.parent, file.name[:4])
        for file in python()
        if "migrations" in file.parts and file.name[0].isdigit()
    ]
    assert len(numbered) > 10
    assert sorted(numbered) == sorted(set(numbered))
