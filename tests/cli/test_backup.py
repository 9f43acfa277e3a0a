"""`broadsheet backup`: the whole paper in one file, or none."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import tarfile
import threading
from contextlib import closing
from pathlib import Path

import pytest

from broadsheet import config
from broadsheet.cli import main
from broadsheet.serve import backup
from broadsheet.serve.database import DatabaseError
from tests.cli.conftest import Shell


def held(file: Path) -> dict[str, bytes]:
    with tarfile.open(file) as archive:
        return {m.name: archive.extractfile(m).read() for m in archive}  # type: ignore[union-attr]


def test_it_holds_everything_with_its_sum(light: Path, tmp_path: Path) -> None:
    assert main(["backup", str(tmp_path / "b.tar.gz"), "--paper", str(light)]) == 0
    files = held(tmp_path / "b.tar.gz")
    manifest = json.loads(files.pop("manifest.json"))
    assert set(files) == {
        "database.sqlite3",
        "secret",
        "broadsheet.toml",
        "templates/README.txt",
        "templates/front.html",
        "static/README.txt",
        "styles/README.txt",
        "media/pictures/lock.png",
    }
    assert {row["name"]: row["sha256"] for row in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }
    assert {row["name"]: row["size"] for row in manifest["files"]} == {
        name: len(data) for name, data in files.items()
    }
    assert manifest["database"] == "sqlite"
    assert manifest["wagtail"].startswith("8.0.")


def test_it_is_readable_by_its_owner_only_and_named_after_paper_and_time(
    light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "--paper", str(light)]) == 0
    (made,) = light.parent.glob("light-2*.tar.gz")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert made.name in capsys.readouterr().out


def test_it_is_consistent_while_somebody_writes(light: Path, tmp_path: Path) -> None:
    path = light / "data" / "broadsheet.sqlite3"
    with closing(sqlite3.connect(path)) as first:
        first.execute("CREATE TABLE pair (a INTEGER, b INTEGER)")
        first.commit()
    stop = threading.Event()
    started = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=20)) as writer:
            number = 0
            while not stop.is_set():
                number += 1
                writer.execute("INSERT INTO pair VALUES (?, 0)", (number,))
                writer.execute("UPDATE pair SET b = a")
                writer.commit()
                started.set()

    thread = threading.Thread(target=write)
    thread.start()
    started.wait(10)
    try:
        backup.write_backup(config.load(light, {}), tmp_path / "b.tar.gz")
    finally:
        stop.set()
        thread.join()
    (tmp_path / "copy").write_bytes(held(tmp_path / "b.tar.gz")["database.sqlite3"])
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM pair WHERE a != b").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM pair").fetchone()[0] > 0


def test_nothing_half_is_left_when_the_disk_is_full(
    light: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_add_manifest", full)
    place = tmp_path / "elsewhere"
    place.mkdir()
    with pytest.raises(SystemExit) as stop:
        main(["backup", str(place / "b.tar.gz"), "--paper", str(light)])
    assert stop.value.code == 2
    assert "No space left on device" in capsys.readouterr().err
    assert list(place.iterdir()) == []


def test_a_file_that_exists_is_not_overwritten(light: Path, tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_text("older")
    with pytest.raises(SystemExit) as stop:
        main(["backup", str(tmp_path / "b.tar.gz"), "--paper", str(light)])
    assert stop.value.code == 2
    assert (tmp_path / "b.tar.gz").read_text() == "older"


def test_a_damaged_database_is_said_and_not_packed(light: Path, tmp_path: Path) -> None:
    path = light / "data" / "broadsheet.sqlite3"
    path.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    with pytest.raises(DatabaseError, match=r"cannot be copied|damaged"):
        backup.write_backup(config.load(light, {}), tmp_path / "b.tar.gz")
    assert not (tmp_path / "b.tar.gz").exists()


def test_the_newest_automatic_backups_are_kept(light: Path) -> None:
    settings = config.load(light, {"BROADSHEET_BACKUPS_KEPT": "2"})
    made = [backup.make_backup(settings, "before-migration") for _ in range(4)]
    assert sorted((light / "data" / "backups").iterdir()) == sorted(made[-2:])


def test_a_secret_from_the_environment_is_in_it(light: Path, tmp_path: Path) -> None:
    (light / "data" / "secret").unlink()
    settings = config.load(light, {"BROADSHEET_SECRET_KEY": "k" * 60})
    backup.write_backup(settings, tmp_path / "b.tar.gz")
    assert held(tmp_path / "b.tar.gz")["secret"] == b"k" * 60


def test_a_paper_without_a_secret_is_refused(light: Path, tmp_path: Path) -> None:
    (light / "data" / "secret").unlink()
    with pytest.raises(backup.BackupError, match="There is no secret"):
        backup.write_backup(config.load(light, {}), tmp_path / "b.tar.gz")


def test_a_paper_that_holds_stories_is_backed_up_before_its_tables_change(
    clarion: Path, shell: Shell
) -> None:
    with closing(sqlite3.connect(clarion / "data" / "broadsheet.sqlite3")) as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'broadsheet_press'")
        like = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ?"
        for (name,) in database.execute(like, ("broadsheet_press_%",)).fetchall():
            database.execute(f'DROP TABLE "{name}"')
        database.commit()
    done = shell("signin", "--paper", "clarion")
    assert done.returncode == 0, done.stderr
    (made,) = (clarion / "data" / "backups").glob("before-migration-*.tar.gz")
    (clarion / "copy").write_bytes(held(made)["database.sqlite3"])
    with closing(sqlite3.connect(clarion / "copy")) as copy:
        applied = "SELECT count(*) FROM django_migrations WHERE app = 'broadsheet_press'"
        assert copy.execute(applied).fetchone() == (0,)
        (text,) = copy.execute("SELECT text FROM broadsheet_paper_version").fetchone()
        assert "Ferry fares frozen" in text
    assert shell("signin", "--paper", "clarion").returncode == 0
    assert len(list((clarion / "data" / "backups").iterdir())) == 1
