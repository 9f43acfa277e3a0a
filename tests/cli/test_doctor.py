"""`broadsheet doctor`: each fault is made, and found in plain words."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from broadsheet import config
from broadsheet.cli import main
from broadsheet.serve import doctor
from tests.cli.conftest import Shell


class Usage(NamedTuple):
    """As shutil.disk_usage gives it, in bytes."""

    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that runs the tests may have less than a paper wants."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, 10**12))


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        yield taken


def remarks(check: doctor.Check, folder: Path, **settings: Any) -> str:
    environ = {f"BROADSHEET_{key.upper()}": str(value) for key, value in settings.items()}
    return "\n".join(map(str, check(config.load(folder, environ))))


def test_it_says_that_all_is_well(clarion: Path, shell: Shell) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        number = str(free.getsockname()[1])
    done = shell("doctor", "--paper", "clarion", BROADSHEET_PORT=number)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("All is well")


def test_migrations_that_wait_are_counted_and_named(clarion: Path, shell: Shell) -> None:
    with closing(sqlite3.connect(clarion / "data" / "broadsheet.sqlite3")) as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'broadsheet_press'")
        database.commit()
    done = shell("doctor", "--json", "--paper", "clarion")
    assert done.returncode == 1
    assert "the first is broadsheet_press.0001_initial" in done.stdout


def test_stories_without_a_backup_for_a_week_are_remarked(light: Path) -> None:
    assert remarks(doctor.has_backup, light) == ""
    old = time.time() - 9 * 86_400
    os.utime(light / "data" / "secret", (old, old))
    assert "There is no backup." in remarks(doctor.has_backup, light)
    assert main(["backup", "--paper", str(light)]) == 0
    assert remarks(doctor.has_backup, light) == ""
    os.utime(light / "data" / "last-backup", (old, old))
    assert "The last backup is 9 days old." in remarks(doctor.has_backup, light)


def test_a_setting_that_is_wrong_is_the_only_remark(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (light / "broadsheet.toml").write_text("prot = 80\n")
    assert main(["doctor", "--paper", str(light)]) == 1
    assert "setting prot" in capsys.readouterr().out


def test_no_paper_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["doctor", "--paper", str(tmp_path)])
    assert stop.value.code == 2
    assert "broadsheet init" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to_is_named(
    light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remarks(doctor.writable, light) == ""

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    found = remarks(doctor.writable, light)
    assert f"{light / 'data'}: This user cannot write here (Permission denied)." in found


def test_data_open_to_every_user_is_remarked(light: Path) -> None:
    (light / "data").chmod(0o755)
    assert "chmod 700" in remarks(doctor.writable, light)


def test_faults_of_the_secret_are_told_apart(light: Path) -> None:
    path = light / "data" / "secret"
    assert remarks(doctor.secret, light) == ""
    path.chmod(0o644)
    assert "chmod 600" in remarks(doctor.secret, light)
    path.write_text("short")
    assert "cut short" in remarks(doctor.secret, light)
    path.unlink()
    assert "There is no secret." in remarks(doctor.secret, light)
    assert not doctor.can_load(config.load(light, {}))
    assert "less than 50" in remarks(doctor.secret, light, secret_key="short")


def test_a_disk_that_is_nearly_full_is_remarked(
    light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remarks(doctor.disk, light) == ""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, 7_000_000))
    assert "7 MB are free" in remarks(doctor.disk, light)


@pytest.mark.parametrize("year", [1970, 2021, 2199])
def test_a_clock_that_is_wrong_is_remarked(
    year: int, light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: (year - 1970) * 31_557_600 + 1_000_000)
    assert f"It shows the year {year}." in remarks(doctor.clock, light)


def test_a_clock_that_is_behind_the_database_is_remarked(light: Path) -> None:
    assert remarks(doctor.clock, light) == ""
    later = time.time() + 7200
    os.utime(light / "data" / "broadsheet.sqlite3", (later, later))
    assert "behind the last change" in remarks(doctor.clock, light)


def test_a_port_that_is_taken_is_named_with_its_process(
    light: Path, listener: socket.socket
) -> None:
    number = listener.getsockname()[1]
    found = remarks(doctor.port, light, port=number)
    assert f"Port {number} is taken by process {os.getpid()}" in found


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"public_url": "https://a.org"}, "cookies may cross plain HTTP"),
        ({"public_url": "http://a.org", "https_only": "true"}, "sends everybody to HTTPS"),
        ({"public_url": "a.org"}, "is no address"),
        ({"debug": "true", "host": "0.0.0.0"}, "shown in full"),  # noqa: S104
        ({"debug": "true", "public_url": "http://a.org"}, "shown in full"),
        ({"debug": "true"}, ""),
        ({"public_url": "https://a.org", "https_only": "true"}, ""),
    ],
)
def test_settings_that_do_not_go_together_are_remarked(
    settings: dict[str, str], words: str, light: Path
) -> None:
    found = remarks(doctor.addresses, light, **settings)
    assert words in found
    assert bool(words) == bool(found)


def test_a_mail_server_that_does_not_answer_is_remarked(light: Path) -> None:
    assert remarks(doctor.mail, light) == ""
    found = remarks(doctor.mail, light, mail_url="smtp://ann:hush@127.0.0.1:9")
    assert "setting mail_url (127.0.0.1:9): The mail server does not answer" in found
    assert "hush" not in found


def test_a_database_that_is_not_in_wal_is_remarked(light: Path) -> None:
    assert remarks(doctor.versions, light) == ""
    with closing(sqlite3.connect(light / "data" / "broadsheet.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    assert "journal is 'delete'" in remarks(doctor.versions, light)


def test_a_file_that_is_no_database_is_remarked(light: Path) -> None:
    (light / "data" / "broadsheet.sqlite3").write_bytes(b"nothing of the kind" * 100)
    assert "SQLite cannot read it" in remarks(doctor.versions, light)


def test_a_database_that_cannot_be_reached_is_remarked(clarion: Path, shell: Shell) -> None:
    done = shell(
        "doctor", "--paper", "clarion", BROADSHEET_DATABASE_URL="postgresql://a:b@127.0.0.1:1/x"
    )
    assert done.returncode == 1
    assert "the database: It cannot be reached" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
def test_a_record_that_was_altered_is_remarked_with_its_version(write: Any) -> None:
    story = write(headline="On record", section="World")
    assert list(doctor.record()) == []
    story.versions.update(text="{}")
    (remark,) = doctor.record()
    assert remark.where == f"story {story.pk}, “On record”"
    assert "version 1" in remark.what
