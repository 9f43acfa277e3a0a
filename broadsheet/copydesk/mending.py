"""Mends that are certain, made in the text: never in a name, never in quoted words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from broadsheet.copydesk.dates import DAYS, MONTHS, printed_date
from broadsheet.copydesk.quotes import quoted_in
from broadsheet.copydesk.reading import Finding, Reading, Span

#: These say what is right but take something out that a person must first put elsewhere, or touch
#: a name.
NEVER = frozenset({"name-misspelt", "credit-typography", "unused-abbreviation"})

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL_WORD = re.compile(r"(?<![\w’'-])[A-Z]\w*")
_NO_NAMES = frozenset(
    [*(name.capitalize() for name in (*MONTHS, *DAYS)), "Jan", "Feb", "Aug", "Sept", "Oct", "Nov",
     "Dec", "I"]
)  # fmt: skip
_SENTENCE_ENDS = ".!?:…"
_BETWEEN = " \t\u00a0“”\"‘’'«»()["
_MARKS = re.compile('[“”"„«»]')
#: Mends may make room for others; more rounds than this no copy has needed.
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mend:
    """Words to be put in place of a span, and the check that asks for it."""

    start: int
    end: int
    instead: str
    check: str


def certain_mends(reading: Reading) -> list[Mend]:
    """The mends that need nobody's judgement, in order, none over another."""
    shut = _quoted(reading)
    found = [mend for finding in reading.findings for mend in _mends(reading, finding)]
    kept: list[Mend] = []
    end = 0
    for mend in sorted(found, key=lambda mend: (mend.start, -mend.end)):
        if mend.start >= end and _is_free(reading, mend, shut):
            kept.append(mend)
            end = mend.end
    return kept


def mended(text: str, mends: list[Mend]) -> str:
    """The text with the mends made."""
    pieces: list[str] = []
    at = 0
    for mend in mends:
        pieces += [text[at : mend.start], mend.instead]
        at = mend.end
    return "".join([*pieces, text[at:]])


def mend_all(text: str, read: Callable[[str], Reading]) -> tuple[str, list[str]]:
    """Mend, read again, and mend what that lays open, until nothing is left.

    Args:
        read: how a text is read.

    Returns: the text, and for each mend the id of the check that asked for it.
    """
    made: list[str] = []
    for _ in range(_ROUNDS):
        mends = certain_mends(read(text))
        if not mends:
            break
        text = mended(text, mends)
        made += [mend.check for mend in mends]
    return text, made


def unified(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of a unified diff, without their line ends."""
    import difflib

    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"{name} (as it is)", f"{name} (mended)", lineterm=""
    )
    yield from lines


def _mends(reading: Reading, finding: Finding) -> Iterator[Mend]:
    """What a finding asks for; a rule of house style asks for it in all its places."""
    if finding.suggestion is None or finding.check in NEVER:
        return
    text, words = reading.text, reading.text[finding.start : finding.end]
    if finding.check == "boilerplate":
        yield from _whole_line(reading, finding)
        return
    yield Mend(finding.start, finding.end, finding.suggestion, finding.check)
    is_style = bool(reading.style) and finding.rule.endswith(f".{finding.check}")
    for start, end in finding.evidence if is_style else ():
        if text[start:end].casefold() == words.casefold():
            yield Mend(start, end, _cased(finding.suggestion, text[start:end]), finding.check)


def _cased(instead: str, words: str) -> str:
    """With a capital where the words have one."""
    if words[:1].isupper():
        return instead[:1].upper() + instead[1:]
    return instead[:1].lower() + instead[1:] if words.islower() else instead


def _whole_line(reading: Reading, finding: Finding) -> Iterator[Mend]:
    """Furniture goes with its line. Sections and related lines stay, since they are to be put
    elsewhere; so does a printed date; and a single word might be a heading after all."""
    text = reading.text
    kinds = {p.kind for p in reading.parts if (p.start, p.end) == (finding.start, finding.end)}
    line = text[finding.start : finding.end]
    if kinds != {"furniture"} or printed_date(line) or len(_WORD.findall(line)) < 3:
        return
    start, end = finding.start, finding.end
    while end < len(text) and text[end].isspace():
        end += 1
    if end == len(text):
        # At the foot: what stands above keeps the line end that the file ended with.
        while start > 0 and text[start - 1].isspace():
            start -= 1
        yield Mend(start, end, _end(text), "boilerplate")
        return
    yield Mend(start, end, "", "boilerplate")


def _end(text: str) -> str:
    """The line end with which the text ends."""
    return "\r\n" if text.endswith("\r\n") else text[-1:] if text[-1:] in "\r\n" else ""


def _quoted(reading: Reading) -> list[Span]:
    """What is quoted, marks left out, in order. Where marks do not match, the whole paragraph and
    the one behind it are taken for quoted: who knows what was meant?"""
    text, open_before = reading.text, False
    spans: list[Span] = []
    wheres = [(p.start, p.end) for p in reading.parts if p.kind in {"headline", "standfirst"}]
    wheres += [(p.start, p.end) for p in reading.paragraphs]
    for start, end in sorted(wheres):
        odd = len(_MARKS.findall(text, start, end)) % 2 == 1
        if odd or open_before:
            spans.append((start, end))
        else:
            spans += [(quote.start, quote.end) for quote in quoted_in(text, start, end, False)]
        open_before = odd
    return spans


def _is_free(reading: Reading, mend: Mend, quoted: list[Span]) -> bool:
    """Whether neither a name nor quoted words are touched. A space is neither."""
    text, words = reading.text, reading.text[mend.start : mend.end]
    if not words.strip() and not mend.instead.strip():
        return True
    if mend.check == "boilerplate":
        return True
    at = bisect_right(quoted, (mend.end - 1, len(text))) - 1
    if at >= 0 and quoted[at][1] > mend.start:
        return False
    named = any(
        start < mend.end and mend.start < end for p in reading.people for start, end in p.mentions
    )
    return not named and not any(_is_name(text, mend, m) for m in _CAPITAL_WORD.finditer(words))


def _is_name(text: str, mend: Mend, word: re.Match[str]) -> bool:
    """Whether a word with a capital has it because it is a name."""
    if word[0] in _NO_NAMES:
        return False
    at = mend.start + word.start()
    while at > 0 and text[at - 1] in _BETWEEN:
        at -= 1
    return not (at == 0 or text[at - 1] in _SENTENCE_ENDS or text[at - 1] in "\r\n")
