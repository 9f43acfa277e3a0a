"""A quotation that is opened and never closed."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "unclosed-quote"
FINDS = ("Lock opens\n\n“We waited two winters, the harbour master said. Boats came at noon.",)
LEAVES = (
    "Lock opens\n\n“We waited two winters,” the harbour master said.",
    "Lock opens\n\n“We waited two winters.\n\n“It was worth it,” the harbour master said.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each quotation whose closing mark is missing."""
    for rows in quoted:
        for quote in rows:
            if quote.mended:
                last = reading.text[quote.start : quote.end].split()[-1:]
                after = f" after “{last[0]}”" if last else ""
                yield Finding(
                    quote.start - 1,
                    quote.start,
                    ID,
                    "fix",
                    f"this quotation is never closed; it seems to end{after}",
                    "”",
                    ((quote.end, quote.end),),
                    "every opening mark has a closing one",
                )
