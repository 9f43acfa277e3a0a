"""Papers for the tests of commands: a real one in a process of its own, and a light one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from broadsheet.serve.folder import make_folder

ROOT = Path(__file__).resolve().parents[2]
Shell = Callable[..., "subprocess.CompletedProcess[str]"]

COPY = """World

Ferry fares frozen at Port Selby

The harbour council froze ferry fares on Tuesday. “Nobody pays more,” said Ines Okafor.
"""


def shell_in(folder: Path) -> Shell:
    """`broadsheet ...` in a process of its own, that stands in `folder` and has no settings."""

    def _shell(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        clean = {
            k: v for k, v in os.environ.items() if not k.startswith(("BROADSHEET_", "DJANGO_"))
        }
        environment = {**clean, "PYTHONPATH": str(ROOT), **settings}
        return subprocess.run(
            [sys.executable, "-m", "broadsheet", *words],
            cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return _shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Type a command: `shell("init", "clarion")`."""
    return shell_in(tmp_path)


@pytest.fixture(scope="session")
def first_clarion(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper with one live story; made once, never changed."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "copy.txt").write_text(COPY, encoding="utf-8")
    typed = shell_in(folder)
    made = typed("init", "clarion", "--time-zone", "asia/kolkata", "--section", "World")
    assert made.returncode == 0, made.stderr
    filed = typed(
        "file", "copy.txt", "--published", "2026-03-04", "--publish", "--paper", "clarion"
    )
    assert filed.returncode == 0, filed.stderr
    return folder / "clarion"


@pytest.fixture
def clarion(first_clarion: Path, tmp_path: Path) -> Path:
    """A paper of the test's own with one live story, as `broadsheet init` and `file` made it."""
    return Path(shutil.copytree(first_clarion, tmp_path / "clarion"))


@pytest.fixture
def light(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a secret, a small database, a picture and a template; Django never saw it."""
    for name in [name for name in os.environ if name.startswith("BROADSHEET_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "light"
    make_folder(folder)
    (folder / "data" / "secret").write_text("s" * 64)
    (folder / "data" / "secret").chmod(0o600)
    (folder / "data" / "media" / "pictures").mkdir(parents=True)
    (folder / "data" / "media" / "pictures" / "lock.png").write_bytes(bytes(range(256)) * 9)
    (folder / "templates" / "front.html").write_text("our own front")
    with closing(sqlite3.connect(folder / "data" / "broadsheet.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE story (headline TEXT)")
        database.execute("INSERT INTO story VALUES ('Ferry fares frozen')")
        database.commit()
    return folder


def headlines(folder: Path) -> list[str]:
    """What stands in the light paper's table."""
    with closing(sqlite3.connect(folder / "data" / "broadsheet.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT headline FROM story")]
