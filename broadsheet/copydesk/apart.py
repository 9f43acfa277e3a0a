"""Rows of reported words made to lie beside one another, never over one another."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from broadsheet.copydesk.reading import Quote, Span

#: Fewer characters than this between two quotations are no reported speech.
_LEAST = 12


def apart(text: str, quotes: list[Quote]) -> list[Quote]:
    """The rows without overlap: direct words win, what is reported around them is cut at them."""
    direct: list[Quote] = [q for q in quotes if q.direct]
    kept = list(direct)
    end = 0
    for quote in quotes:
        if quote.direct:
            continue
        for gap in _gaps((max(quote.start, end), quote.end), direct):
            start, stop = _bare(text, *gap)
            kept.append(replace(quote, start=start, end=stop))
        end = max(end, quote.end)
    return sorted((q for q in kept if q.start < q.end), key=lambda q: q.start)


def _gaps(span: Span, inside: Sequence[Quote]) -> Iterator[Span]:
    start, end = span
    at = bisect(inside, start, key=lambda quote: quote.end)
    while at < len(inside) and inside[at].start < end:
        if inside[at].start - 1 - start > _LEAST:
            yield start, inside[at].start - 1
        start = inside[at].end + 1
        at += 1
    if end - start > _LEAST:
        yield start, end


def _bare(text: str, start: int, end: int) -> Span:
    """The span without spaces and marks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
