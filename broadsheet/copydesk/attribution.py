"""Who a verb of saying belongs to: the speaker's words in a row of tokens, before or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.copydesk.cues import (
    AUXILIARIES,
    CUES,
    HEARER,
    JOINERS,
    MODALS,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    SAY,
    words,
)
from broadsheet.copydesk.nouns import (
    Row,
    is_named_aside,
    is_noun,
    noun_before,
    noun_behind,
    subject,
)
from broadsheet.copydesk.skipping import skip

_MOST_SKIPPED = 12
_LONGEST_LEAD = 40
_LEADS = frozenset({"after", "before", "while", "when", "in", "by", "despite", "without"})
_CLAUSE_MARKS = frozenset({",", ";", "—", "–", ":"})
#: `issued a statement calling the vote a mistake`: the verb belongs to whoever issued it.
_WRITTEN = frozenset({"statement", "letter", "tweet", "post", "memo", "email", "e-mail", "message"})
_HOLDS_NO_SUBJECT = PREPOSITIONS - words("as like than since until after before despite including")
_PUT = frozenset({"put", "puts"})
_OBJECTS = frozenset({"them", "him", "us", "me"})
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
        one = _of_source(row, at)
        if one is None and token.low in CUES and not is_noun(row, at):
            one = _of_verb(row, at, found)
        if one is not None:
            found.append(one)
    return found


def _of_source(row: Row, at: int) -> Attribution | None:
    """Sources without a verb of saying: `according to`, `per`, `as ... put it`."""
    low = row[at].low
    behind = row[at + 1].low if at + 1 < len(row) else ""
    if low == "according" and behind == "to":
        span = noun_behind(row, at + 2) or _to_the_comma(row, at + 2)
        return Attribution(*span, at, at + 2, inverted=True) if span else None
    if low == "per" and at and (row[at - 1].quote >= 0 or row[at - 1].text == ","):
        span = noun_behind(row, at + 1)
        whole = span is not None and _clause_ends(row, span[1])
        return Attribution(*span, at, at + 1, inverted=True) if span and whole else None
    if low in _PUT and behind == "it" and at:
        span = noun_before(row, skip(row, at - 1))
        if span is not None and span[0] and row[span[0] - 1].low == "as":
            return Attribution(*span, at, at + 2)
    return None


def _of_verb(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    token = row[at]
    back = skip(row, at - 1)
    if _passive(row, at):
        return _by(row, at)
    if row[at - 1].low in MODALS:
        return None
    if token.low.endswith("ing"):
        return _of_participle(row, at, found)
    if row[at - 1].low == "to":
        return _borrow(row, at, found)
    if token.low in SAY and (row[back].quote >= 0 or row[back].text in {",", "—", "–"} or back < 0):
        span = noun_behind(row, at + 1)
        if span is not None and (back < 0 or row[back].quote >= 0 or _clause_ends(row, span[1])):
            return Attribution(*span, at, at + 1, inverted=True)
    return _of_clause(row, at, back, found) if back >= 0 else None


def _of_participle(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    """`adding that`; behind a word that no clause ends at it is a noun: `the flood warning`."""
    before = row[at - 1]
    if before.is_word and before.low not in _BEFORE_PARTICIPLE and before.low not in _WRITTEN:
        return None
    return _of_lead(row, at) or _borrow(row, at, found)


def _of_clause(row: Row, at: int, back: int, found: list[Attribution]) -> Attribution | None:
    """The speaker before the verb at `at`, whose last word stands at `back`."""
    if row[back].low in {"and", "but", "or"} or row[back].text == ",":
        span = _before_aside(row, back) if row[back].text == "," else None
        return Attribution(*span, at, at + 1) if span else _borrow(row, at, found)
    if row[back].low in _OBJECTS:
        # `She let them know that`: the words are hers.
        return _borrow(row, at, found)
    span = noun_before(row, back)
    if span and span[0] and row[span[0] - 1].low in _HOLDS_NO_SUBJECT:
        # `Crowds marching through the streets chanted`: the streets did not.
        span = subject(row, at) or span
    return Attribution(*span, at, at + 1) if span and not _relative(row, span[0]) else None


def _relative(row: Row, first: int) -> bool:
    """`what they believe`, `a bell that they believe hung there`: no clause of its own."""
    if first < 2 or row[first].low not in PRONOUNS:
        return first == 1 and row[0].low == "what"
    before = row[first - 1].low
    led = row[first - 2].low
    told = led in CUES or (before == "which" and led in PREPOSITIONS)
    return before == "what" or (before in {"that", "which"} and not told)


def _to_the_comma(row: Row, at: int) -> tuple[int, int] | None:
    """`according to long-time trade watchers, ...`: a source without a name or a known title."""
    last = at
    while last < len(row) and last - at <= _MOST_SKIPPED and row[last].is_word:
        last += 1
    return (at, last) if 0 < last - at <= _MOST_SKIPPED else None


def _clause_ends(row: Row, at: int) -> bool:
    return at >= len(row) or (not row[at].is_word and row[at].quote < 0)


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
        span = noun_before(row, skip(row, at - 1))
        return Attribution(*span, at, at + 1) if span else None
    return None


def _index_of(row: Row, low: str, start: int) -> int | None:
    return next((k for k in range(start, min(start + 5, len(row))) if row[k].low == low), None)


def _of_lead(row: Row, at: int) -> Attribution | None:
    """`After saying it was over, she left`: whom the main clause is about."""
    if at > 1 or (at == 1 and row[0].low not in _LEADS):
        return None
    for stop in range(at + 1, min(at + _LONGEST_LEAD, len(row) - 1)):
        mark = row[stop].text == "," or row[stop].quote >= 0
        if mark and row[stop + 1].is_word:
            rest = row[stop + 1 : stop + 1 + _MOST_SKIPPED]
            span = subject(rest, len(rest))
            if span is not None and span[0] <= 1:
                first, last = (place + stop + 1 for place in span)
                return Attribution(first, last, at, at + 1, borrowed=True)
    return None


def _borrow(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    """The speaker of the clause that a second verb stands in: `I laughed and said`, `he argued,
    adding`; the one who spoke before, unless the clause has begun since."""
    least = max(-1, at - _LONGEST_LEAD)
    comma = next((k for k in range(at - 1, least, -1) if row[k].text in _CLAUSE_MARKS), least)
    last = found[-1] if found else None
    if row[at - 1].low in {"and", "but"} and (last is None or last.cue < comma):
        own = row[comma + 1 :]
        if own and own[0].low in PRONOUNS and comma + 1 < at - 1:
            return Attribution(comma + 1, comma + 2, at, at + 1, borrowed=True)
    if last is not None and row[last.first].low != "who":
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
