"""A noun that is joined to itself: `the visit by the minister’s visit`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "doubled-phrase"
FINDS = (
    "Lock opens\n\nThe visit by the Harbour Minister’s visit was short.",
    "Lock opens\n\nIt fell at the foot of the foot of the wall.",
    "Lock opens\n\nThe lock is at the heart of the heart of the dispute.",
)
LEAVES = (
    "Lock opens\n\nIt was the best of the best, from the start of the day to the day after.",
    "Lock opens\n\nThe visit by the Harbour Minister’s aide was short.",
    "Lock opens\n\nHe was the king of the kings of the quay.",
)
_OF = r"(?:by|of|from|for|in|to)"
_OWNED = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s(?P<noun>[a-z]{{4,}})\s{_OF}\s(?:the\s)?"
    r"(?:[A-Z][\w.-]*\s(?:of\s)?){0,7}[A-Z][\w-]*[’']s\s(?P=noun)\b"
)
_AGAIN = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s(?P<noun>[a-z]{{4,}})\s(?P<of>{_OF})\s"
    r"(?P<det>the|an?|his|her|their)\s(?P=noun)\b"
)
_RIGHT = frozenset(
    {"best", "worst", "rest", "king", "queen", "song", "heart", "side", "back", "face"}
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a phrase. `The best of the best` is right until it goes on `of the ...`."""
    for pattern in (_OWNED, _AGAIN):
        for match in pattern.finditer(reading.text):
            again = match.groupdict().get("of", "")
            goes_on = bool(again) and reading.text.startswith(f" {again} ", match.end())
            if match["noun"] not in _RIGHT or goes_on:
                yield Finding(
                    *match.span(),
                    ID,
                    "fix",
                    f"“{match['noun']}” is joined to itself: one of the two is left over",
                    evidence=(match.span("noun"),),
                    rule="a phrase is written once",
                )
