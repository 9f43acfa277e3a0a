"""`broadsheet take --dry-run`: what is in wire files, for people and for machines."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from broadsheet.cli import main
from tests.test_rooms import HEAVY, loaded_by

FEED = (
    '<rss version="2.0"><channel><title>Coast News</title>'
    "<item><title>Ferry returns</title><guid>f1</guid><description>It sails.</description>"
    "<pubDate>Wed, 04 Mar 2026 13:00:00 +0100</pubDate></item>"
    "<item><title>Quay\x1b[31m opens</title><guid>f2</guid></item></channel></rss>"
)
#: The fields of one item, in the order in which the design lists them.
FIELDS = """file format guid version agency kind status urgency language headline slugline byline
dateline credit copyright embargo created versioned published subjects keywords signals notes
replaces paragraphs links media problems""".split()  # noqa: SIM905


@pytest.fixture
def feed(tmp_path: Path) -> str:
    path = tmp_path / "a.bin"
    path.write_text(FEED, encoding="utf-8")
    return str(path)


def test_each_item_is_one_object_on_one_line(feed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["take", "--dry-run", "--json", feed]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["guid"] for row in rows] == ["f1", "f2"]
    assert list(rows[0]) == FIELDS
    assert rows[0]["file"] == feed
    assert rows[0]["published"] == "2026-03-04T12:00:00Z"


def test_a_person_sees_the_headline_and_no_control_character(
    feed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["take", "--dry-run", feed]) == 0
    shown = capsys.readouterr().out
    assert "Ferry returns" in shown
    assert "1 paragraph" in shown
    assert "\x1b" not in shown


def test_a_file_that_cannot_be_opened_is_named_and_the_others_are_read(
    feed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone.xml")
    assert main(["take", "--dry-run", "--json", gone, feed]) == 2
    said = capsys.readouterr()
    assert f"broadsheet take: {gone}: no such file or directory." in said.err
    assert len(said.out.splitlines()) == 2


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"<rss><chan", b"{", b"<?xml ?>"])
def test_a_file_of_nothing_known_is_answered_by_what_is_wrong(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").write_bytes(data)
    assert main(["take", "--dry-run", "--json", str(tmp_path / "x")]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["problems"]


def test_standard_input_is_a_file_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FEED.encode())))
    assert main(["take", "--dry-run", "--json", "-"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_look_into_a_feed_loads_neither_django_nor_the_copy_desk(feed: str) -> None:
    loaded = loaded_by(f"from broadsheet.cli import main\nmain(['take', '--dry-run', {feed!r}])")
    assert "lxml" in loaded
    assert loaded.isdisjoint(set(HEAVY) - {"lxml"})
