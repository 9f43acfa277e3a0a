"""Where sentences begin and end."""

from __future__ import annotations

import re

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.reading import Span

#: Short forms whose full stop ends no sentence.
SHORT = words(
    """mr mrs ms dr prof gen col lt sgt cpl pvt capt maj adm cmdr brig sen rep del gov pres hon rev fr
    msgr st mt ft jr sr atty asst det insp supt no vs etc inc ltd co corp jan feb mar apr jun jul aug
    sept sep oct nov dec rs fig dept approx"""
)
_END = re.compile(r"[.!?…。؟۔।]+[\"'”’»)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"(\w+)\.$")


def split_sentences(text: str) -> list[Span]:
    """The spans of the sentences of `text`, without the spaces around them."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence goes on after this mark: an abbreviation, an initial, or a small
    letter behind it."""
    rest = text[match.end() : match.end() + 3].lstrip()
    if rest and rest[0].islower():
        return True
    if match.group()[0] != "." or len(match.group()) > 1:
        return False
    word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start() + 1)
    if word is None:
        return False
    return word.group(1).lower() in SHORT or (len(word.group(1)) == 1 and word.group(1).isupper())


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
