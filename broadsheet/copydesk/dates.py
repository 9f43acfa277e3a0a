"""Dates in copy: the one that is printed above it, and those in its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from broadsheet.copydesk.reading import DateMention

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_FULL = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH}),?\s+(?P<y1>(?:19|20)\d\d))"
    rf"|(?:(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d))"
    r"|(?:(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))"
)
_PRINTED = re.compile(
    r"^\W*(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|last\s+modified|date|on)\b[\s:]*"
    r"(?:on|at)?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?",
    re.I,
)
_MENTION = re.compile(
    rf"\b(?:(?P<weekday>(?:{'|'.join(d.capitalize() for d in DAYS)}))"
    rf"|(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?!\d)(?:,\s+(?P<year>(?:19|20)\d\d))?"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})(?:\s+(?P<year2>(?:19|20)\d\d))?"
    rf"|(?P<lastyear>{MONTH})\s+last\s+year|(?P<thismonth>(?:later|earlier)\s+this\s+month)"
    r"|(?P<today>[Tt]oday|[Yy]esterday|[Tt]omorrow))\b"
)


def month_number(name: str) -> int:
    """1 to 12 for a month's name, whole or short."""
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name.rstrip(".").lower()[:3]))


def _build(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def printed_date(line: str) -> date | None:
    """The date of a line that holds a date of publication and nothing else."""
    if len(line) > 120:
        return None
    head = _PRINTED.match(line)
    match = _FULL.match(line, head.end() if head else 0)
    if (
        match is None
        or len(re.sub(r"[\W\d]|[APap][Mm]|[A-Z]{3,4}\b", "", line[match.end() :])) > 12
    ):
        return None
    year = int(match["y1"] or match["y2"] or match["y3"])
    name = match["m1"] or match["m2"]
    month = month_number(name) if name else int(match["m3"])
    return _build(year, month, int(match["d1"] or match["d2"] or match["d3"]))


def find_dates(
    text: str, start: int, end: int, published: date | None, quoted: list[tuple[int, int]]
) -> Iterator[DateMention]:
    """The dates in a stretch of text, resolved against the day of publication.

    A weekday is the latest such day on or before it; a date without a year likewise. "Today"
    inside a quotation is the day of the words, which is not known.
    """
    for match in _MENTION.finditer(text, start, end):
        inside = any(s <= match.start() < e for s, e in quoted)
        value, grain = _resolve(match, published, inside)
        yield DateMention(*match.span(), match[0], value, grain)


def _resolve(match: re.Match[str], published: date | None, inside: bool) -> tuple[str | None, str]:
    year = match["year"] or match["year2"]
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if month and year:
        found = _build(int(year), month_number(month), int(day))
        return (found.isoformat() if found else None), "day"
    if published is None:
        return None, "month" if match["lastyear"] or match["thismonth"] else "day"
    if match["weekday"]:
        back = (published.weekday() - DAYS.index(match["weekday"].lower())) % 7
        return (published - timedelta(days=back)).isoformat(), "day"
    if month:
        return _latest(published, month_number(month), int(day)), "day"
    if match["lastyear"]:
        return f"{published.year - 1}-{month_number(match['lastyear']):02}", "month"
    if match["thismonth"]:
        return f"{published:%Y-%m}", "month"
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["today"].lower()]
    return (None if inside else (published + timedelta(days=shift)).isoformat()), "day"


def _latest(published: date, month: int, day: int) -> str | None:
    for year in (published.year, published.year - 1):
        found = _build(year, month, day)
        if found is not None and found <= published:
            return found.isoformat()
    return None
