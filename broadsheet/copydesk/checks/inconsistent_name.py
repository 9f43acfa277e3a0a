"""One body named in two ways: `Harbour Department` and `Department of Harbours`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "inconsistent-name"
FINDS = (
    "Lock opens\n\nThe Fisheries Department paid. Later the Department of Fisheries denied it.",
    "Lock opens\n\nThe Ministry of Sea Trade paid. The Sea Trade Ministry denied it.",
    "Lock opens\n\nAn official of the UK Harbours Office came. The UK Office of Harbours sent her.",
)
LEAVES = (
    "Lock opens\n\nThe Fisheries Department paid. Later the Department of Transport denied it.",
    "Lock opens\n\nThe Ministry of Sea Trade paid. “The Sea Trade Ministry owes us more,” Reyes said.",
    "Lock opens\n\nThe Fisheries Department paid. Later the Fisheries Department denied it.",
    "Lock opens\n\nThe University of Selby and Selby University both sent students.",
)
_HEADS = (
    r"(?:Department|Ministry|Office|Bureau|Board|Commission|Committee|Council|Authority|Agency|"
    r"Directorate|Secretariat|Embassy|Court|Administration|Division|Service)"
)
_WORD = r"[A-Z][\w-]*"
_OF = re.compile(
    rf"\b(?P<head>{_HEADS})\s(?:of|for)\s(?:the\s)?(?P<what>{_WORD}(?:(?:\s|,\s|\sand\s){_WORD}){{0,3}})"
)
_BEFORE = re.compile(
    rf"\b(?!The\s)(?P<what>{_WORD}(?:(?:\s|\sand\s){_WORD}){{0,4}})\s(?P<head>{_HEADS})\b"
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a body, where the second way first stands."""
    own = own_words(reading, quoted)
    spelt: dict[tuple[str, ...], Span] = {}
    for match in _OF.finditer(own):
        spelt.setdefault((match["head"], *_key(match["what"])), match.span())
    if not spelt:
        return
    told: set[Span] = set()
    for match in _BEFORE.finditer(own):
        words = _key(match["what"])
        tails = ((match["head"], *words[n:]) for n in range(len(words)))
        other = next((spelt[tail] for tail in tails if tail in spelt), None)
        if other is not None and other not in told:
            told.add(other)
            first, second = sorted((other, match.span()))
            yield Finding(
                *second,
                ID,
                "style",
                f"“{own[slice(*second)]}” is “{own[slice(*first)]}” elsewhere in this story",
                evidence=(first,),
                rule="a body has one name in one story",
            )


def _key(words: str) -> tuple[str, ...]:
    return tuple(word.strip(",").removesuffix("s") for word in words.split() if word != "and")
