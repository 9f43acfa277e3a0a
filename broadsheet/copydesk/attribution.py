"""Who a verb of saying belongs to: the speaker's words in a row of tokens, before or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.copydesk.cues import (
    AUXILIARIES,
    CUES,
    DAYS,
    HEARER,
    JOINERS,
    MODALS,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    SAY,
)
from broadsheet.copydesk.nouns import (
    Row,
    bracket,
    is_named_aside,
    is_noun,
    noun_before,
    noun_behind,
    subject,
)

_MOST_SKIPPED = 12
_BEFORE_PARTICIPLE = JOINERS | PREPOSITIONS | AUXILIARIES


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the verb: places in the row, ends exclusive. `inverted`: the verb comes first.
    `borrowed`: the speaker is that of an earlier verb (`..., adding that`)."""

    first: int
    last: int
    cue: int
    cue_end: int
    inverted: bool = False
    borrowed: bool = False


def attributions(row: Row) -> list[Attribution]:
    """Every verb of saying in a sentence that has a speaker, in order."""
    found: list[Attribution] = []
    for at, token in enumerate(row):
        if token.quote >= 0:
            continue
        if token.low == "according" and at + 1 < len(row) and row[at + 1].low == "to":
            span = noun_behind(row, at + 2)
            if span is not None:
                found.append(Attribution(*span, at, at + 2, inverted=True))
        elif token.low in CUES and not is_noun(row, at):
            one = _of_verb(row, at, found)
            if one is not None:
                found.append(one)
    return found


def _of_verb(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    token = row[at]
    back = _skip(row, at - 1)
    if _passive(row, at):
        return _by(row, at)
    if row[at - 1].low in MODALS:
        return None
    if token.low.endswith("ing"):
        # Behind a word that no clause ends at it is a noun: `the flood warning`.
        free = not row[at - 1].is_word or row[at - 1].low in _BEFORE_PARTICIPLE
        return _borrow(row, at, found) if free else None
    if row[at - 1].low == "to":
        return _borrow(row, at, found)
    if token.low in SAY and (row[back].quote >= 0 or row[back].text in {",", "—", "–"} or back < 0):
        span = noun_behind(row, at + 1)
        if span is not None and (back < 0 or row[back].quote >= 0 or _clause_ends(row, span[1])):
            return Attribution(*span, at, at + 1, inverted=True)
    if back < 0:
        return None
    if row[back].low in {"and", "but", "or"} or row[back].text == ",":
        span = _before_aside(row, back) if row[back].text == "," else None
        return Attribution(*span, at, at + 1) if span else _borrow(row, at, found)
    span = noun_before(row, back)
    return Attribution(*span, at, at + 1) if span and not _relative(row, span[0]) else None


def _relative(row: Row, first: int) -> bool:
    """`what they believe`, `a bell that they believe hung there`: no clause of its own."""
    if first < 2 or row[first].low not in PRONOUNS:
        return first == 1 and row[0].low == "what"
    before = row[first - 1].low
    return before == "what" or (before in {"that", "which"} and row[first - 2].low not in CUES)


def _clause_ends(row: Row, at: int) -> bool:
    return at >= len(row) or not row[at].is_word


def _skip(row: Row, at: int) -> int:
    """Back over adverbs, auxiliaries, `on Tuesday`, `in a statement` and brackets."""
    for _ in range(_MOST_SKIPPED):
        if at < 0:
            break
        low = row[at].low
        if low in AUXILIARIES or (
            low.endswith("ly") and low not in {"family", "assembly", "reply"}
        ):
            at -= 1
        elif low in DAYS and at and row[at - 1].low == "on":
            at -= 2
        elif low in DAYS and at and not row[at - 1].is_name:
            at -= 1
        elif low in {"statement", "interview", "tweet", "speech", "letter", "post", "briefing"}:
            opening = next(
                (
                    k
                    for k in range(at, max(-1, at - 7), -1)
                    if row[k].low in {"in", "on", "during", "at"}
                ),
                -1,
            )
            if opening <= 0:
                return at
            at = opening - 1
        elif row[at].text == ")":
            at = bracket(row, at) - 1
        else:
            return at
    return at


def _passive(row: Row, at: int) -> bool:
    if not row[at].low.endswith(("ed", "told", "en", "quoted")) and row[at].low != "told":
        return False
    index = at - 1
    least = max(0, at - _MOST_SKIPPED)
    while index >= least and (
        row[index].low.endswith("ly") or row[index].low in {"not", "also", "been"}
    ):
        if row[index].low == "been":
            return True
        index -= 1
    return index >= 0 and row[index].low in PASSIVE


def _by(row: Row, at: int) -> Attribution | None:
    for index in range(at + 1, min(at + 8, len(row))):
        if row[index].low == "by":
            span = noun_behind(row, index + 1)
            return Attribution(*span, at, at + 1, inverted=True) if span else None
        if not row[index].is_word:
            break
    if row[at].low == "quoted" and _index_of(row, "saying", at) is not None:
        span = noun_before(row, _skip(row, at - 1))
        return Attribution(*span, at, at + 1) if span else None
    return None


def _index_of(row: Row, low: str, start: int) -> int | None:
    return next((k for k in range(start, min(start + 5, len(row))) if row[k].low == low), None)


def _borrow(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    if found:
        last = found[-1]
        return Attribution(last.first, last.last, at, at + 1, borrowed=True)
    span = subject(row, at)
    return Attribution(*span, at, at + 1, borrowed=True) if span else None


def _before_aside(row: Row, comma: int) -> tuple[int, int] | None:
    """`Ada Bello, the mayor of Ost, said`: the name before the first of the two commas.
    `The mayor, Ada Bello, said`: both."""
    for index in range(comma - 1, max(-1, comma - 30), -1):
        if row[index].quote >= 0:
            return None
        if row[index].text == ",":
            near = noun_before(row, index - 1)
            if near is not None and is_named_aside(row, near, index + 1, comma):
                return near[0], comma
            return near
    return None


def speaks_to(row: Row, one: Attribution) -> bool:
    """Whether the verb takes a hearer before the words: `told the council`."""
    return row[one.cue].low in HEARER
