"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "doubled-word"
FINDS = (
    "Lock opens\n\nThe gate of the the lock opened.",
    "Lock opens\n\nThe gate of the of the lock opened a a day late.",
    "Lock opens\n\nIt opened on on Monday, and she was was glad that it is is open.",
)
LEAVES = (
    "Lock opens\n\nIt was very, very late, and she knew that that was so.",
    "Lock opens\n\nHe had had enough of Pago Pago.",
    "Lock opens\n\nWhat it is is a lock. The problem was was that nobody knew.",
    "Lock opens\n\nThese are the boats that the town is counting on on Monday.",
)
_TWICE = re.compile(
    r"(?<![\w’'-])(?P<word>[A-Za-z]{2,}|a)[ \u00a0](?P=word)(?![\w’'-])"
    r"|(?<![\w’'-])(?P<two>(?:of|in|to|on|for|at|with|by|from|and|that|is|was|has|have|will|would)\s"
    r"(?:the|a|an|his|her|their|its|been|be))\s(?P=two)(?![\w’'-])"
)
_ALLOWED = frozenset(
    ["had", "that", "very", "so", "no", "bye", "her", "ha", "hear", "etc", "now", "there", "blah"]
)
#: `what it is is`, `all there was was`, `the problem is is that`.
_REACH = 50
_BEING = frozenset({"is", "was"})
_BEFORE_BEING = re.compile(
    r"\b(?:what|all|who|where|how|problem|thing|truth|point|question|issue)\s(?:[\w’']+\s){0,4}$",
    re.I,
)

#: `the boats they count on on Monday`: the verb's own word, then that of the time.
_PARTICLES = frozenset({"on", "in"})
_VERB = re.compile(
    r"\b(?:count|rely|depend|bank|bet|carr|log|check|mov|turn|sign|liv|stay)(?:s|ing|ed|ied|y|e|es|ging|ged)?\s$"
)
_TIME = re.compile(r"\s[A-Z\d]")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a pair. A doubled capitalised word is a name (Pago Pago)."""
    for match in _TWICE.finditer(reading.text):
        word = match["word"] or match["two"]
        if word in _PARTICLES and _is_particle(reading.text, match):
            continue
        floor = max(0, match.start() - _REACH)
        right = word in _BEING and _BEFORE_BEING.search(reading.text, floor, match.start())
        if word.lower() not in _ALLOWED and word.islower() and not right:
            yield Finding(
                *match.span(),
                ID,
                "fix",
                f"“{word}” stands twice in a row",
                word,
                rule="a word is written once",
            )


def _is_particle(text: str, match: re.Match[str]) -> bool:
    verb = _VERB.search(text, max(0, match.start() - 14), match.start())
    return verb is not None and _TIME.match(text, match.end()) is not None
