"""A person or place in the headline who is not in the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.cues import words as words_of
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading
from broadsheet.copydesk.spelling.words import look_up

ID = "headline-name"
FINDS = (
    "Okafor opens the lock at last\n\nThe chairwoman opened the lock on Monday after two winters of storms.",
    "Three boats from Ostborg wait for the lock\n\nThree boats waited on Monday, the harbour master said.",
    "Lock opens, says Tom Reyes\n\nThe lock opened on Monday, the harbour master said.",
)
LEAVES = (
    "Okafor opens the lock at last\n\nInes Okafor opened the lock on Monday after two winters of storms.",
    "Boats from Ostmark wait for the lock\n\nThree Ostmarkian boats waited on Monday.",
    "Okafor Opens The Lock At Last\n\nThe chairwoman opened the lock on Monday.",
    "French boats wait for the lock in Spain\n\nBoats from France waited on Monday. Spanish boats had gone.",
    "Premier opens the lock in the Cup week\n\nInes Okafor opened the lock on Monday.",
    "UK boats wait for the lock\n\nBritish boats waited on Monday, the harbour master said.",
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BODY_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4
_PAIRS = """frenchman france|spaniard spain|dane denmark|pole poland|filipinos philippines|french france
dutch netherlands|swiss switzerland|spanish spain|welsh wales|irish ireland|danish denmark|polish poland
filipino philippines|briton britain|english england"""
#: People and their country, where the two do not begin alike; either way about.
_ALIKE = {
    word: other
    for pair in re.split(r"[|\n]", _PAIRS)
    for word, other in (pair.split(" "), pair.split(" ")[::-1])
}
_LEAST_WORDS = 4
#: Words with a capital of their own that are neither a person nor a place.
_NO_NAMES = words_of(
    """i i’m i'm i’ll i'll i’ve i've monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas easter
    mr mrs ms dr sir lord lady god internet opinion analysis video photos watch live updates"""
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each name, where the headline has capitals for names only. A word of the copy
    that begins alike (Ostmark, Ostmarkian) is enough."""
    part = next((p for p in reading.parts if p.kind == "headline"), None)
    if part is None or not reading.paragraphs:
        return
    words = list(_WORD.finditer(reading.text, part.start, part.end))
    if len(words) < _LEAST_WORDS or not _has_capitals_for_names_only(words):
        return
    start, end = reading.paragraphs[0].start, reading.paragraphs[-1].end
    stems = {w.lower()[:_STEM] for w in _BODY_WORD.findall(reading.text, start, end)}
    for match in words:
        name = re.sub(r"[’']s?$", "", match[0])
        alike = _ALIKE.get(name.lower(), name.lower())
        if _is_name(name) and not {name.lower()[:_STEM], alike[:_STEM]} & stems:
            yield Finding(
                *match.span(),
                ID,
                "query",
                f"“{name}” is in the headline and nowhere in the copy",
                rule="whoever is in the headline is in the copy",
            )


def _has_capitals_for_names_only(words: list[re.Match[str]]) -> bool:
    """At least half of the headline's words, the first left out, begin with a small letter."""
    rest = [word[0] for word in words[1:]]
    return sum(word[0].islower() for word in rest) * 2 >= len(rest)


def _is_name(word: str) -> bool:
    if not word[:1].isupper() or len(word) < _STEM or word.isupper() or word.lower() in _NO_NAMES:
        return False
    return look_up(word.lower()) is None
