"""A standfirst that says he or she before it says who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "standfirst-pronoun"
FINDS = (
    "Okafor opens lock\n\nIt is her second lock on this coast\n\nInes Okafor opened the lock on Monday.",
    "Reyes resigns\n\nHe will leave the harbour in May\n\nTom Reyes will leave the harbour board in May.",
    "Board meets\n\nAfter the storm they asked for more money\n\nThe harbour board met on Monday.",
)
LEAVES = (
    "Okafor opens lock\n\nIt is Ines Okafor’s second lock, and her last\n\nInes Okafor opened the lock on Monday.",
    "Lock opens\n\nTwo winters late, it holds its first boat\n\nThe lock opened on Monday.",
    "Reyes resigns\n\n“He will be missed on the quay”\n\nTom Reyes will leave the harbour board in May.",
    "Lock opens\n\nThe harbour master says she is glad\n\nInes Okafor opened the lock on Monday.",
)
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her|hers|they|their|them)\b", re.I)
_SAID = re.compile(r"[“\"‘].*?[”\"’](?!\w)", re.S)
#: A name, or somebody who is called by what he is; not the small words that open a sentence.
_NAMED = re.compile(
    r"\b(?!(?:It|This|That|He|She|They|His|Her|Their|After|Before|When|While|As|In|On|At|For|With|By|But|"
    r"And|If|Now|Then|How|Why|What|Despite|Following)\b)[A-Z][\w’'-]*"
    r"|\b(?:the|an?)\s(?!(?:storm|year|week|month|day|first|second|third|last|time|start|end)\b)[a-z]+",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding on the first such pronoun with nobody named before it in the standfirst."""
    part = next((p for p in reading.parts if p.kind == "standfirst"), None)
    if part is None:
        return
    words = _SAID.sub(lambda m: "~" * len(m[0]), reading.text[part.start : part.end])
    pronoun = _PRONOUN.search(words)
    if pronoun is None or _NAMED.search(words, 0, pronoun.start()):
        return
    yield Finding(
        part.start + pronoun.start(),
        part.start + pronoun.end(),
        ID,
        "query",
        f"“{pronoun[0]}” in the standfirst: only the headline says who is meant",
        rule="a standfirst can be read by itself",
    )
