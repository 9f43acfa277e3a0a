"""What a sheet depends on besides the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.press.fingerprint import fingerprint


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("one")
    (tmp_path / "b.html").write_text("two")
    return tmp_path


def test_the_same_files_and_settings_give_the_same_fingerprint(theme: Path) -> None:
    assert fingerprint(Config(), [theme]) == fingerprint(Config(), [theme])


def test_a_changed_a_new_and_a_renamed_file_are_seen(theme: Path) -> None:
    seen = {fingerprint(Config(), [theme])}
    (theme / "a.html").write_text("onE")
    seen.add(fingerprint(Config(), [theme]))
    (theme / "c.html").write_text("")
    seen.add(fingerprint(Config(), [theme]))
    (theme / "c.html").rename(theme / "d.html")
    seen.add(fingerprint(Config(), [theme]))
    assert len(seen) == 4


def test_a_changed_setting_is_seen(theme: Path) -> None:
    other = replace(Config(), public_url="https://paper.example")
    assert fingerprint(Config(), [theme]) != fingerprint(other, [theme])


def test_what_python_makes_by_itself_is_not_seen(theme: Path) -> None:
    before = fingerprint(Config(), [theme])
    (theme / "__pycache__").mkdir()
    (theme / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert fingerprint(Config(), [theme]) == before


def test_by_default_the_program_and_the_owners_files_count(tmp_path: Path) -> None:
    config = replace(Config(), folder=tmp_path)
    before = fingerprint(config)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "own.html").write_text("mine")
    assert fingerprint(config) != before
