"""Spaces that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "stray-space"
FINDS = (
    "Lock opens\n\nThe gate opened.\u00a0\n\nBoats came.",
    "Lock opens\n\nThe gate  opened.",
    "Lock opens\n\nThe gate opened , and boats came .",
)
LEAVES = (
    "Lock opens\n\nThe gate opened.\n\nBoats came.",
    "Lock opens\n\nThe gate cost 4\u00a0million and opened at 9\u00a0a.m.",
    "Lock opens\n\nThe gate … opened. “Why ?!” asked nobody.",
)
_STRAY = re.compile(
    r"[\u00a0\u200b\ufeff]+(?=\s|$)|(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w) (?=[,;.!?](?:\s|$))"
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for all of them: they have one cause."""
    spans = [match.span() for match in _STRAY.finditer(reading.text)]
    if spans:
        (start, end), others = spans[0], tuple(spans[1:])
        more = f", and {len(others)} more" if others else ""
        yield Finding(
            start,
            end,
            ID,
            "style",
            f"a space that should not be there{more}",
            "" if reading.text[start:end].strip(" ") or end == len(reading.text) else " ",
            others,
            "one space between words, none before a stop or at a paragraph's end",
        )
