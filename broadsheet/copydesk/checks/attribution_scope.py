"""A claim that follows another outlet’s report, and may or may not be part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_sentences, own_words
from broadsheet.copydesk.outlets import outlets_in
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "ambiguous-attribution-scope"
FINDS = (
    "Lock opens\n\nInes Okafor opened the lock on Monday, reported CNN.\n\nIt is her third lock on this coast.",
    "Lock opens\n\nThe board spent more than it had, BBC reported. This was the first deficit since the storm.",
    "Lock opens\n\nThe gate leaks, according to Reuters.\n\nIt was the worst leak of the year.",
)
LEAVES = (
    "Lock opens\n\nInes Okafor opened the lock on Monday.\n\nIt is her third lock on this coast.",
    "Lock opens\n\nThe gate leaks, reported CNN.\n\nIt is the third leak this winter, CNN reported.",
    "Lock opens\n\nThe gate leaks, according to Reuters.\n\nIt was raining.",
    "Lock opens\n\nThe gate leaks, according to Reuters.\n\nIt was the worst leak of the year, Reyes said.",
)
_CLAIM = re.compile(
    r"(?:It|This|That)\s(?:is|was|will\sbe|would\sbe|marks|marked)\s"
    r"(?P<what>(?:the|his|her|its|their|a)\s(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s"
    r"[\w-]+|(?:first|last|only|most|worst|best|largest|biggest|highest|lowest|deadliest|record)\s[\w-]+))"
)
_SOURCE = re.compile(
    r"\b(?:said|says|told|added|according\sto|report(?:s|ed|edly)|wrote|announced|stated|data|figures|records)\b"
)
_REPORTED = re.compile(r"\b(?:report(?:ed|s)|according\sto|said|told|wrote|citing)\b")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a claim of a rank or a number of times that has no source of its own right
    behind a sentence that an outlet reported."""
    own = own_words(reading, quoted)
    before: tuple[int, int] | None = None
    for start, end in own_sentences(reading, quoted):
        claim = _CLAIM.match(own, start, end)
        if claim is not None and before is not None and not _SOURCE.search(own, start, end):
            names = (
                list(outlets_in(reading.text, *before)) if _REPORTED.search(own, *before) else []
            )
            if names:
                yield Finding(
                    *claim.span("what"),
                    ID,
                    "query",
                    f"“{claim['what']}”: does {names[-1][0]} say this too, or do we?",
                    evidence=(names[-1][1:],),
                    rule="it is plain how far a source’s word goes",
                )
        before = (start, end)
