"""Quotation marks: where quoted words begin and end, also where a mark is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN = {"“": "”", "«": "»", "„": "“"}
#: A quotation that was never closed ends before words like these.
ATTRIBUTION = re.compile(
    r",\s+(?:the|a|an|he|she|they|[A-Z][\w.'’-]*)(?:\s+[\w.'’-]+){0,6}?\s+"
    r"(?:said|says|added|told|stated|noted|explained|announced|further\s+said)\b"
)
_SINGLE = re.compile(r"(?<!\w)‘(?P<words>[^‘’\n]{1,600}(?:’(?=\w)[^‘’\n]*)*)’(?!\w)")
#: Wires that may send no marks of their own write two single ones.
_DOUBLED = re.compile(r"(?:``|'')(?=\S)(?P<words>[^`\n]{1,2000}?)''(?!')")

#: Urdu sets the marks the other way about.
_TURNED = re.compile(r"(?:(?<=\s)|^)”(?=\S)(?P<words>[^“”\n]{2,2000})“(?!\w)", re.M)

#: What closes a straight mark: another, or the curly one of copy that was pasted together.
_STRAIGHT_CLOSE = re.compile(r"[\"”]")
_OPENING = re.compile(r"[“«„\"]")
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_CAPITAL_BEFORE = re.compile(r"(?<!\S)[A-Z][\w.-]*\s$")
_NICKNAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)?")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks, the marks left out. `mended`: the closing mark was missing, and not
    by the convention of a quotation that goes on in the next paragraph. `goes_on`: by it."""

    start: int
    end: int
    mended: bool = False
    goes_on: bool = False


def quoted_in(text: str, start: int, end: int, next_opens: bool) -> list[Quoted]:
    """The quoted stretches of one paragraph.

    Args:
        start, end: the paragraph.
        next_opens: the next paragraph begins with an opening mark.
    """
    found: list[Quoted] = []
    at = start
    while at < end:
        opening = _next_open(text, at, end)
        if opening is None:
            break
        close = _close(text, opening, end)
        if close is None:
            found.append(_unclosed(text, opening, end, next_opens))
            at = found[-1].end + 1
        else:
            if not _is_nickname(text, opening, close):
                found.append(Quoted(opening + 1, close))
            at = close + 1
    found = [q for q in found if q.start < q.end]
    turned = [Quoted(*m.span("words")) for m in _TURNED.finditer(text, start, end)]
    if turned:
        return turned
    if not found and ("''" in text[start:end]):
        found = [Quoted(*m.span("words")) for m in _DOUBLED.finditer(text, start, end)]
    return found or [Quoted(*m.span("words")) for m in _SINGLE.finditer(text, start, end)]


def _next_open(text: str, at: int, end: int) -> int | None:
    index = at
    while match := _OPENING.search(text, index, end):
        index = match.start()
        if text[index] != '"':
            return index
        if text[index - 1 : index] == "=":
            # The value of an attribute in leftover HTML.
            closing = text.find('"', index + 1, end)
            index = closing if closing >= 0 else end
        elif text[index + 1 : index + 2].strip() and not _is_inches(text, index):
            return index
        index += 1
    return None


def _is_inches(text: str, at: int) -> bool:
    """`6'3" tall`: a measure, no quotation."""
    return _INCHES.search(text, max(0, at - 6), at) is not None


def _is_nickname(text: str, opening: int, close: int) -> bool:
    """`Robert C. “Bobby” Weir`: part of a name, said by nobody."""
    before = _CAPITAL_BEFORE.search(text, max(0, opening - _LONGEST_NAME), opening)
    after = text[close + 1 : close + 3]
    inside = _NICKNAME.fullmatch(text, opening + 1, close)
    return bool(before and inside and after[:1] == " " and after[1:].isupper())


def _stands_as_closing(text: str, at: int, end: int) -> bool:
    """An opening mark typed where only a closing one can stand: `... per cent.“ When`."""
    behind = text[at + 1] if at + 1 < end else " "
    return not text[at - 1].isspace() and behind.isspace()


def _close(text: str, opening: int, end: int) -> int | None:
    mark = text[opening]
    if mark == '"':
        closing = _STRAIGHT_CLOSE.search(text, opening + 1, end)
        return closing.start() if closing else None
    depth = 0
    for index in range(opening + 1, end):
        if text[index] == _OPEN[mark] or (mark == "“" and text[index] == '"'):
            if depth == 0:
                return index
            depth -= 1
        elif text[index] == mark and _stands_as_closing(text, index, end):
            return index
        elif text[index] == mark:
            # A second opening mark before any closing one: the first was never closed.
            return None if mark == "“" else index
    return None


def _unclosed(text: str, opening: int, end: int, next_opens: bool) -> Quoted:
    limit = end
    for index in range(opening + 1, end):
        if text[index] in _OPEN:
            limit = index
            break
    match = ATTRIBUTION.search(text, opening + 1, limit)
    if match is not None:
        return Quoted(opening + 1, match.start() + 1, mended=True)
    if next_opens and limit == end:
        return Quoted(opening + 1, end, goes_on=True)
    stop = re.compile(r"[.!?](?=\s|$)").search(text, opening + 1, limit)
    return Quoted(opening + 1, stop.end() if stop else limit, mended=True)
