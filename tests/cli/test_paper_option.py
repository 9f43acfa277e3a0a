"""`--paper DIR`: which paper a command works on, and the sentence when there is none."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from broadsheet import config
from broadsheet.cli.paper_option import add_paper_option, find_paper, os_words


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_paper_option(parser)
    return parser.parse_args(words)


def test_the_folder_named_is_taken(light: Path) -> None:
    assert find_paper(asked("--paper", str(light))).folder == light


def test_the_current_folder_is_taken_if_it_is_a_paper(
    light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(light)
    assert find_paper(asked()).folder == light


def test_else_mypaper_is_looked_for_and_init_is_named(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        find_paper(asked())
    assert stop.value.code == 2
    words = capsys.readouterr().err
    assert f"no paper in {light.parent / 'mypaper'}: it does not exist" in words
    assert "broadsheet init mypaper" in words


def test_a_folder_without_settings_is_no_paper(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (light / config.FILE_NAME).unlink()
    with pytest.raises(SystemExit) as stop:
        find_paper(asked("--paper", str(light)))
    assert stop.value.code == 2
    assert "holds no broadsheet.toml" in capsys.readouterr().err


def test_a_wrong_setting_is_said_in_one_sentence(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (light / config.FILE_NAME).write_text("port = 99999\n")
    with pytest.raises(SystemExit) as stop:
        find_paper(asked("--paper", str(light)))
    assert stop.value.code == 2
    assert "must be at most 65535, not 99999" in capsys.readouterr().err


def test_an_operating_systems_refusal_becomes_a_sentence() -> None:
    words = os_words(OSError(28, "No space left on device", "data/x"))
    assert words.startswith("data/x: No space left on device.")
