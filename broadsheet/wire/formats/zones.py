"""Names of time zones and of months as agencies write them."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: Hours east of Greenwich by the letters that newsrooms write; where a place changes its clock
#: and the letters do not say which, the place.
_LETTERS: dict[str, float | str] = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2,
    "mez": 1, "mesz": 2, "met": 1, "mest": 2, "hnec": 1, "eet": 2, "eest": 3, "msk": 3, "trt": 3,
    "ist": 5.5, "pkt": 5, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "pht": 8, "wib": 7, "awst": 8,
    "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "sast": 2, "eat": 3, "cat": 2,
    "wat": 1, "brt": -3, "art": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3,
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
    "pt": "America/Los_Angeles", "aet": "Australia/Sydney",
}  # fmt: skip
LETTERS = sorted(_LETTERS, key=len, reverse=True)


def zone_of(name: str) -> tzinfo | None:
    """A zone by its letters, by an offset (`+01:00`, `-0500`, `+2`) or by its place
    (`Europe/Paris`); None when it is not known."""
    if name[:1] in {"+", "-"}:
        return _offset(name)
    if name.lower() in _LETTERS:
        found = _LETTERS[name.lower()]
        return ZoneInfo(found) if isinstance(found, str) else timezone(timedelta(hours=found))
    try:
        return ZoneInfo(name) if "/" in name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _offset(text: str) -> tzinfo | None:
    hours, colon, minutes = text[1:].partition(":")
    if not colon:
        # `+1`, `+01`, and `+000` from a program that lost a nought.
        hours, minutes = (hours, "") if len(hours) < 3 else (hours[:2], hours[2:])
    if not (hours + minutes).isdigit():
        return None
    shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if shift >= timedelta(hours=24):
        return None
    return timezone(-shift if text[0] == "-" else shift) if shift else UTC


#: Where an agency's own clock stands, for times that name no zone.
_HOMES = {
    "aap": "Australia/Sydney", "ana": "Europe/Athens", "ani": "Asia/Kolkata",
    "anp": "Europe/Amsterdam", "ansa": "Europe/Rome", "apa": "Europe/Vienna",
    "ats": "Europe/Zurich", "belga": "Europe/Brussels", "dpa": "Europe/Berlin",
    "efe": "Europe/Madrid", "epd": "Europe/Berlin", "kna": "Europe/Berlin",
    "kyodo": "Asia/Tokyo", "lusa": "Europe/Lisbon", "mti": "Europe/Budapest",
    "ntb": "Europe/Oslo", "pa": "Europe/London", "pap": "Europe/Warsaw", "pti": "Asia/Kolkata",
    "ritzau": "Europe/Copenhagen", "scoop": "Pacific/Auckland", "sda": "Europe/Zurich",
    "stt": "Europe/Helsinki", "tass": "Europe/Moscow", "tt": "Europe/Stockholm",
    "xinhua": "Asia/Shanghai", "yonhap": "Asia/Seoul",
}  # fmt: skip


def home_of(*names: str) -> str:
    """The zone in which an agency's clock stands, by its name or address (`belga.be`); empty where
    it is not known, as for those that write UTC."""
    for name in names:
        for word in re.findall(r"[a-z]+", name.lower()):
            if word in _HOMES:
                return _HOMES[word]
    return ""


#: Beginnings of month names in the languages of the agencies, each enough to tell it from others.
_MONTHS = (
    "jan gen ene tammi sty led янв ιαν", "feb fév fev helmi lut úno фев φεβ",
    "mar mär maa mrt mrz maalis bře мар μαρ", "apr avr abr huhti kwi dub апр απρ",
    "may mai mag maj mei touko kvě май мая μαϊ μάι", "jun juin giu kesä cze čvn čer июн ιουν",
    "jul juil lug heinä lip čvc июл ιουλ", "aug aoû aou ago elo sie srp авг αυγ",
    "sep set syys wrz zář сен σεπ", "oct okt ott out loka paź říj окт οκτ",
    "nov marras lis noe ноя νοε", "dec déc dez dic des joulu gru pro дек δεκ",
)  # fmt: skip
_BY_START = {start: n for n, starts in enumerate(_MONTHS, 1) for start in starts.split()}
_LONGEST = sorted(_BY_START, key=len, reverse=True)


def month_of(name: str) -> int | None:
    """1 to 12 for a month's name, whole or short, in any of the agencies' languages, else None."""
    low = name.lower()
    return next((_BY_START[start] for start in _LONGEST if low.startswith(start)), None)
