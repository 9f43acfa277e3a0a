"""A number in the headline that the body does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "headline-number"
FINDS = ("Forty boats pass in 12 hours\n\nThe first boats passed within 14 hours of the opening.",)
LEAVES = (
    "Boats pass in 12 hours\n\nThe first boats passed within twelve hours of the opening.",
    "About 500 people wait\n\nThe harbour board counted 506 people at the gate.",
    "Lock 4 opens\n\nThe gate of lock 4 opened after three years.",
)
_WORDS = {
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0,
}  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![\w.,$£€-])(?P<number>\d{{1,3}}(?:,\d{{2,3}})+|\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
    r"(?:\s|-)(?P<noun>per\scent|[a-z]{4,})(?P<next>\s[a-z]+)?",
    re.I,
)
_ANY = re.compile(rf"\d+(?:[,.]\d+)*|\b(?:{'|'.join(_WORDS)})\b", re.I)
_NEAR = 0.1


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each number that stands nowhere in the body, where the body counts the same
    thing otherwise. A round number in the headline may be near."""
    headline = next((p for p in reading.parts if p.kind == "headline"), None)
    if headline is None or not reading.paragraphs:
        return
    start, end = reading.paragraphs[0].start, reading.paragraphs[-1].end
    counted = list(_COUNTED.finditer(reading.text, headline.start, headline.end))
    if not counted:
        return
    values = {_value(m[0]) for m in _ANY.finditer(reading.text, start, end)}
    for match in counted:
        value, noun = _value(match["number"]), _noun(match)
        others = _others(reading.text, start, end, noun)
        if value in values or not others or any(_round(value, other) for other, _ in others):
            continue
        yield Finding(
            *match.span("number"),
            ID,
            "fix",
            f"the headline has {match['number']} {noun}, the body {others[0][0]:g}",
            evidence=tuple(span for _, span in others[:5]),
            rule="the headline's numbers are the body's",
        )


def _noun(match: re.Match[str]) -> str:
    return re.sub(r"per\scent", "percent", match["noun"].lower()).rstrip("s")


def _value(words: str) -> float:
    low = words.lower()
    if low in _WORDS:
        return _WORDS[low]
    digits = low.replace(",", "")
    return float(digits) if digits.count(".") < 2 else -1.0


def _others(text: str, start: int, end: int, noun: str) -> list[tuple[float, Span]]:
    return [
        (_value(m["number"]), m.span("number"))
        for m in _COUNTED.finditer(text, start, end)
        if _noun(m) == noun
    ]


def _round(value: float, other: float) -> bool:
    return value % 10 == 0 and abs(value - other) <= _NEAR * max(value, other)
