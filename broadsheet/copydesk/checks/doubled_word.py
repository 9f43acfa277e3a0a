"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

FINDS = ("Lock opens\n\nThe gate of the the lock opened.",)
LEAVES = (
    "Lock opens\n\nIt was very, very late, and she knew that that was so.",
    "Lock opens\n\nHe had had enough of Pago Pago.",
)
_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[A-Za-z]{2,})[ \u00a0](?P=word)(?![\w’'-])")
_ALLOWED = frozenset({"had", "that", "very", "so", "no", "bye", "her", "ha", "hear", "is", "was"})


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a pair. A doubled capitalised word is a name (Pago Pago)."""
    for match in _TWICE.finditer(reading.text):
        word = match["word"]
        if word.lower() not in _ALLOWED and word.islower():
            yield Finding(
                *match.span(),
                "doubled-word",
                "fix",
                f"“{word}” stands twice in a row",
                word,
                rule="a word is written once",
            )
