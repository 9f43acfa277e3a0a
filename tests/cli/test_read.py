"""`broadsheet read`: for people, for machines, in batches."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.cli import main
from broadsheet.copydesk.source_text import MOST

COPY = (
    "Ferry fares frozen until spring\n\n"
    "The council froze ferry fares on Monday.\n\n"
    "“Nobody will pay more before April,” said harbour master Ines Okafor.\n\n"
    "Leave a Reply\n"
)


@pytest.fixture
def copy(tmp_path: Path) -> str:
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return str(path)


def _feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_it_ties_a_quotation_to_its_speaker(
    copy: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["read", copy]) == 0
    shown = capsys.readouterr().out
    assert "“Nobody will pay more before April,”[1] said harbour master Ines Okafor." in shown
    assert "[1] Ines Okafor" in shown
    assert " furniture │ Leave a Reply" in shown
    assert "\x1b[" not in shown, "no colour where there is no terminal"


def test_the_json_has_the_keys_of_the_design(copy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", copy, "--json", "--published", "2026-03-06"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"parts", "quotes", "people", "sources", "dates", "quantities", "findings"} <= set(found)
    quote = found["quotes"][0]
    assert COPY[quote["start"] : quote["end"]] == "Nobody will pay more before April,"
    assert found["dates"][0]["value"] == "2026-03-02"


def test_a_batch_is_answered_in_order_and_a_bad_line_by_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"id": "a", "text": COPY, "pubdate": "2026-03-06"}
    lines = [
        json.dumps(good),
        "no json",
        "",
        "[]",
        json.dumps({"id": 7}),
        json.dumps({"id": "b", "text": "Rain", "pubdate": "soon"}),
        json.dumps({"id": "c", "text": "", "pubdate": None}),
        '{"id": "d", "text": "half a pair \\ud800 of it", "pubdate": ""}',
        "[" * 100_000,
    ]
    _feed(monkeypatch, "\n".join(lines).encode())
    assert main(["read", "--batch"]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [a["id"] for a in answers] == ["a", None, None, 7, "b", "c", "d", None]
    assert ["error" in a for a in answers] == [False, True, True, True, True, False, False, True]
    assert answers[0]["dates"][0]["value"] == "2026-03-02"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b" \n\xc2\xa0\n", "it is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "it is not text"),
        (b"%PDF-1.7 and so on", "it is not text"),
        (b"a" * (MOST + 1), "it is longer than the 20 MB"),
    ],
)
def test_what_is_no_copy_is_refused_in_one_sentence(
    data: bytes, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _feed(monkeypatch, data)
    assert main(["read", "-"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"broadsheet read: standard input: {words}")
    assert said.err.count("\n") == 1
    assert not said.out


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "nowhere.txt"]) == 2
    assert capsys.readouterr().err == "broadsheet read: nowhere.txt: no such file or directory.\n"


def test_a_guessed_encoding_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _feed(monkeypatch, "Café opens\n\nThe café opened; the naïve façade stays.".encode("cp1252"))
    assert main(["read"]) == 0
    said = capsys.readouterr()
    assert "which is a guess" in said.err
    assert "Café opens" in said.out


def test_copy_cannot_send_orders_to_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Rain \x1b]0;owned\x07 falls\n\nRain fell \u202eon Monday\x1b[2J in Selby."
    _feed(monkeypatch, text.encode())
    assert main(["read"]) == 0
    shown = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_it_loads_nothing_that_plain_copy_does_not_need(copy: str) -> None:
    heavy = {"django", "html.parser", "difflib", "hashlib", "tempfile", "subprocess", "asyncio"}
    code = (
        "import sys; from broadsheet.cli import main; main(['read', sys.argv[1]]); "
        f"main(['check', sys.argv[1]]); sys.exit(', '.join({heavy!r} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, copy], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_many_files_are_read_one_after_the_other(
    copy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", copy, "nowhere.txt", copy, "--json"]) == 2
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert first == second
    assert first["file"] == copy
    assert main(["read", copy, copy]) == 0
    assert capsys.readouterr().out.count(copy) == 2


def test_the_style_that_was_tried_is_said(copy: str, capsys: pytest.CaptureFixture[str]) -> None:
    for style, said in (("us", "us"), ("none", ""), ("auto", "uk")):
        assert main(["read", copy, "--json", "--style", style]) == 0
        assert json.loads(capsys.readouterr().out)["style"] == said


def test_a_paper_with_a_wrong_setting_keeps_nobody_from_reading(
    copy: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "broadsheet.toml").write_text("prot = 1\n")
    monkeypatch.setenv("BROADSHEET_PAPER", str(tmp_path))
    assert main(["read", copy]) == 0
    assert "is left aside: setting 'prot'" in capsys.readouterr().err
    assert main(["read", copy, "--paper", str(tmp_path)]) == 2
    assert "nearest known one is 'port'" in capsys.readouterr().err
