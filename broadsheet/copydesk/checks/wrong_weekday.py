"""A weekday that is not the day of the date beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from broadsheet.copydesk.dates import DAYS, MONTH, month_number
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "wrong-weekday"
FINDS = (
    "Lock opens\n\nThe gate opened on Tuesday, March 4, 2026.",
    "Lock opens\n\nPublished: 6 March 2026\n\nThe gate opened on Monday 4 March.",
    "Lock opens\n\nThe gate closes on Sunday, the 1st of June 2026.",
)
LEAVES = (
    "Lock opens\n\nThe gate opened on Wednesday, March 4, 2026.",
    "Lock opens\n\nThe gate opened on Tuesday, March 4.",
    "Lock opens\n\nThe gate opened on Monday. March 4 is a holiday.",
)
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(day.capitalize() for day in DAYS)}),?\s(?:the\s)?(?:"
    rf"(?P<m1>{MONTH})\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{MONTH}))"
    r"(?!\d)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each. Without a year it is the one that brings the date nearest to the
    days that the copy speaks of; if those are not known nothing is said."""
    known = [d.value for d in reading.dates if d.value is not None and d.grain == "day"]
    anchor = reading.published or (date.fromisoformat(max(known)) if known else None)
    for match in _DATED.finditer(reading.text):
        day = _day(match, anchor)
        if day is None or DAYS[day.weekday()] == match["weekday"].lower():
            continue
        right = DAYS[day.weekday()].capitalize()
        yield Finding(
            *match.span(),
            ID,
            "fix",
            f"{day.day} {day:%B %Y} is a {right}, not a {match['weekday']}",
            rule="the weekday is that of the date",
        )


def _day(match: re.Match[str], anchor: date | None) -> date | None:
    month, number = month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    years = [int(match["year"])] if match["year"] else []
    if not years and anchor is not None:
        years = [anchor.year - 1, anchor.year, anchor.year + 1]
    days = []
    for year in years:
        try:
            days.append(date(year, month, number))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - anchor) if anchor else 0) if days else None
