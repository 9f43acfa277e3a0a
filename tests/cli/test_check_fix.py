"""`broadsheet check --fix`: nothing is written unasked, and a file stays what it was beside."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from broadsheet.cli import fixing, main

DIRTY = "Ferry fares frozen\r\n\r\nThe council froze the the ferry fares at the café.\r\n"
MENDED = DIRTY.replace("the the", "the")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_bytes(DIRTY.encode())
    return path


def test_without_a_terminal_the_differences_are_shown_and_nothing_is_written(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--fix", str(copy)]) == 1
    said = capsys.readouterr()
    assert "-The council froze the the ferry fares at the café." in said.out
    assert "+The council froze the ferry fares at the café." in said.out
    assert "1 mend not written: --yes writes without asking." in said.err
    assert copy.read_bytes() == DIRTY.encode()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le with mark", "utf-16-be with mark"]
)
def test_yes_writes_in_the_files_own_encoding_and_line_ends(encoding: str, copy: Path) -> None:
    codec = encoding.partition(" ")[0]
    mark = "\ufeff" if encoding.endswith("mark") else ""
    copy.write_bytes((mark + DIRTY).encode(codec))
    copy.chmod(0o640)
    assert main(["check", "--fix", "--yes", str(copy)]) == 0
    assert copy.read_bytes() == (mark + MENDED).encode(codec)
    assert copy.stat().st_mode & 0o777 == 0o640
    assert os.listdir(copy.parent) == ["copy.txt"]


@pytest.mark.parametrize(("answer", "written", "code"), [("y\n", True, 0), ("\n", False, 1), ("", False, 1)])  # fmt: skip
def test_a_person_at_the_terminal_is_asked(
    answer: str, written: bool, code: int, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(["check", "--fix", str(copy)]) == code
    assert (copy.read_bytes() == MENDED.encode()) is written


def test_the_mended_copy_of_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DIRTY.encode())))
    assert main(["check", "--fix", "--yes", "-"]) == 0
    assert capfdbinary.readouterr().out == MENDED.encode()


def test_what_cannot_be_mended_is_still_said(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.write_bytes(b"Ferry fares frozen\n\n\xe2\x80\x9cThe the gate is shut, Okafor said.")
    assert main(["check", "--fix", "--yes", str(copy)]) == 1
    assert " fix unclosed-quote " in capsys.readouterr().out


def test_a_link_goes_on_pointing_to_the_file(copy: Path) -> None:
    link = copy.parent / "link.txt"
    link.symlink_to(copy)
    assert main(["check", "--fix", "--yes", str(link)]) == 0
    assert link.is_symlink()
    assert copy.read_bytes() == MENDED.encode()


def test_a_file_that_somebody_changed_meanwhile_is_left(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    show = fixing._show

    def change(*args: object) -> None:
        copy.write_text("Their own words")
        show(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "_show", change)
    assert main(["check", "--fix", "--yes", str(copy)]) == 2
    assert "it was changed meanwhile; nothing was written" in capsys.readouterr().err
    assert copy.read_text() == "Their own words"


def test_a_web_page_is_not_written(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy.write_text("<p>The gate of the the lock</p>")
    assert main(["check", "--fix", "--yes", str(copy)]) == 2
    assert "it is a web page, which is read but not written" in capsys.readouterr().err
    assert copy.read_text() == "<p>The gate of the the lock</p>"
