"""A quotation that is opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.marks import Marks, marks_in, opens_next
from broadsheet.copydesk.quotes import ATTRIBUTION, Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "unclosed-quote"
FINDS = (
    "Lock opens\n\n“We waited two winters, the harbour master said. Boats came at noon.",
    'Lock opens\n\n"We waited two winters, Okafor said. "It was worth it."',
    "Lock opens\n\nOkafor called it “a gate for everyone. Boats came at noon.",
    "Lock opens\n\nOkafor called it “a gate for everyone.\n\n“We are glad,” she said.",
    "Lock opens\n\n“We waited two winters. — Ines Okafor\n\n“So did I.” — Tom Reyes",
)
LEAVES = (
    "Lock opens\n\n“We waited two winters,” the harbour master said.",
    "Lock opens\n\n“We waited two winters.\n\n“It was worth it,” the harbour master said.",
    "Lock opens\n\n“I would sooner pay what he calls “the toll” than wait,” the harbour master said.",
    "Lock opens\n\n“We waited two winters.\n\nNobody thanked us.”\n\nThe harbour master left.",
)
_WORD_BEFORE = re.compile(r"\w\s$")
_SIGNED = re.compile(r"\s+[―—–]\s?[A-Z][\w.’' -]{2,40}$")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each quotation whose closing mark is missing. One that runs over several
    paragraphs may leave the marks in between out."""
    text = reading.text
    rows = marks_in(reading)
    for index, (here, behind) in enumerate(zip(rows, opens_next(rows), strict=True)):
        balanced = here.sure and here.order and len(here.opening) <= len(here.closing)
        if balanced or behind is False:
            continue
        paragraph = reading.paragraphs[index]
        mended = [(q.start - 1, q.end) for q in quoted[index] if q.mended]
        if not mended and here.order:
            goes_on = any(q.goes_on for q in quoted[index])
            mended = [*_straight(text, here, paragraph.end, goes_on=goes_on)] or [
                (q.start - 1, _end_of_open(text, q))
                for q in quoted[index]
                if q.goes_on and _cannot_go_on(text, q)
            ]
        for opening, stop in mended:
            yield _finding(text, opening, stop)


def _straight(text: str, here: Marks, end: int, *, goes_on: bool) -> Iterator[Span]:
    """A straight mark that the next opening one was taken to close: `"We waited, he said. "It`."""
    opening = here.lonely_opening(spare=int(goes_on))
    limit = next((at for at in here.opening if opening is not None and at > opening), end)
    if opening is not None and text[opening] == '"' == text[limit]:
        match = ATTRIBUTION.search(text, opening + 1, limit)
        stop = _SENTENCE_END.search(text, opening + 1, limit)
        yield opening, match.start() + 1 if match else stop.end() if stop else limit


def _cannot_go_on(text: str, quote: Quoted) -> bool:
    """A few words quoted inside a sentence do not go on in the next paragraph, nor does a quotation
    with its speaker behind a dash."""
    inside = text[quote.start].islower() and _WORD_BEFORE.search(
        text, max(0, quote.start - 9), quote.start - 1
    )
    return bool(inside) or _SIGNED.search(text, quote.start, quote.end) is not None


def _end_of_open(text: str, quote: Quoted) -> int:
    signed = _SIGNED.search(text, quote.start, quote.end)
    stop = _SENTENCE_END.search(text, quote.start, quote.end)
    return signed.start() if signed else stop.end() if stop else quote.end


def _finding(text: str, opening: int, end: int) -> Finding:
    last = text[opening + 1 : end].split()[-1:]
    after = f" after “{last[0]}”" if last else ""
    return Finding(
        opening,
        opening + 1,
        ID,
        "fix",
        f"this quotation is never closed; it seems to end{after}",
        "”" if text[opening] == "“" else '"',
        ((end, end),),
        "every opening mark has a closing one",
    )
