"""Folders that are watched: what is whole, what is moved, and what cannot be."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.wire.coming import folders
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.test_keeping import OTHER, take, text


@pytest.fixture
def watched(paper: Any, tmp_path: Path) -> Wire:
    """A wire that watches a folder."""
    return Wire.objects.create(
        paper=paper, name="Folder", slug="folder", kind="folder", address=str(tmp_path)
    )


def put(wire: Wire, name: str, data: bytes, age: float = 60.0) -> Path:
    """A file in the wire's folder, as old as said."""
    path = Path(wire.address) / name
    path.write_bytes(data)
    when = path.stat().st_mtime - age
    os.utime(path, (when, when))
    return path


def test_a_file_is_kept_and_then_moved_aside(watched: Wire) -> None:
    path = put(watched, "one.json", take())
    assert folders.look(watched) == 1
    assert not path.exists()
    assert (path.parent / "done" / "one.json").is_file()
    assert Delivery.objects.get().name == "one.json"


def test_a_file_that_somebody_still_writes_is_left(watched: Wire) -> None:
    paths = [
        put(watched, "fresh.json", take(), age=0),
        put(watched, "later.json.part", take()),
        put(watched, ".hidden.json", take()),
    ]
    assert folders.look(watched) == 0
    assert all(path.exists() for path in paths)


def test_a_link_is_not_followed(watched: Wire, tmp_path: Path) -> None:
    secret = tmp_path / "inner"
    secret.mkdir()
    (secret / "x.json").write_bytes(take())
    (tmp_path / "link.json").symlink_to(secret / "x.json")
    assert folders.look(watched, clock=timezone.now().timestamp() + 60) == 0
    assert Take.objects.count() == 0


def test_a_file_that_cannot_be_read_goes_to_quarantine_and_others_go_on(watched: Wire) -> None:
    put(watched, "broken.json", b'{"uri": ')
    put(watched, "good.json", take("urn:sna:2", **text(OTHER)))
    assert folders.look(watched) == 1
    assert "broken.json lies in quarantine" in watched.error
    assert Delivery.objects.filter(state="quarantined").count() == 1


def test_a_file_of_a_name_that_was_there_before_overwrites_nothing(watched: Wire) -> None:
    put(watched, "one.json", take())
    folders.look(watched)
    put(watched, "one.json", take("urn:sna:2", **text(OTHER)))
    folders.look(watched)
    folder = Path(watched.address) / "done"
    names = sorted(path.name for path in folder.iterdir())
    assert names[1:] == ["one.json"]
    assert re.fullmatch(r"one-\d{8}T\d{6}\.json", names[0])
    assert b"cinema" in (folder / names[0]).read_bytes()


def test_a_folder_that_is_not_there_is_said(watched: Wire) -> None:
    watched.address += "/nowhere"
    watched.save()
    assert folders.look(watched) == 0
    assert "There is no folder" in watched.error


def test_ten_thousand_files_are_taken_in_turns_the_oldest_first(
    watched: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "AT_A_LOOK", 2)
    for number in range(3):
        words = [f"{line} {number}" for line in OTHER]
        put(watched, f"{9 - number}.json", take(f"urn:sna:{number}", **text(words)), 90 - number)
    assert folders.look(watched) == 2
    assert list(Take.objects.order_by("pk").values_list("guid", flat=True)) == [
        "urn:sna:0", "urn:sna:1",
    ]  # fmt: skip
    assert folders.look(watched) == 1


def test_a_file_that_cannot_be_moved_is_read_once_and_said(
    watched: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, into: str) -> None:
        raise PermissionError(13, "Permission denied")

    read: list[str] = []

    def counted(*words: Any, **more: Any) -> Any:
        read.append(more["name"])
        return keep(*words, **more)

    monkeypatch.setattr(folders, "move", refused)
    monkeypatch.setattr(folders, "keep", counted)
    path = put(watched, "one.json", take())
    assert [folders.look(watched) for _ in range(3)] == [1, 0, 0]
    assert read == ["one.json"]
    assert "1 file was kept but could not be moved" in watched.error
    put(watched, "one.json", take("urn:sna:2", **text(OTHER)), 40)
    assert folders.look(watched) == 1
    path.unlink()
    folders.look(watched)
    assert watched.error == ""


def test_a_folder_that_cannot_be_opened_is_said(
    watched: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)
    folders.look(watched)
    assert "cannot be opened: Permission denied" in watched.error
