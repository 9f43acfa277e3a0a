"""Times as agencies and feeds write them, into UTC; what had to be guessed is said.

ISO 8601, RFC 5322 and 822, their mistaken cousins, months in other languages, numbers with the day
or the month first, and seconds since 1970."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from broadsheet.wire.formats.zones import LETTERS, month_of, zone_of


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time in ISO 8601, UTC, with `Z`, or None; and what a person should know about it."""

    value: str | None = None
    problem: str = ""


_ZONE = rf"(?P<zone>Z|[+-]\d{{1,2}}:?\d{{0,2}}|(?:{'|'.join(LETTERS)})\b|[A-Z][a-z]+/[A-Za-z_/]+)"
_CLOCK = r"(?P<h>\d{1,2})\s*[:.h]\s*(?P<mi>\d\d)(?:[:.](?P<s>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
_ISO = re.compile(
    r"^(?P<y>\d{4})-?(?P<mo>\d\d)-?(?P<d>\d\d)(?:[Tt\s]+(?P<h>\d\d):?(?P<mi>\d\d)"
    rf"(?::?(?P<s>\d\d)(?:[.,]\d+)?)?(?P<half>)\s*{_ZONE}?)?$",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:[^\W\d_]+(?:-feira)?\.?,?\s+)?"
_OF = r"(?:\s+de|\s+of|\s+del)?"
_AT = r"(?:[\s,]+(?:at|um|à|alle|a las|kl\.?|às|,|-|–)?\s*"
#: `Wed, 4 Mar 2026 13:00:00 +0100`, `4. März 2026 um 13:00 Uhr`, `mardi 3 mars 2026 à 13h00`.
_DAY_FIRST = re.compile(
    rf"^{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]*{_OF}\s*(?P<mo>[^\W\d_]{{3,12}})\.?,?[\s-]*{_OF}\s*(?P<y>\d{{4}}|\d\d)"
    rf"{_AT}{_CLOCK})?(?:\s*uhr)?\s*{_ZONE}?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
#: `March 4, 2026 at 1:00 PM EST`.
_MONTH_FIRST = re.compile(
    rf"^{_WEEKDAY}(?P<mo>[^\W\d_]{{3,12}})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})"
    rf"{_AT}{_CLOCK})?\s*{_ZONE}?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
#: `Wed Mar  4 13:00:00 CET 2026`, as programs in C print it.
_C_TIME = re.compile(
    rf"^{_WEEKDAY}(?P<mo>[^\W\d_]{{3,12}})\s+(?P<d>\d{{1,2}})\s+{_CLOCK}\s*{_ZONE}?\s*(?P<y>\d{{4}})$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"^{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[./-])(?P<b>\d{{1,2}})(?P=mark)(?P<y>\d{{4}}|\d\d)"
    rf"{_AT}{_CLOCK})?(?:\s*uhr)?\s*{_ZONE}?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    rf"^(?P<y>\d{{4}})[./](?P<mo>\d{{1,2}})[./](?P<d>\d{{1,2}}){_AT}{_CLOCK})?\s*{_ZONE}?$",
    re.IGNORECASE,
)
_WORDS = (_ISO, _DAY_FIRST, _MONTH_FIRST, _C_TIME, _SLASHED)
#: Longer texts are no times, and not worth the search.
_LONGEST = 120
_SECONDS = re.compile(r"^\d{10}(?:\d{3})?$")


@lru_cache(maxsize=8192)
def read(text: str, *, home: str = "", day_first: bool | None = None) -> Stamp:
    """Read one time.

    Args:
        text: the time as it was written.
        home: the sender's zone (`Europe/Rome`), by which a time without one is meant; else UTC.
        day_first: how the sender writes dates in numbers, where that is known.
    """
    bare = " ".join(text[:200].split())
    if len(text) > _LONGEST:
        return _no_time(bare)
    if _SECONDS.match(bare):
        return Stamp(_shown(datetime.fromtimestamp(int(bare[:10]), UTC)))
    for pattern in _WORDS:
        if match := pattern.match(bare):
            month = _month(match["mo"])
            return _built(match, bare, month, int(match["d"]), home)
    if match := _NUMBERS.match(bare):
        return _by_numbers(match, bare, home, day_first)
    return _no_time(bare)


def _no_time(text: str) -> Stamp:
    return Stamp(None, f"not a time: {text[:60]}" if text else "")


def _month(text: str) -> int:
    return int(text) if text.isdigit() else month_of(text) or 0


def _by_numbers(match: re.Match[str], text: str, home: str, day_first: bool | None) -> Stamp:
    a, b = int(match["a"]), int(match["b"])
    sure = a > 12 or b > 12 or a == b or match["mark"] == "." or day_first is not None
    day, month = (b, a) if b > 12 or (day_first is False and a <= 12) else (a, b)
    stamp = _built(match, text, month, day, home)
    if sure or stamp.value is None:
        return stamp
    doubt = "may have the month first; the day first was taken"
    return Stamp(
        stamp.value, f"{stamp.problem}; it {doubt}" if stamp.problem else f"{text} {doubt}"
    )


def _built(match: re.Match[str], text: str, month: int, day: int, home: str) -> Stamp:
    zone, problem = _zone(match["zone"], home)
    hour, minute, second = (int(match[name] or 0) for name in ("h", "mi", "s"))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if match["h"] is None:
        problem = f"has no hour; the day's beginning in {home or 'UTC'} was taken"
    try:
        at = datetime(_year(match["y"]), month, day, tzinfo=zone)
        at += timedelta(hours=_within(hour, 24), minutes=_within(minute, 59))
        at = (at + timedelta(seconds=min(second, 59))).astimezone(UTC)
    except (ValueError, OverflowError):
        return _no_time(text)
    return Stamp(_shown(at), f"{text} {problem}" if problem else "")


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _within(number: int, most: int) -> int:
    if number > most:
        raise ValueError(number)
    return number


def _zone(text: str | None, home: str) -> tuple[tzinfo, str]:
    found = zone_of(text) if text else None
    if found is not None:
        return found, ""
    place = (zone_of(home) if home else None) or UTC
    name = home if place is not UTC else "UTC"
    return place, f"names no zone that is known; {name} was taken" if text else (
        f"names no zone; {name} was taken"
    )


def _shown(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
