"""A reading on a terminal: colours that tie words to their speaker, and no line too wide for it."""

from __future__ import annotations

import re

import pytest

from broadsheet import copydesk
from broadsheet.cli.flow import flowed, words
from broadsheet.cli.reading_shown import shown
from broadsheet.cli.terminal import Paint, width

COPY = (
    "Ferry fares frozen\n\n"
    "“Nobody pays more,” said Ines Okafor, CNN reported. Tom Reyes said that the fares were fair. "
    "“They are ours,” said Okafor.\n\n"
    "水闸已经开放水闸已经开放水闸已经开放水闸已经开放水闸已经开放 e\u0301te\u0301 "
    "https://port.example/an/address/that/is/longer/than/any/narrow/line/of/this/test\n\n(PTI)\n"
)
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def lines(columns: int, *, colour: bool = False) -> list[str]:
    return list(shown(copydesk.read(COPY), Paint(on=colour), columns))


@pytest.mark.parametrize("columns", [20, 40, 51, 52, 80, 300])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    assert max(width(line) for line in lines(columns)) <= columns


@pytest.mark.parametrize("columns", [20, 80])
def test_every_letter_of_the_copy_is_shown(columns: int) -> None:
    plain = re.sub(r"\[\d\]|[│\s]|\w+ │", "", "".join(lines(columns)))
    for paragraph in COPY.split("\n\n"):
        assert re.sub(r"\s", "", paragraph)[:60] in plain


def test_the_part_stands_in_the_margin_and_on_a_line_of_its_own_where_it_is_narrow() -> None:
    assert "  headline │ Ferry fares frozen" in lines(80)
    assert lines(30)[:2] == ["headline", "│ Ferry fares frozen"]


def test_under_each_quotation_stands_the_way_that_it_came() -> None:
    told = [line.partition("│")[2].strip() for line in lines(80)]
    assert "[1] Ines Okafor (said) → CNN → PTI" in told
    assert any(line.startswith("[2] Tom Reyes (said) in other words → ") for line in told)


def test_a_speaker_and_all_that_he_says_share_a_colour() -> None:
    text = "\n".join(lines(300, colour=True))
    colour = re.search(r"\x1b\[(\d+)m“Nobody\x1b", text)
    assert colour
    assert f"\x1b[{colour[1]}m“They\x1b" in text
    assert f"\x1b[{colour[1]};1mOkafor" in text
    assert f"\x1b[{colour[1]};1mReyes" not in text
    assert ESCAPE.sub("", text) == "\n".join(lines(300))


def test_a_word_longer_than_the_line_is_cut_and_hangs() -> None:
    row = words("ab abcdefghij 水水水")
    assert list(flowed(row, Paint(on=False), 6, 2)) == ["ab", "  abcd", "  efgh", "  ij", "  水水", "  水"]  # fmt: skip
