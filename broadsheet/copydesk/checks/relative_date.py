"""A date that leans on a day of publication which the copy does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.dates import DAYS, MONTH
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "relative-date"
FINDS = (
    "Lock opens\n\nThe gate opened on Tuesday. It closes for repairs later this month.",
    "Lock opens\n\nThe board met on Monday. It had last met in September last year.",
    "Lock opens\n\nThe gate opened on Tuesday. On August 29 the board will meet.",
    "Lock opens\n\nPublished: 4 March 2026\n\n“We will open the second gate tomorrow,” Ines Okafor said.",
)
LEAVES = (
    "Lock opens\n\nPublished: 4 March 2026\n\nThe gate opened on Tuesday and closes later this month.",
    "Lock opens\n\nThe gate opened on March 4, 2026. The board will meet on August 29.",
    "Lock opens\n\nThe gate opened on Tuesday. “We had hoped for this year,” Ines Okafor said.",
    "Lock opens\n\nThe gate opened two years after the first storm.",
    "Lock opens\n\nPublished: 4 March 2026\n\n“We open tomorrow,” Ines Okafor said on Tuesday.",
)
_SPAN = (
    r"(?:week|weekend|month|year|quarter|season|spring|summer|autumn|fall|winter|century|decade)"
)
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|\d{1,3})"
_RELATIVE = re.compile(
    rf"\b(?:{MONTH}\s(?:last|this|next)\syear"
    rf"|(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s)?(?:[Tt]his|[Ll]ast|[Nn]ext)\s{_SPAN}"
    rf"|(?:[Ll]ast|[Nn]ext|[Tt]his)\s(?:{MONTH}|{'|'.join(day.capitalize() for day in DAYS)})"
    rf"|{_COUNT}\s(?:days?|{_SPAN}s?)\sago"
    rf"|(?:[Oo]n\s)?{MONTH}\s\d{{1,2}}(?!\d|,?\s(?:19|20)\d\d)"
    rf"|(?:[Oo]n\s)?\d{{1,2}}\s{MONTH}(?!,?\s(?:19|20)\d\d)"
    r"|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?![\w’'])"
)
#: Inside a quotation these are days of the speaking, which the copy must give.
_SPOKEN = re.compile(
    r"(?<!\ba\s)(?<!er\s)\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Nn]ext\s[Ww]eek)\b(?![’'])"
)
#: What tells on which day it was said.
_DAY = re.compile(
    rf"\b(?:{'|'.join(day.capitalize() for day in DAYS)}|{MONTH}\s\d|\d\s{MONTH}|[Tt]oday|[Yy]esterday)"
)
_MOST = 4


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each such phrase while the day is unknown; once it is known only for a day
    that is reckoned inside a quotation, since nobody knows from which."""
    if dated or reading.published is not None:
        yield from _spoken(reading, quoted)
        return
    known = any(d.value is not None for d in reading.dates)
    reported = next((d.start for d in reading.dates if d.value is None), -1)
    seen: set[str] = set()
    for match in _RELATIVE.finditer(own_words(reading, quoted)):
        phrase = match[0].lower().removeprefix("on ")
        of_a_year = known and phrase[-1:].isalnum() and any(c.isdigit() for c in phrase)
        spelt_out = of_a_year and "ago" not in phrase
        covered = match.start() <= reported < match.end()
        if phrase in seen or spelt_out or covered or len(seen) == _MOST:
            continue
        seen.add(phrase)
        yield Finding(
            *match.span(),
            ID,
            "query",
            f"“{match[0]}”: reckoned from which day? The copy gives no date of its own",
            rule="a date can be reckoned from the copy alone",
        )


def _spoken(reading: Reading, quoted: list[list[Quoted]]) -> Iterator[Finding]:
    own = own_words(reading, quoted)
    spans = [
        match.span()
        for paragraph, rows in zip(reading.paragraphs, quoted, strict=False)
        for quote in rows
        for match in _SPOKEN.finditer(reading.text, quote.start, quote.end)
        if not _DAY.search(own, paragraph.start, paragraph.end)
    ]
    if spans:
        yield Finding(
            *spans[0],
            ID,
            "query",
            f"“{reading.text[slice(*spans[0])]}” in a quotation: which day was that said?",
            evidence=tuple(spans[1:]),
            rule="a day reckoned by a speaker is given by the copy",
        )
