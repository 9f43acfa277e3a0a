"""One quotation with an attribution at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "doubled-attribution"
FINDS = (
    "Lock opens\n\nOkafor said, “The gate is open to everyone,” Okafor said.",
    "Lock opens\n\nIt rained. The harbour master said, “We waited two winters,” the master said.",
    'Lock opens\n\nTom Reyes stated, "We are late," he said.',
)
LEAVES = (
    "Lock opens\n\nOkafor said, “The gate is open.” “For whom?” asked Reyes.",
    "Lock opens\n\n“The gate is open,” Okafor said. “It is ours,” Okafor said.",
    "Lock opens\n\nOkafor said, “The gate is open,” and Reyes said it was late.",
)
_SAID = r"(?:said|says|stated|added|told\s\w+|noted|explained|wrote)"
_BEFORE = re.compile(
    rf"(?:^|(?<=[.!?”\"]\s))(?P<who>[A-Z][^.!?\"“”\n]{{0,110}}?)\s(?:also\s|further\s|then\s)?{_SAID},\s$"
)
_AFTER = re.compile(
    rf"[\"”]?\s(?P<who>(?:[Tt]he\s|[Aa]n?\s)?(?:[\w.’'-]+\s){{1,8}})(?:also\s|further\s|then\s)?{_SAID}\b"
)
_JOINS = re.compile(r"\b(?:and|but|while|as|which|who|when)\b")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding on the attribution in front; the one behind is the evidence."""
    text = reading.text
    for rows, paragraph in zip(quoted, reading.paragraphs, strict=False):
        for quote in rows:
            if text[quote.end - 1 : quote.end] != ",":
                continue
            start = max(paragraph.start, quote.start - 140)
            before = _BEFORE.search(text[start : quote.start - 1])
            after = _AFTER.match(text, quote.end, min(paragraph.end, quote.end + 120))
            if before is None or after is None or _JOINS.search(after["who"]):
                continue
            yield Finding(
                start + before.start("who"),
                quote.start - 1,
                ID,
                "fix",
                f"this quotation is attributed in front and again behind ({after['who'].strip()})",
                evidence=((after.start("who"), after.end()),),
                rule="a quotation has one attribution",
            )
