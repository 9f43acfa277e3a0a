"""`broadsheet restore`: the same paper again, or nothing changed."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from broadsheet import config
from broadsheet.cli import main
from broadsheet.serve import database, restore, standing
from broadsheet.serve.backup import write_backup
from tests.cli.conftest import Shell, headlines

Member = tuple[tarfile.TarInfo, bytes]


@pytest.fixture
def packed(light: Path, tmp_path: Path) -> Path:
    return write_backup(config.load(light, {}), tmp_path / "b.tar.gz")


def repack(file: Path, change: Callable[[list[Member]], None]) -> None:
    """Write the archive anew with `change` done to its members."""
    with tarfile.open(file) as archive:
        members = [(m, archive.extractfile(m).read()) for m in archive]  # type: ignore[union-attr]
    change(members)
    with tarfile.open(file, "w:gz") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(["restore", *words])
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


def test_stories_secret_and_pictures_come_back(clarion: Path, shell: Shell, tmp_path: Path) -> None:
    picture = clarion / "data" / "media" / "original_images" / "lock.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"a picture")
    assert shell("backup", "b.tar.gz", "--paper", "clarion").returncode == 0
    done = shell("restore", "b.tar.gz", "again")
    assert done.returncode == 0, done.stderr
    again = tmp_path / "again" / "data"
    assert (again / "secret").read_text() == (clarion / "data" / "secret").read_text()
    assert (again / "media" / "original_images" / "lock.png").read_bytes() == b"a picture"
    nouns = ("broadsheet_paper.story", "broadsheet_paper.version")
    before, after = (
        shell("manage", "--paper", name, "dumpdata", *nouns) for name in ("clarion", "again")
    )
    assert "Ferry fares frozen at Port Selby" in before.stdout
    assert after.stdout == before.stdout


def test_the_folder_is_laid_out_as_it_was(light: Path, packed: Path, tmp_path: Path) -> None:
    assert main(["restore", str(packed), str(tmp_path / "again")]) == 0
    again = tmp_path / "again"
    for name in ("broadsheet.toml", "templates/front.html", "data/media/pictures/lock.png"):
        assert (again / name).read_bytes() == (light / name).read_bytes()
    assert headlines(again) == ["Ferry fares frozen"]
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_changed_byte_is_found_and_nothing_is_restored(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(members: list[Member]) -> None:
        index = next(i for i, (info, _) in enumerate(members) if info.name.endswith("lock.png"))
        members[index] = (members[index][0], members[index][1][:-1] + b"?")

    repack(packed, change)
    said = refused(capsys, str(packed), str(tmp_path / "again"))
    assert "media/pictures/lock.png is not what its manifest says" in said
    assert not (tmp_path / "again").exists()


def test_a_file_that_the_manifest_does_not_know_is_refused(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repack(packed, lambda members: members.append((tarfile.TarInfo("static/more.js"), b"x")))
    assert "static/more.js" in refused(capsys, str(packed), str(tmp_path / "again"))


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "templates/../../outside.txt"])
def test_a_path_that_leads_outside_writes_nothing_there(
    name: str, packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repack(packed, lambda members: members.insert(0, (tarfile.TarInfo(name), b"x")))
    refused(capsys, str(packed), str(tmp_path / "new" / "again"))
    assert not list(tmp_path.rglob("outside.txt"))
    assert not Path("/outside.txt").exists()


@pytest.mark.parametrize("size", [0, 10, 1500])
def test_a_file_cut_short_is_refused(
    size: int, packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed.write_bytes(packed.read_bytes()[:size])
    said = refused(capsys, str(packed), str(tmp_path / "again"))
    assert "Nothing was restored" in said
    assert not (tmp_path / "again").exists()


def test_a_backup_of_a_newer_broadsheet_is_refused(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(members: list[Member]) -> None:
        info, data = members[-1]
        members[-1] = (info, data.replace(b'"broadsheet": "0.', b'"broadsheet": "99.'))

    repack(packed, change)
    assert "was made by Broadsheet 99." in refused(capsys, str(packed), str(tmp_path / "again"))


def test_a_paper_that_stands_there_is_refused_without_force(
    light: Path, packed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (light / "templates" / "front.html").write_text("newer")
    assert "is not empty; nothing was changed" in refused(capsys, str(packed), str(light))
    assert (light / "templates" / "front.html").read_text() == "newer"


def test_with_force_it_is_kept_beside(light: Path, packed: Path) -> None:
    (light / "templates" / "front.html").write_text("newer")
    assert main(["restore", str(packed), str(light), "--force"]) == 0
    assert (light / "templates" / "front.html").read_text() == "our own front"
    (before,) = light.parent.glob("light.before-restore-*")
    assert (before / "templates" / "front.html").read_text() == "newer"


def test_a_database_outside_of_the_folder_is_not_overwritten(
    light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside.sqlite3"
    os.rename(light / "data" / "broadsheet.sqlite3", outside)
    (light / "broadsheet.toml").write_text(f'database_url = "sqlite:///{outside}"\n')
    packed = write_backup(config.load(light, {}), tmp_path / "b.tar.gz")
    content = outside.read_bytes()
    assert "Move it away first" in refused(capsys, str(packed), str(tmp_path / "again"))
    assert outside.read_bytes() == content
    assert not (tmp_path / "again").exists()


def test_postgresql_comes_back_when_the_settings_say_so(
    light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        # The run on SQLite: without its server, PostgreSQL's own words are what must be seen.
        settings = config.load(light, {"BROADSHEET_DATABASE_URL": "postgresql://a:b@127.0.0.1:1/x"})
        with pytest.raises(database.DatabaseError, match=r"pg_dump (failed|is not installed)"):
            write_backup(settings, tmp_path / "b.tar.gz")
        return
    name = f"restored_{os.getpid()}"
    target = f"{server.rpartition('/')[0]}/{name}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        with psycopg.connect(target) as connection:
            connection.execute("CREATE TABLE story (headline TEXT)")
            connection.execute("INSERT INTO story VALUES ('Ferry fares frozen')")
        monkeypatch.setenv("BROADSHEET_DATABASE_URL", target)
        packed = write_backup(config.load(light), tmp_path / "b.tar.gz")
        assert "holds tables already" in refused(capsys, str(packed), str(tmp_path / "again"))
        with psycopg.connect(target) as connection:
            connection.execute("UPDATE story SET headline = 'Spoilt'")
        (tmp_path / "again").mkdir()
        (tmp_path / "again" / "old.txt").write_text("old")
        assert main(["restore", str(packed), str(tmp_path / "again"), "--force"]) == 0
        with psycopg.connect(target) as connection:
            rows = connection.execute("SELECT headline FROM story").fetchall()
        assert rows == [("Ferry fares frozen",)]
        assert len(list((tmp_path / "again" / "data" / "backups").glob("*.pgdump"))) == 1
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_the_papers_house_style_comes_back(light: Path, tmp_path: Path) -> None:
    (light / "styles").mkdir(exist_ok=True)
    (light / "styles" / "paper.toml").write_text('extends = "uk"')
    packed = write_backup(config.load(light, {}), tmp_path / "styled.tar.gz")
    restore.restore(packed, tmp_path / "again")
    assert (tmp_path / "again" / "styles" / "paper.toml").read_text() == 'extends = "uk"'


def test_the_facts_of_what_was_restored_are_given(packed: Path, tmp_path: Path) -> None:
    done = restore.restore(packed, tmp_path / "again")
    assert (done.files, done.before) == (8, None)


def test_a_paper_that_is_being_served_is_not_replaced_under_its_feet(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    running = tmp_path / "running"
    (running / "data").mkdir(parents=True)
    standing.stand(running / "data", "http://127.0.0.1:8731")
    said = refused(capsys, str(packed), str(running), "--force")
    assert "is being served at http://127.0.0.1:8731" in said
    assert "Stop it first" in said
    standing.leave(running / "data")
    assert main(["restore", str(packed), str(running), "--force"]) == 0
