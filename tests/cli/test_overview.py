"""`broadsheet` itself: its overview, its help with an example for each command, its exit codes."""

from __future__ import annotations

import pytest

from broadsheet import __version__
from broadsheet.cli import COMMANDS, main, parser_for


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in out] == []


def test_no_command_at_all_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: broadsheet COMMAND" in capsys.readouterr().out


def test_a_mistyped_command_is_named_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["srve"]) == 2
    assert "there is no command 'srve'. Did you mean 'serve'?" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"broadsheet {__version__}\n"


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    words = parser_for(name).format_help()
    _, _, examples = words.partition("\nexample")
    assert f"broadsheet {name}" in examples


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_refuses_an_option_that_it_does_not_know_with_2(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--no-such-option"])
    assert stop.value.code == 2
    assert "usage: broadsheet" in capsys.readouterr().err
