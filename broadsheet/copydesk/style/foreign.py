"""Words that are spelt as on the other side of the Atlantic, for a style that has a side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from broadsheet.copydesk.reading import Reading
from broadsheet.copydesk.spelling import other_spelling, tongue
from broadsheet.copydesk.style.hits import Hit
from broadsheet.copydesk.style.shape import Rule
from broadsheet.copydesk.style.stretches import Stretch

#: What each tongue would have spelt otherwise, in the words of `spelling.words.TONGUES`.
_ELSEWHERE = {
    "uk": frozenset({"us", "z"}),
    "oxford": frozenset({"us", "s"}),
    "us": frozenset({"uk", "s"}),
}
#: The desk's own check, which speaks of a story that mixes the two.
_SHORTEST = 4
_MIXED = "mixed-spelling"


@lru_cache(maxsize=50_000)
def side(word: str) -> str:
    """Whose spelling a word in small letters is; empty when it is everybody's, as short ones are."""
    return tongue(word) if len(word) >= _SHORTEST else ""


def foreign(part: Stretch, rules: list[Rule], token: re.Match[str]) -> Iterator[Hit]:
    """A hit for each rule to which a word in small letters is foreign. A capital makes a name."""
    whose = side(token[0])
    if not whose or part.text[token.start() - 1 : token.start()] in {"’", "'", "_", "@", "#", "."}:
        return
    for rule in rules:
        if whose in _ELSEWHERE[rule.tongue] and part.scope in rule.scope:
            instead = other_spelling(token[0])
            if instead and part.is_prose(*token.span()):
                yield Hit(rule, *token.span(), instead, token[0])


def not_said_before(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The hits without words of which the desk has said already that the story mixes them."""
    text = reading.text
    said = {text[f.start : f.end] for f in reading.findings if f.check == _MIXED}
    return [hit for hit in hits if not (hit.rule.tongue and hit.key in said)]
