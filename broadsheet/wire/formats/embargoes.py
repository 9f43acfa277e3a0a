"""Embargoes that stand in running text, in a mail's subject or above the copy: found and read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from broadsheet.wire.formats.item import Item
from broadsheet.wire.formats.zones import LETTERS, month_of, zone_of

#: Words that hold copy wherever they stand in a line.
_CLEAR = (
    r"embargoed\s+(?:until|till|to|for)|under\s+(?:strict\s+)?embargo\s+(?:until|till|to)"
    r"|not\s+(?:to\s+be\s+(?:published|used|released|broadcast)|for\s+(?:release|publication|broadcast|use))"
    r"\s+(?:before|until|till|prior\s+to)|sous\s+embargo\s+jusqu|embargad[oa]\s+hasta|sperrfrist(?=\s*:|\s+bis)"
)
#: Words that do so only as the beginning of one: an embargo is also what states put on goods.
_LABEL = (
    r"(?:strictly\s+|under\s+|sous\s+)?(?:strict\s+)?embargo(?:ed)?|sperrfrist|embargad[oa]"
    r"|hold\s+for\s+release|for\s+(?:release|publication|use)\s+(?:at|on|after|from|not before)"
)
_HEAD = re.compile(
    rf"(?:\b(?:{_CLEAR})|(?:^|[\[(|*]|\s[-–—]\s)[\W_]*(?:{_LABEL}))\b[^\w\n]*"
    r"(?:(?:until|till|to|for|before|bis|au|hasta(?: el)?|fino al?|tot|release|publication|on|at|le|el)\b[^\w\n]*)*",
    re.IGNORECASE,
)
_LIFTED = re.compile(
    r"\bembargo\b.{0,20}\b(?:lifted|over|expired|none)\b|\bno embargo\b|\btrade embargo\b|\barms embargo\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])(?:[:.h](?P<m>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)|"
    r"\b(?P<h2>[01]?\d|2[0-4])[:.h](?P<m2>[0-5]\d)(?![.\d])|\b(?P<h3>[01]\d|2[0-4])(?P<m3>[0-5]\d)(?=\s*(?:hrs?\b|hours\b|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?-i:[A-Z]{2,4}\b)))|"
    r"\b(?P<h4>[01]?\d|2[0-4])\s*(?:uhr|hrs?\b|hours\b|heures?\b|horas?\b|h\b|kl\b)|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<m>[^\W\d_]{3,12})\.?,?\s*(?:de\s+|del\s+)?(?P<y>(?:19|20)\d\d)?\b"
)
_MONTH_FIRST = re.compile(
    r"\b(?P<m>[^\W\d_]{3,12})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.h]\d)(?:,?\s+(?P<y>(?:19|20)\d\d))?"
)
_NUMBERS = re.compile(r"\b(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>(?:20)?\d\d)\b")
_ISO = re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")
#: Days of the week from Monday, in the languages of the agencies.
_WEEKDAYS = (
    "monday montag lundi lunes lunedì maandag", "tuesday dienstag mardi martes martedì dinsdag",
    "wednesday mittwoch mercredi miércoles mercoledì woensdag",
    "thursday donnerstag jeudi jueves giovedì donderdag",
    "friday freitag vendredi viernes venerdì vrijdag",
    "saturday samstag samedi sábado sabato zaterdag",
    "sunday sonntag dimanche domingo domenica zondag",
)  # fmt: skip
_WEEKDAY = {name: number for number, row in enumerate(_WEEKDAYS) for name in row.split()}
_RELATIVE = re.compile(r"\b(?P<word>today|tomorrow|heute|morgen)\b", re.IGNORECASE)
_ZONE = re.compile(
    rf"(?:\b(?P<name>{'|'.join(LETTERS)})\b)|(?P<offset>[+-]\d\d:?\d\d)\b",
    re.IGNORECASE,
)
#: Lines from the top in which an embargo is looked for.
_LINES = 12


@dataclass(frozen=True, slots=True)
class Embargo:
    """Words that forbid publication until a time. `value` is None where the time cannot be read;
    `rest` is the line without them, `line` its number."""

    text: str
    value: str | None
    problem: str = ""
    rest: str = ""
    line: int = 0


def find(lines: Sequence[str], written: datetime | None) -> Embargo | None:
    """The embargo among the first lines, if there is one.

    Args:
        lines: the copy from its top.
        written: when it was sent, in the sender's zone; a date without a year is the next such
            after it, and an hour without a zone is meant in its.
    """
    for number, line in enumerate(lines[:_LINES]):
        if len(line) <= 200 and (found := read(line, written)) is not None:
            return replace(found, line=number)
    return None


def read(text: str, written: datetime | None) -> Embargo | None:
    """The embargo in one line, if it is one."""
    head = _HEAD.search(text)
    if head is None or _LIFTED.search(text):
        return None
    tail = text[head.end() :]
    day, rest = _day(tail, written.date() if written else None)
    clock = _CLOCK.search(rest)
    if day is None and clock is None:
        # "Embargo on arms": a word of the copy. A bare label is an embargo without a time.
        bare = not re.search(r"[^\W\d_]{3}", rest) and not text[: head.start()].strip()
        return Embargo(text.strip(), None, _unread(text)) if bare else None
    if day is None and written is not None:
        day = written.date()
    if day is None:
        return Embargo(text.strip(), None, _unread(text))
    zone = _ZONE.search(rest)
    ends = [_changed(tail, rest), *(match.end() for match in (clock, zone) if match)]
    said = text[head.start() : head.end() + max(ends)].strip()
    place, problem = _zone(zone, said.strip(" [(*|-–—"), written)
    hour, minute, shift = _time(clock)
    at = datetime.combine(day, datetime.min.time(), place)
    at += timedelta(hours=hour, minutes=minute, days=shift)
    if clock is None:
        problem = f"the embargo names no hour: {said}; the day's beginning was taken"
    value = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Embargo(said, value, problem, _without(text, said))


def _changed(tail: str, rest: str) -> int:
    """Where the last character stands that was blanked in `rest`."""
    return max((n for n, (a, b) in enumerate(zip(tail, rest, strict=True), 1) if a != b), default=0)


def _without(text: str, said: str) -> str:
    left = re.sub(rf"[\[(]?\s*{re.escape(said)}\s*[\])]?", " ", text)
    return re.sub(r"^\W+(?=\s)", "", " ".join(left.split())).strip(" -–—|:;,*")


def hold(item: Item, embargo: Embargo) -> None:
    """Put an embargo on an item; one whose time cannot be read withholds it altogether."""
    known = item.embargo is not None
    item.embargo = item.embargo or embargo.value
    if item.embargo is None:
        item.status = "withheld"
    if embargo.problem and not known:
        item.problems.append(embargo.problem)
    if "embargo" not in item.signals:
        item.signals.append("embargo")


def _unread(text: str) -> str:
    return f"the embargo's time cannot be read: {text.strip()}"


def _time(match: re.Match[str] | None) -> tuple[int, int, int]:
    """Hour, minute and days to add. Midnight belongs to the day that it begins."""
    if match is None:
        return 0, 0, 0
    if match["word"]:
        return (0 if match["word"].lower() == "midnight" else 12), 0, 0
    hour = int(match["h"] or match["h2"] or match["h3"] or match["h4"])
    minute = int(match["m"] or match["m2"] or match["m3"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return (0, minute, 1) if hour == 24 else (hour, minute, 0)


def _zone(found: re.Match[str] | None, said: str, written: datetime | None) -> tuple[tzinfo, str]:
    if found is None:
        zone = written.tzinfo if written is not None else None
        name = f"the sender's, {written:%z}," if written is not None and zone else "UTC"
        return zone or UTC, f"the embargo names no zone: {said}; {name} was taken"
    return zone_of(found["name"] or found["offset"]) or UTC, ""


def _day(text: str, written: date | None) -> tuple[date | None, str]:
    """The day, and the text without it, so that a year is not taken for an hour."""
    if iso := _ISO.search(text):
        return _built(int(iso["y"]), int(iso["m"]), int(iso["d"])), _cut(text, iso)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = month_of(match["m"])
            if month:
                return _next(match["y"], month, int(match["d"]), written), _cut(text, match)
    if numbers := _NUMBERS.search(text):
        a, b, year = int(numbers["a"]), int(numbers["b"]), int(numbers["y"])
        day, month = (b, a) if b > 12 else (a, b)
        return _built(year if year > 99 else 2000 + year, month, day), _cut(text, numbers)
    if written and (relative := _RELATIVE.search(text)):
        later = relative["word"].lower() in {"tomorrow", "morgen"}
        return written + timedelta(days=later), _cut(text, relative)
    if written and (named := re.search(rf"\b(?:{'|'.join(_WEEKDAY)})\b", text, re.IGNORECASE)):
        ahead = (_WEEKDAY[named[0].lower()] - written.weekday()) % 7
        return written + timedelta(days=ahead), text
    return None, text


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"


def _next(year: str | None, month: int, day: int, written: date | None) -> date | None:
    if year:
        return _built(int(year), month, day)
    if written is None:
        return None
    this = _built(written.year, month, day)
    if this is not None and this < written - timedelta(days=60):
        return _built(written.year + 1, month, day)
    return this


def _built(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
