"""A number in the headline that the body does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.dates import MONTH
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "headline-number"
FINDS = (
    "Forty boats pass in 12 hours\n\nThe first boats passed within 14 hours of the opening.",
    "Lock to cost 24 million\n\nThe board put the cost of the lock at £21 million on Monday.",
    "Three boats sink\n\nFour boats sank in the harbour. Three of the owners were aboard.",
)
LEAVES = (
    "Boats pass in 12 hours\n\nThe first boats passed within twelve hours of the opening.",
    "About 500 people wait\n\nThe harbour board counted 506 people at the gate.",
    "Lock 4 opens\n\nThe gate of lock 4 opened after three years.",
    "Two boats sink\n\nOne of the two fishing boats sank at once, and three boats went to help.",
    "Lock to cost $2 million\n\nThe board put the cost of the lock at $2.04m, not $3 million.",
)
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TEENS = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = (
    {word: float(n) for n, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
    | {word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)}
    | {"dozen": 12.0, "both": 2.0, "pair": 2.0, "couple": 2.0}
)
_SCALES = {
    "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "m": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_NUMBER = (
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|(?:(?:{_TENS.replace(' ', '|')})[ -])?(?:{'|'.join(_WORDS)})(?!\w))"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALES)})\b)?"
)
_COUNTED = re.compile(
    rf"{_NUMBER}(?=(?P<thing>(?:%|(?:\s|-)per\scent|(?:\s|-)percent(?:age\spoints?)?)"
    r"|(?P<words>(?:(?:\s|-)[^\W\d_][\w’'-]*){1,4}))?)",
    re.I,
)
_MONTH_BEFORE = re.compile(rf"{MONTH}\s$")
_MONTH_BEHIND = re.compile(rf"\s{MONTH}\b")
#: Words behind a number that is the whole noun: `two of them`, `the two were`.
_NO_NOUN = words(
    """of in on at to from for by with and or but is are was were be been had has have who that which
    more others other dead killed injured wounded arrested held hurt as than"""
)
_TIME = words("year month week day hour minute")
_PARTITIVE = words("of the these those hi her their it")
#: A round number may be so far off; a number up to the small one stands everywhere.
_NEAR = 0.1
_SMALL = 12
_SHORTEST = 3
#: How much of the body the message shows: characters, words.
_SHOWN = 60
_WORDS_SHOWN = 3


class Count(NamedTuple):
    """A number, the worth of its last digit, and the words behind it. `alone`: it counts nothing
    that is named."""

    span: Span
    value: float
    unit: float
    stems: tuple[str, ...]
    scaled: bool
    alone: bool


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each number that stands nowhere in the body with its noun, where the body
    counts the same thing otherwise. A round number in the headline may be near."""
    headline = next((p for p in reading.parts if p.kind == "headline"), None)
    if headline is None or not reading.paragraphs:
        return
    counted = [
        c
        for c in _counts(reading.text, headline.start, headline.end)
        if not c.alone and c.value > 1
    ]
    if not counted:
        return
    start, end = reading.paragraphs[0].start, reading.paragraphs[-1].end
    body = list(_counts(reading.text, start, end))
    for count in counted:
        others = [other for other in body if _same_thing(count, other)]
        if not others or any(_bears_out(count, other) for other in body):
            continue
        if any(_round(count.value, other.value) for other in others):
            continue
        yield _finding(reading.text, count, others)


def _finding(text: str, count: Count, others: list[Count]) -> Finding:
    start = others[0].span[0]
    body = " ".join(text[start : start + _SHOWN].split()[:_WORDS_SHOWN]).rstrip(".,;:")
    return Finding(
        *count.span,
        ID,
        "fix",
        f"the headline has “{text[slice(*count.span)]}”, the body “{body}”",
        evidence=tuple(other.span for other in others[:5]),
        rule="the headline's numbers are the body's",
    )


def _counts(text: str, start: int, end: int) -> Iterator[Count]:
    for match in _COUNTED.finditer(text, start, end):
        if _MONTH_BEFORE.search(text, max(start, match.start() - 11), match.start()):
            continue
        if _MONTH_BEHIND.match(text, match.end("number"), end):
            continue
        stems = _stems(match)
        scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
        value = _value(match["number"]) * scale
        unit = scale / 10 ** len(match["number"].partition(".")[2])
        last = match.end("scale") if match["scale"] else match.end("number")
        scaled = match["scale"] is not None
        alone = not scaled and (not stems or stems[0] in _NO_NOUN)
        yield Count((match.start("number"), last), value, unit, stems, scaled, alone)


def _stems(match: re.Match[str]) -> tuple[str, ...]:
    thing = (match["thing"] or "").lower()
    if thing and not match["words"]:
        return ("%",)
    rest = re.split(r"[\s-]", match["words"].lower()) if match["words"] else []
    return tuple(_stem(word) for word in rest if word)


def _stem(word: str) -> str:
    word = re.sub(r"[’'].*$", "", word)
    return {"men": "man", "women": "woman"}.get(word, word.removesuffix("s"))


def _value(number: str) -> float:
    low = number.lower()
    if low[0].isalpha():
        return sum(_WORDS[word] for word in re.split(r"[ -]", low))
    digits = low.replace(",", "")
    return float(digits) if digits.count(".") < 2 else -1.0


def _same_thing(count: Count, other: Count) -> bool:
    """Whether the body's number counts what the headline's does: the same noun next to it, or a
    scale where the headline gives no noun."""
    if not count.stems:
        return count.scaled and other.scaled
    first = count.stems[0]
    if len(first) < _SHORTEST and first != "%":
        return False
    if other.stems[:1] == count.stems[:1]:
        return True
    return count.scaled and other.scaled and not other.stems


def _bears_out(count: Count, other: Count) -> bool:
    """Whether a number of the body is the headline's. A small number is everywhere: it must be of
    the same thing, or of nothing that is named."""
    if abs(count.value - other.value) > (count.unit / 2 if count.scaled else 0):
        return False
    if not count.stems or set(count.stems[:2]) & (set(other.stems) - _PARTITIVE):
        return "old" not in other.stems[:2]
    if count.stems[0] in _TIME:
        return False
    return (count.value > _SMALL and other.scaled) or (other.alone and other.stems[:1] != ("of",))


def _round(value: float, other: float) -> bool:
    return value % 10 == 0 and value < 1e5 and abs(value - other) <= _NEAR * max(value, other)
