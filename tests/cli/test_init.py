"""`broadsheet init`: a folder that can be served and filed into, or a sentence and nothing."""

from __future__ import annotations

import json
import stat
import tomllib
from pathlib import Path

import pytest

from broadsheet import config
from broadsheet.cli import main
from broadsheet.cli.init import name_after
from broadsheet.serve.folder import toml
from tests.cli.conftest import COPY, Shell


def test_it_makes_a_paper_that_copy_can_be_filed_into(clarion: Path, shell: Shell) -> None:
    listed = shell("manage", "--paper", "clarion", "dumpdata", "broadsheet_paper.masthead")
    assert '"name": "Clarion"' in listed.stdout
    assert '"time_zone": "Asia/Kolkata"' in listed.stdout
    (clarion.parent / "copy.txt").write_text(COPY, encoding="utf-8")
    again = shell("file", "copy.txt", "--published", "2026-03-04", "--json", "--paper", "clarion")
    found = json.loads(again.stdout)
    assert found["address"] == "/world/2026/03/04/ferry-fares-frozen-at-port-selby/"
    assert (found["live"], found["created"]) == (True, False)


def test_it_lays_out_the_folder_and_closes_the_data_to_others(clarion: Path) -> None:
    assert {path.name for path in clarion.iterdir()} == {
        "broadsheet.toml",
        "templates",
        "static",
        "styles",
        "data",
    }
    assert stat.S_IMODE((clarion / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((clarion / "data" / "secret").stat().st_mode) == 0o600
    assert "beats the theme" in (clarion / "templates" / "README.txt").read_text()


def test_every_setting_stands_in_the_toml_at_its_default_as_a_comment(light: Path) -> None:
    text = (light / "broadsheet.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    keys = {setting.key: setting.default for setting in config.table()}
    lines = [line[1:] for line in text.splitlines() if line[1:].partition(" = ")[0] in keys]
    written = tomllib.loads("\n".join(lines))
    assert {k: tuple(v) if isinstance(v, list) else v for k, v in written.items()} == keys


def test_a_value_of_ones_own_is_written_so_that_it_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "broadsheet.toml").write_text(
        toml({"port": 81, "debug": True, "allowed_hosts": ("a.org", 'b"c'), "mail_from": "é\\n"})
    )
    found = config.load(tmp_path, {})
    assert (found.port, found.debug) == (81, True)
    assert (found.allowed_hosts, found.mail_from) == (("a.org", 'b"c'), "é\\n")


def test_a_second_init_is_refused_in_words_and_changes_nothing(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in light.rglob("*")}
    assert main(["init", str(light)]) == 2
    assert "holds a paper already; nothing was changed" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in light.rglob("*")} == before


def test_a_folder_that_holds_something_else_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    assert main(["init", str(tmp_path)]) == 2
    assert "is not empty (it holds letters.txt)" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("Europe/Londn", "Europe/London"), ("kolkatta", "Asia/Kolkata"), ("Tokio", "Asia/Tokyo")],
)
def test_a_wrong_time_zone_is_named_with_the_nearest(
    written: str, nearest: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["init", str(tmp_path / "new"), "--time-zone", written])
    assert stop.value.code == 2
    assert f"'{written}' is not a time zone. The nearest is {nearest}." in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_what_the_tables_would_refuse_is_refused_before_a_folder_is_made(tmp_path: Path) -> None:
    for words in (["--name", "x" * 121], ["--section", " "], ["--language", "e n"]):
        with pytest.raises(SystemExit) as stop:
            main(["init", str(tmp_path / "new"), *words])
        assert stop.value.code == 2
        assert not (tmp_path / "new").exists()


def test_the_paper_is_named_after_its_folder() -> None:
    assert name_after(Path("somewhere/selby-evening_post")) == "Selby Evening Post"
