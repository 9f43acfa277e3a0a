"""Times as agencies and feeds write them, into UTC; what had to be guessed is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time in ISO 8601, UTC, with `Z`, or None; and what a person should know about it."""

    value: str | None = None
    problem: str = ""


_ISO = re.compile(
    r"^(?P<y>\d{4})-?(?P<mo>\d\d)-?(?P<d>\d\d)(?:[T\s]+(?P<h>\d\d):?(?P<mi>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d\d(?::?\d\d)?|[A-Za-z]{1,5})?)?$"
)
_MAIL = re.compile(
    r"^(?:[^\W\d_]+\.?,?\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<mo>[^\W\d_]{3,12})\.?,?[\s-]+(?P<y>\d{2,4})"
    r"(?:,?\s+(?P<h>\d{1,2}):(?P<mi>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?)?\s*(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})?(?:\s*\(.*\))?$"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ZONES = {
    "z": 0, "gmt": 0, "ut": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300,
    "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip


@lru_cache(maxsize=8192)
def read(text: str) -> Stamp:
    """Read one time."""
    bare = " ".join(text.split())
    match = _ISO.match(bare) or _MAIL.match(bare)
    if match is None:
        return Stamp(None, f"not a time: {bare[:60]}")
    try:
        return _built(match, bare)
    except ValueError:
        return Stamp(None, f"not a time: {bare[:60]}")


def _built(match: re.Match[str], text: str) -> Stamp:
    year = int(match["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    month = match["mo"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    hour, minute, second = (int(match[name] or 0) for name in ("h", "mi", "s"))
    zone, problem = _zone(match["zone"])
    if match["h"] is None:
        problem = "has no hour; the day's beginning in UTC was taken"
    day = int(match["d"])
    at = datetime(year, number, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    value = at.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
    return Stamp(value, f"{text} {problem}" if problem else "")


def _zone(text: str | None) -> tuple[timezone, str]:
    if not text:
        return UTC, "names no zone; UTC was taken"
    if text[0] in "+-":
        digits = text[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)), ""
    if text.lower() in _ZONES:
        return timezone(timedelta(minutes=_ZONES[text.lower()])), ""
    return UTC, f"names the zone {text}, which is not known; UTC was taken"
