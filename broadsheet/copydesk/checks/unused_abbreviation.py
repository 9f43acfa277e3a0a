"""An abbreviation that is explained and then never used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "unused-abbreviation"
FINDS = (
    "Lock opens\n\nThe Selby Harbour Board (SHB) opened the gate.",
    "Lock opens\n\nThe board met the United Ports Assembly (UPA) on the quay.",
    "Lock opens\n\nThe Board of Ostmark Ports (BOP) paid. Boats came.",
)
LEAVES = (
    "Lock opens\n\nThe Selby Harbour Board (SHB) opened the gate. The SHB closed it again.",
    "Lock opens\n\nThe gate opened. (PTI)",
    "Lock opens\n\nThe gate was opened by the mayor (LAB).",
    "Lock opens\n\n“The Selby Harbour Board (SHB) opened the gate,” Reyes wrote.",
)
_SHORT = re.compile(r"\b[A-Z]{3,8}\b")
#: How far in front of an abbreviation its words may begin.
_BACK = 120
_GIVEN = re.compile(r"(?<=[a-z]\s)\((?P<short>[A-Z]{3,8})\)")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding an abbreviation whose letters begin the words in front of it."""
    used = Counter(_SHORT.findall(reading.text))
    own = own_words(reading, quoted)
    for match in _GIVEN.finditer(own):
        short = match["short"]
        words = own[max(0, match.start() - _BACK) : match.start()].split()
        spelt = "".join(w[0] for w in words[-len(short) - 3 :] if w[0].isupper())
        if used[short] == 1 and spelt.endswith(short):
            yield Finding(
                *match.span(),
                ID,
                "style",
                f"“{short}” is explained here and never used again",
                "",
                rule="an abbreviation is given only if it is used",
            )
