"""A percentage that the figures beside it do not give: `rose from 40 to 50, or 20 per cent`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "bad-percentage"
FINDS = (
    "Lock opens\n\nThe number of boats rose from 40 to 50, or 20 per cent.",
    "Lock opens\n\nIncome fell 30% to £60 million from £100 million.",
    "Lock opens\n\nThe fee was raised from £2.50 to £3, an increase of 25 percent.",
    "Lock opens\n\nTraffic grew by 60 per cent, from 200 boats to 300.",
)
LEAVES = (
    "Lock opens\n\nThe number of boats rose from 40 to 50, or 25 per cent.",
    "Lock opens\n\nIncome fell 30% to £70 million from £100 million.",
    "Lock opens\n\nThe fee was raised from £2.50 to £3, an increase of 20 percent.",
    "Lock opens\n\nThe share of ferries rose from 40 per cent to 50 per cent, or 10 percentage points.",
    "Lock opens\n\nTraffic grew from 2010 to 2015 by 60 per cent.",
    "Lock opens\n\nThe number of visitors grew from 900,000 to 1.2 million, or 33 per cent.",
    "Lock opens\n\nRevenue rose 5 per cent to Rs 105 crore from Rs 100 crore.",
)
_SCALE = {
    "thousand": 1e3, "lakh": 1e5, "m": 1e6, "million": 1e6, "crore": 1e7, "bn": 1e9, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_CHANGE = (
    r"\b(?:rose|rise|risen|rising|grew|grow|grown|growing|fell|fall|fallen|falling|dropped|drop|increased|"
    r"increase|decreased|decrease|declined|decline|jumped|climbed|slipped|shrank|went|gone|up|down|raised|"
    r"cut|reduced|lowered|soared|plunged|surged)\b"
)
_UNIT = r"(?:\s(?!to\b|from\b|or\b|by\b|in\b|and\b|a\b|an\b|per\b|percent\b)[a-z][\w-]*){0,3}"


def _amount(name: str) -> str:
    return (
        rf"(?P<money_{name}>[$£€₹]|Rs\.?\s?)?(?P<{name}>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:\s?(?P<scale_{name}>{'|'.join(_SCALE)})\b)?(?!\s?(?:%|per\scent|percent)){_UNIT}"
    )


_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)(?:%|\s?per\scent|\s?percent)(?!age|\spoint)"
_WAYS = (
    re.compile(
        rf"{_CHANGE}[^.\n]{{0,30}}?\bfrom\s{_amount('a')}\sto\s{_amount('b')}"
        rf",?\s(?:or|by|up|down|(?:an?|the)\s(?:\w+\s)?(?:rise|increase|growth|fall|drop|decline|decrease|jump|"
        rf"cut)\sof)\s(?:about\s|nearly\s|almost\s|some\s)?{_PERCENT}"
    ),
    re.compile(rf"{_CHANGE}\s(?:by\s)?{_PERCENT},?\sto\s{_amount('b')},?\sfrom\s{_amount('a')}"),
    re.compile(rf"{_CHANGE}\s(?:by\s)?{_PERCENT},?\sfrom\s{_amount('a')}\sto\s{_amount('b')}"),
)
_HINT = re.compile(r"\d(?:%|\s?per\scent|\s?percent)")
_REACH = 150
_WHOLE = 1000
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each. Rounding of the figures and of the percentage is allowed for."""
    text = reading.text
    told = -1
    for hint in _HINT.finditer(text):
        start, end = max(told, hint.start() - _REACH, 0), hint.end() + _REACH
        for match in (m for way in _WAYS for m in way.finditer(text, start, end)):
            if match.start() < told:
                continue
            if _YEAR.fullmatch(match["a"]) and _YEAR.fullmatch(match["b"]) and not match["money_a"]:
                continue
            low, high = _bounds(match)
            said = float(match["percent"])
            if low <= said <= high:
                continue
            real = (low + high) / 2
            told = match.end()
            yield Finding(
                *match.span("percent"),
                ID,
                "fix",
                f"from {match['a']} to {match['b']} is {real:.3g} per cent, not {match['percent']}",
                evidence=(match.span("a"), match.span("b")),
                rule="a percentage is that of its figures",
            )


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """The least and the greatest percentage that the figures, as rounded, can mean; rounded up or
    down at will, and by one more in words like `about`."""
    (a, da), (b, db) = _figure(match, "a"), _figure(match, "b")
    shares = [
        abs(y - x) / x * 100 for x in (a - da, a + da) for y in (b - db, b + db) if x > 0
    ] or [0.0]
    unit = 10.0 ** -len(match["percent"].partition(".")[2])
    return min(shares) - unit, max(shares) + unit


def _figure(match: re.Match[str], name: str) -> tuple[float, float]:
    """A figure and half of the worth of its last digit; a whole count is exact."""
    digits = match[name].replace(",", "")
    other = match[f"scale_{'a' if name == 'b' else 'b'}"]
    # `from 3 to 4 million` leaves the first scale out; `from 900,000 to 1.2 million` does not.
    scale = match[f"scale_{name}"] or (other if float(digits) < _WHOLE else None)
    factor = _SCALE[scale] if scale else 1.0
    decimals = len(digits.partition(".")[2])
    exact = decimals == 0 and scale is None
    return float(digits) * factor, 0.0 if exact else factor / 10**decimals / 2
