"""`broadsheet manage`: Django's commands on the paper, with this program's exit codes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Shell


def test_it_runs_a_command_of_django_with_its_own_options(clarion: Path, shell: Shell) -> None:
    done = shell("manage", "--paper", "clarion", "showmigrations", "--plan")
    assert done.returncode == 0
    assert "[X]  broadsheet_paper.0001_initial" in done.stdout


def test_a_command_that_does_not_exist_ends_with_2(clarion: Path, shell: Shell) -> None:
    done = shell("manage", "--paper", "clarion", "no_such_thing")
    assert done.returncode == 2
    assert "no_such_thing" in done.stderr
    assert "Traceback" not in done.stderr
