"""A claim that nobody is said to have made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_sentences, own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

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
_CLAIM = re.compile(
    r"(?P<comment>(?:^|(?<=\n)|(?<=[.!?]\s))(?:Notably|Interestingly|Significantly|Importantly|Surprisingly|"
    r"Tellingly|Remarkably|Curiously|Reportedly|Allegedly|Apparently|Arguably),\s)"
    rf"|(?P<term>\b(?:enters?|entered|entering)\s(?:its|his|her|their|the|a)\s{_ORDINAL}\s"
    r"(?:straight\s|consecutive\s)?(?:day|week|month|year|season|decade)\b)"
    r"|(?P<nobody>\b(?:[Ii]t\s(?:is|was)|(?:is|are|was|were))\s(?:widely|generally|commonly|largely)\s"
    r"(?:believed|thought|seen|regarded|considered|expected|assumed|known|understood|viewed)\b"
    r"|\b[Ii]t\sis\s(?:believed|thought|understood|rumou?red|feared|alleged|claimed|learnt|learned)\sthat\b"
    r"|\b(?:is|are)\s(?:believed|considered|thought|rumou?red|alleged)\s(?:to\s(?:be|have)|(?:the|one\sof)\b))"
)
_SOURCE = re.compile(
    r"\b(?:said|says|say|told|tells|added|according\sto|report(?:s|ed)?|wrote|writes|announced|stated|found|finds|"
    r"shows?|showed|estimates?|estimated|data|figures|records|survey|study|poll|court|police|argued?s?|"
    r"claims?|noted|warned|confirmed|testified|concluded|suggests?|cited|citing|by\s(?:the\s)?[A-Z])\b|~"
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bbegan\b|\bstarted\b|\bsince\s[A-Z]")
_BACK = 60
_MOST = 3


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding, three at most a copy, for a comment, a term or a belief in a sentence that
    names no source."""
    own = own_words(reading, quoted)
    times = 0
    for start, end in own_sentences(reading, quoted):
        match = _CLAIM.search(own, start, end)
        if match is None or times == _MOST or _SOURCE.search(own, start, end):
            continue
        if match["term"] and _DATE.search(own, start, end):
            continue
        times += 1
        first, last = _span(own, match, start, end)
        shown = " ".join(own[first:last].split())
        yield Finding(
            first,
            last,
            ID,
            "query",
            f"“{shown[:70]}{'…' if len(shown) > 70 else ''}”: who says so?",
            rule="a claim has a source",
        )


def _span(own: str, match: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """The claim: all that follows the comment, or what enters its term, or the belief."""
    if match["comment"]:
        return match.end("comment"), end - 1 if own[end - 1] in ".!?" else end
    if match["nobody"]:
        return match.span("nobody")
    floor = max(start, match.start() - _BACK)
    cut = re.compile(r".*\b(?:as|while|and|that|when)\s|.*[,;:]\s", re.S).match(
        own, floor, match.start()
    )
    return (cut.end() if cut else floor if floor == start else match.start()), match.end()
