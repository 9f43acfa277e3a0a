"""`broadsheet settings`: values, origins, and no secret on the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadsheet import config
from broadsheet.cli import main


def rows(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    return {row["key"]: row for row in json.loads(capsys.readouterr().out)}


def test_it_says_where_each_value_came_from(
    light: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (light / "broadsheet.toml").open("a") as file:
        file.write("threads = 3\nport = 81\n")
    monkeypatch.setenv("BROADSHEET_PORT", "8181")
    assert main(["settings", "--json", "--paper", str(light)]) == 0
    shown = rows(capsys)
    assert shown["port"] == {"key": "port", "value": 8181, "origin": "BROADSHEET_PORT"}
    assert shown["threads"]["origin"] == str(light / "broadsheet.toml")
    assert shown["host"]["origin"] == "default"
    assert list(shown) == [setting.key for setting in config.table()]


@pytest.mark.parametrize(
    ("variable", "value", "shown"),
    [
        ("MAIL_URL", "smtp://ann:p@ss/word@mail.example.org:25", "smtp://ann:••••••@mail.example"),
        ("DATABASE_URL", "postgresql://ann:hush@db/name", "postgresql://ann:••••••@db/name"),
        ("DATABASE_URL", "postgresql://db/name?user=ann&password=hush", "user=ann&password=••••••"),
        ("SECRET_KEY", "hush" * 20, "••••••"),
    ],
)
def test_no_secret_is_shown(
    variable: str,
    value: str,
    shown: str,
    light: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(f"BROADSHEET_{variable}", value)
    assert main(["settings", "--paper", str(light)]) == 0
    out = capsys.readouterr().out
    assert shown in out
    assert "hush" not in out
    assert "word@" not in out


def test_an_unknown_key_stops_it_with_the_nearest_known(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (light / "broadsheet.toml").write_text("prot = 81\n")
    with pytest.raises(SystemExit) as stop:
        main(["settings", "--paper", str(light)])
    assert stop.value.code == 2
    assert "The nearest known one is 'port'" in capsys.readouterr().err
