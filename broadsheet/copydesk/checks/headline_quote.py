"""A quotation in the headline that nobody says in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "headline-quote"
FINDS = (
    "Lock is ‘a waste of public money’, says Reyes\n\n“The lock is a waste of money,” Tom Reyes said.",
    "Okafor: “We will never pay for it”\n\nInes Okafor said the board would not pay for the lock.",
    "Lock a 'national disgrace'\n\n“The lock is a scandal,” Tom Reyes said.",
)
LEAVES = (
    "Lock is ‘a waste of money’, says Reyes\n\n“The lock is a waste of money,” Tom Reyes said.",
    "Okafor: “We will never pay”\n\n“We will never, ever pay,” Ines Okafor said. “We will never pay.”",
    "Mayor's lock opens at owners' cost\n\nThe lock opened on Monday.",
    "Readers choose ‘Lock’ as word of the year\n\nThe word of the year is lock.",
)
_QUOTED = re.compile(
    r"“(?P<a>[^”“]{3,200})”|(?<!\w)‘(?P<b>[^‘]{3,200}?)’(?!\w)|(?<![\w])'(?P<c>[^']{3,200}(?:'\w[^']*)*?)'(?!\w)"
    r"|(?<!\w)\"(?P<d>[^\"]{3,200})\"(?!\w)"
)
_WORDS = re.compile(r"\w+(?:[’']\w+)*")
_STEM = 6


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each whose words, in their order, stand nowhere in the body."""
    headline = next((p for p in reading.parts if p.kind == "headline"), None)
    if headline is None or not reading.paragraphs:
        return
    start, end = reading.paragraphs[0].start, reading.paragraphs[-1].end
    body = ""
    for match in _QUOTED.finditer(reading.text, headline.start, headline.end):
        span = next(match.span(group) for group in "abcd" if match[group] is not None)
        body = body or _plain(reading.text[start:end])
        words = _plain(reading.text[slice(*span)])
        if words.strip() and not _stands(words, body):
            yield _finding(reading, quoted, span)


def _finding(reading: Reading, quoted: list[list[Quoted]], span: Span) -> Finding:
    said = tuple((q.start, q.end) for rows in quoted for q in rows)
    return Finding(
        *span,
        ID,
        "query",
        f"“{reading.text[slice(*span)]}” is in the headline, but nobody says it in the body",
        evidence=said[:3],
        rule="the headline quotes what the body quotes",
    )


def _plain(text: str) -> str:
    """The words alone, in small letters, each between spaces."""
    return " " + " ".join(w.lower().replace("’", "'") for w in _WORDS.findall(text)) + " "


def _stands(words: str, body: str) -> bool:
    """Whether the words stand in the body; a single one may have another ending there."""
    if " " in words.strip():
        return words in body
    return f" {words.strip()[:_STEM]}" in body
