"""The story's own words: its body with everything that is quoted blotted out.

For checks that may not touch what somebody else said.
"""

from __future__ import annotations

from functools import lru_cache

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Reading, Span
from broadsheet.copydesk.sentences import split_sentences

#: Stands for each quoted character: no letter, no space, no stop.
BLOT = "~"
_STOPS = ".!?…,"


def own_words(reading: Reading, quoted: list[list[Quoted]]) -> str:
    """The text, equally long: line ends for all that is no body, blots for quoted words. The stop
    that closes a quotation stays, since it may end the sentence around it."""
    body = tuple((p.start, p.end) for p in reading.paragraphs if p.kind != "quote-block")
    said = tuple((q.start, q.end) for rows in quoted for q in rows)
    return _blotted(reading.text, body, said)


def own_sentences(reading: Reading, quoted: list[list[Quoted]]) -> tuple[Span, ...]:
    """The spans of the body's sentences; no full stop inside a quotation ends one but its last."""
    return _sentences(own_words(reading, quoted))


@lru_cache(maxsize=1)
def _blotted(text: str, body: tuple[Span, ...], said: tuple[Span, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in body:
        pieces += ["\n" * (start - at), text[start:end]]
        at = end
    pieces.append("\n" * (len(text) - at))
    page = "".join(pieces)
    pieces, at = [], 0
    for start, end in said:
        last = end - 1 if text[end - 1 : end] in _STOPS else end
        pieces += [page[at:start], BLOT * (last - start)]
        at = max(at, last)
    return "".join([*pieces, page[at:]])


@lru_cache(maxsize=1)
def _sentences(page: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for line in page.splitlines(keepends=True):
        if not line.isspace():
            spans += [(at + s, at + e) for s, e in split_sentences(line)]
        at += len(line)
    return tuple(spans)
