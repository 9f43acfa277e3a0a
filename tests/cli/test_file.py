"""`broadsheet file`: from a file of copy to a live story, and every way in which it is refused."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from wagtail.models import Site

from broadsheet.cli import main
from broadsheet.paper.models import Copy, Story

pytestmark = pytest.mark.django_db

COPY = """World

Ferry fares frozen at Port Selby

The harbour council froze ferry fares on Tuesday. “Nobody pays more,” said Ines Okafor.
"""


@pytest.fixture(autouse=True)
def _this_paper(paper: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command works on the paper of the tests."""
    monkeypatch.setattr("broadsheet.cli.file.open_paper", lambda args: settings.CONFIG)


def file_it(tmp_path: Path, text: str | bytes, *words: str) -> int:
    """Write copy to a file and file it; the exit code."""
    path = tmp_path / "copy.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return main(["file", str(path), *words])


def nothing_was_written() -> bool:
    return (Story.objects.count(), Copy.objects.count()) == (0, 0)


def test_copy_is_published_and_its_address_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert file_it(tmp_path, COPY, "--published", "2026-03-04", "--publish") == 0
    said = capsys.readouterr().out
    assert "is live at /world/2026/03/04/ferry-fares-frozen-at-port-selby/" in said
    story = Story.objects.get()
    assert (story.live, story.day) == (True, date(2026, 3, 4))


def test_without_publish_it_is_a_draft_and_what_is_unknown_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert file_it(tmp_path, COPY) == 0
    said = capsys.readouterr().out
    assert "a draft" in said
    assert "No date found. When was this published?" in said


def test_the_same_file_twice_is_found_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert file_it(tmp_path, COPY, "--publish") == 0
    assert "found again, nothing doubled" in capsys.readouterr().out
    assert Story.objects.count() == 1


def test_standard_input_and_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COPY.encode())))
    assert main(["file", "-", "--json", "--published", "2026-03-04", "--publish"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["created"], facts["live"]) == (True, True)
    assert facts["headline"] == "Ferry fares frozen at Port Selby"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not text"),
        (b"Lock opens. " * 3_500_000, "longer than"),
        (b"World\n\n" + b"Lock " * 80 + b"\n\nThe gate opened on Tuesday.\n", "399 characters"),
        (b"World\n\nThe gate opened on Tuesday. Boats came in.\n", "No headline"),
        (b"Lock opens\n\nThe gate opened on Tuesday.\n", "names no section"),
    ],
    ids=["empty", "blank", "binary", "42 MB", "headline of 400", "no headline", "no section"],
)
def test_what_cannot_be_filed_is_refused_in_a_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, words: str
) -> None:
    assert file_it(tmp_path, data) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert "copy.txt" in said.err
    assert "Traceback" not in said.err
    assert nothing_was_written()


def test_an_encoding_that_was_guessed_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = COPY.replace("Okafor", "Núñez").replace("fares", "façade fares")
    assert file_it(tmp_path, text.encode("cp1252", "replace"), "--publish") == 0
    assert "read as" in capsys.readouterr().out


def test_copy_from_right_to_left_is_filed_as_it_is(tmp_path: Path) -> None:
    text = (
        "World\n\nبندرگاہ کا دروازہ کھل گیا\n\nبندرگاہ کا دروازہ منگل کو دو سال بعد کھل گیا۔ "
        "کشتیاں دوپہر کو آئیں۔\n"
    )
    assert file_it(tmp_path, text, "--publish") == 0
    story = Story.objects.get()
    assert story.headline == "بندرگاہ کا دروازہ کھل گیا"
    assert "منگل" in str(story.body.get_prep_value())


def test_a_section_that_does_not_exist_is_named_and_made_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert file_it(tmp_path, COPY, "--section", "Wrold") == 2
    assert "There is no section “Wrold”" in capsys.readouterr().err
    assert nothing_was_written()
    assert file_it(tmp_path, COPY, "--section", "Islands", "--make-section", "--publish") == 0
    assert Story.objects.get().address.startswith("/islands/")


def test_one_file_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.txt"
    good.write_text(COPY, encoding="utf-8")
    assert main(["file", str(tmp_path / "missing.txt"), str(good), "--publish"]) == 2
    said = capsys.readouterr()
    assert "missing.txt: No such file or directory. Nothing was filed." in said.err
    assert "is live at" in said.out


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OperationalError("database is locked"), "busy"),
        (OperationalError("database or disk is full"), "disk is full"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_a_database_or_disk_that_refuses_is_said_in_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Exception,
    words: str,
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise fault

    monkeypatch.setattr("broadsheet.paper.filing.publishing.publish", refuse)
    assert file_it(tmp_path, COPY, "--publish") == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Nothing was filed" in said
    assert nothing_was_written()


def test_a_date_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        file_it(tmp_path, COPY, "--published", "4 March")
    assert stopped.value.code == 2
    assert "write it as 2026-03-06" in capsys.readouterr().err
