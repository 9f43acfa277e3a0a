"""Sheets on disk: found whole, or not found."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from broadsheet.press import sheets
from broadsheet.press.ledger import Needs
from broadsheet.press.sheets import Key, Sheet, Sheets, print_sheet
from broadsheet.reads import Touched

HTML = (("Content-Type", "text/html; charset=utf-8"),)
PAGE = Key("http", "paper.example", "/world/")


@pytest.fixture
def store(tmp_path: Path) -> Sheets:
    """An empty store."""
    return Sheets(tmp_path / "sheets", "aaaa")


def a_sheet(words: str = "News. " * 200, status: int = 200) -> Sheet:
    return print_sheet(status, HTML, words.encode())


def the_file(store: Sheets) -> Path:
    [path] = [path for path in store.root.rglob("*") if path.is_file()]
    return path


def test_what_is_kept_is_found_again_until_something_that_it_read_has_changed(
    store: Sheets,
) -> None:
    needs = Needs(("story:7",), (("latest:1", "0005"),))
    sheet = print_sheet(200, HTML, b"News. " * 200, 3, needs)
    store.keep(PAGE, sheet)
    assert store.find(PAGE) == sheet
    store.ledger.apply([(4, Touched({"story:8"}, {"latest:1": {"0004"}}))], 4)
    assert store.find(PAGE) == sheet
    store.ledger.apply([(5, Touched(set(), {"latest:1": {"0005"}}))], 5)
    assert store.find(PAGE) is None


@pytest.mark.parametrize(
    "other",
    [
        Key("https", "paper.example", "/world/"),
        Key("http", "other.example", "/world/"),
        Key("http", "paper.example", "/World/"),
        Key("http", "paper.example/world", "/"),
    ],
)
def test_another_scheme_host_or_path_is_another_sheet(store: Sheets, other: Key) -> None:
    store.keep(PAGE, a_sheet())
    assert store.find(other) is None


def test_another_program_or_theme_finds_nothing(store: Sheets) -> None:
    store.keep(PAGE, a_sheet())
    assert Sheets(store.root, "bbbb").find(PAGE) is None


@pytest.mark.parametrize("left", [0, 1, 10, 40, 200, -1])
def test_a_file_cut_short_anywhere_is_as_if_it_were_not_there(store: Sheets, left: int) -> None:
    store.keep(PAGE, a_sheet())
    path = the_file(store)
    path.write_bytes(path.read_bytes()[:left])
    assert store.find(PAGE) is None


def test_a_single_changed_byte_anywhere_is_seen(store: Sheets) -> None:
    store.keep(PAGE, a_sheet("A short page."))
    path = the_file(store)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert store.find(PAGE) is None, at


def test_the_whole_file_of_another_address_is_not_taken_for_this_one(store: Sheets) -> None:
    store.keep(PAGE, a_sheet())
    path = the_file(store)
    other = Key("http", "paper.example", "/secret/")
    target = store._present_path(other)
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)
    assert store.find(other) is None


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/" + "a" * 8000, "/\0", "/%2e%2e/", "/ü/"])
def test_no_address_leads_out_of_the_folder_or_breaks_it(store: Sheets, path: str) -> None:
    key = Key("http", "paper.example/../..", path)
    assert store.keep(key, a_sheet())
    assert store.find(key) is not None
    assert the_file(store).is_relative_to(store.root / "aaaa")


def test_unknown_addresses_fill_a_bounded_number_of_files(
    store: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ABSENT", 20)
    missing = a_sheet("Not here.", status=404)
    kept = [store.keep(Key("http", "h", f"/{n}/"), missing) for n in range(50)]
    assert kept == [True] * 20 + [False] * 30
    assert len([p for p in store.root.rglob("*") if p.is_file()]) == 20


def test_the_bound_is_still_known_after_a_restart(
    store: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ABSENT", 1)
    missing = a_sheet("Not here.", status=404)
    assert store.keep(Key("http", "h", "/1/"), missing)
    assert not Sheets(store.root, "aaaa").keep(Key("http", "h", "/2/"), missing)


def test_made_up_host_names_fill_a_bounded_number_of_folders(
    store: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_HOSTS", 3)
    kept = [store.keep(Key("http", f"host{n}", "/"), a_sheet()) for n in range(6)]
    assert kept == [True] * 3 + [False] * 3
    assert store.keep(Key("http", "host0", "/world/"), a_sheet())


def test_sweeping_removes_what_is_void_and_leaves_the_rest(store: Sheets) -> None:
    other = Key("http", "paper.example", "/city/")
    store.keep(PAGE, print_sheet(200, HTML, b"News. " * 200, 3, Needs(("story:7",))))
    store.keep(other, print_sheet(200, HTML, b"City. " * 200, 3, Needs(("story:8",))))
    store.ledger.apply([(4, Touched({"story:7"}))], 4)
    assert store.sweep() == 1
    assert store.find(other) is not None


def test_sweeping_leaves_another_programs_sheets_for_a_day(store: Sheets) -> None:
    Sheets(store.root, "bbbb").keep(PAGE, a_sheet())
    store.sweep()
    assert (store.root / "bbbb").exists()
    old = time.time() - sheets.FOREIGN_KEPT - 60
    os.utime(store.root / "bbbb", (old, old))
    store.sweep()
    assert not (store.root / "bbbb").exists()


def test_a_page_too_large_is_not_kept(store: Sheets, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_BYTES", 100)
    assert not store.keep(PAGE, a_sheet())


def test_a_write_that_fails_leaves_nothing_half_written(
    store: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", no_room)
    with pytest.raises(OSError, match="No space"):
        store.keep(PAGE, a_sheet())
    assert [path for path in store.root.rglob("*") if path.is_file()] == []


def test_a_picture_or_a_tiny_page_is_not_compressed() -> None:
    assert print_sheet(200, (("Content-Type", "image/png"),), b"\0" * 5000).packed == b""
    assert print_sheet(200, HTML, b"ok").packed == b""
