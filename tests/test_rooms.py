"""Imports go down only; what is pure loads no Django. Both are seen in fresh processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("django", "wagtail", "lxml", "psycopg", "granian")


def test_every_import_goes_down(tmp_path: Path) -> None:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def loaded_by(code: str) -> set[str]:
    """The top packages that are loaded after `code` ran in a fresh interpreter."""
    ask = f"{code}\nimport sys\nprint(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BROADSHEET_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-c", ask],
        env=clean | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.splitlines()[-1].split())


def modules_of(room: str) -> list[str]:
    """Every module of a room, as it is imported."""
    files = sorted((ROOT / "broadsheet" / room).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def test_the_copy_desk_knows_nothing_of_the_web() -> None:
    loaded = loaded_by("\n".join(f"import {name}" for name in modules_of("copydesk")))
    assert "broadsheet" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("command", ["read", "check", "settings"])
def test_commands_that_need_no_paper_load_no_django(command: str) -> None:
    code = f"import broadsheet.cli.{command} as c\nfrom broadsheet.cli import parser_for"
    loaded = loaded_by(f"{code}\nparser_for('{command}')")
    assert loaded.isdisjoint(HEAVY)


def test_reading_copy_from_the_shell_loads_no_django(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text("Ferry fares frozen\n\nThe council froze fares.\n")
    words = ["read", str(tmp_path / "copy.txt"), "--json"]
    assert loaded_by(f"from broadsheet.cli import main\nmain({words!r})").isdisjoint(HEAVY)


def test_only_what_is_a_room_stands_in_the_package() -> None:
    rooms = {path.name for path in (ROOT / "broadsheet").iterdir() if path.is_dir()}
    assert rooms - {"__pycache__"} <= {
        "cli", "serve", "newsroom", "demo", "press", "importers", "replies", "archive", "paper",
        "wire", "topics", "staff", "pictures", "copydesk", "theme",
    }  # fmt: skip
