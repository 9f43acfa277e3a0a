"""A claim that nobody is said to have made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_sentences, own_words
from broadsheet.copydesk.cues import words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "unattributed-claim"
FINDS = (
    "Lock opens\n\nNotably, the town has paid for the harbour ever since the storm.",
    "Lock opens\n\nThe visit comes as the strike enters its fourth week.",
    "Lock opens\n\nIt is widely believed that the lock will never pay.",
    "Lock opens\n\nThe gate is considered the strongest on the coast.",
)
LEAVES = (
    "Lock opens\n\nNotably, the town has paid for the harbour ever since the storm, Okafor said.",
    "Lock opens\n\nThe visit comes as the strike that began on March 4, 2026 enters its fourth week.",
    "Lock opens\n\nIt is widely believed that the lock will never pay, a survey of the board found.",
    "Lock opens\n\n“It is widely believed that the lock will never pay,” Reyes said.",
    "Lock opens\n\nNotably absent from the quay was the mayor.",
)
_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
_COMMENT = re.compile(
    r"(?:Notably|Interestingly|Significantly|Importantly|Surprisingly|Tellingly|Remarkably|Curiously|"
    r"Reportedly|Allegedly|Apparently|Arguably),\s"
)
_TERM = re.compile(
    rf"\benter(?:s|ed|ing)?\s(?:its|his|her|their|the|a)\s{_ORDINAL}\s"
    r"(?:straight\s|consecutive\s)?(?:day|week|month|year|season|decade)\b"
)
_NOBODY = re.compile(
    r"\b(?:[Ii]t\s)?(?:is|was|are|were)\s(?:widely|generally|commonly|largely)\s"
    r"(?:believed|thought|seen|regarded|considered|expected|assumed|known|understood|viewed)\b"
    r"|\b[Ii]t\sis\s(?:believed|thought|understood|rumou?red|feared|alleged|claimed|learnt|learned)\sthat\b"
    r"|\b(?:is|are)\s(?:believed|considered|thought|rumou?red|alleged)(?=\sto\s(?:be|have)\b|\s(?:the|one\sof)\b)"
)
#: One of these stands in every belief that nobody holds.
_BELIEFS = tuple(
    f" {word} "
    for word in words(
        """widely generally commonly largely believed thought understood considered rumored rumoured
        feared alleged claimed learnt learned"""
    )
)
_SOURCE = re.compile(
    r"\b(?:said|says|say|told|tells|added|according\sto|report(?:s|ed)?|wrote|writes|announced|stated|found|finds|"
    r"shows?|showed|estimates?|estimated|data|figures|records|survey|study|poll|court|police|argued?s?|"
    r"claims?|noted|warned|confirmed|testified|concluded|suggests?|cited|citing|by\s(?:the\s)?[A-Z])\b|~"
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bbegan\b|\bstarted\b|\bsince\s[A-Z]")
_CUT = re.compile(r".*\b(?:as|while|and|that|when)\s|.*[,;:]\s", re.S)
_BACK = 60
_MOST = 3


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding, three at most a copy, for a comment, a term or a belief in a sentence that
    names no source."""
    own = own_words(reading, quoted)
    times = 0
    terms, beliefs = " enter" in own, any(belief in own for belief in _BELIEFS)
    for start, end in own_sentences(reading, quoted):
        span = _claim(own, start, end, terms=terms, beliefs=beliefs)
        if span is None or times == _MOST or _SOURCE.search(own, start, end):
            continue
        first, last = span
        times += 1
        shown = " ".join(own[first:last].split())
        yield Finding(
            first,
            last,
            ID,
            "query",
            f"“{shown[:70]}{'…' if len(shown) > 70 else ''}”: who says so?",
            rule="a claim has a source",
        )


def _claim(own: str, start: int, end: int, *, terms: bool, beliefs: bool) -> Span | None:
    """The claim of a sentence: all that follows a comment, or what enters its term, or a belief."""
    comment = _COMMENT.match(own, start, end)
    if comment is not None:
        return comment.end(), end - 1 if own[end - 1] in ".!?" else end
    term = _TERM.search(own, start, end) if terms else None
    if term is not None and not _DATE.search(own, start, end):
        floor = max(start, term.start() - _BACK)
        cut = _CUT.match(own, floor, term.start())
        return (cut.end() if cut else floor if floor == start else term.start()), term.end()
    belief = _NOBODY.search(own, start, end) if beliefs else None
    return belief.span() if belief is not None else None
