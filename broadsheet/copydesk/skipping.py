"""Backwards from a verb to its speaker, over what may stand between them."""

from __future__ import annotations

from broadsheet.copydesk.cues import AUXILIARIES, DAYS, words
from broadsheet.copydesk.nouns import Row, bracket

_MOST = 12
_REACH = 7
_NO_ADVERBS = words("family assembly reply")
_TIMES = words("morning afternoon evening night week month year summer winter spring autumn fall")
_WHICH = words("this last that next")
_OCCASIONS = words("statement interview tweet speech letter post briefing email e-mail memo")
_ON_OCCASION = words("in on during at")


def skip(row: Row, at: int) -> int:
    """The place of the last word before adverbs, auxiliaries, `on Tuesday`, `in 2010`,
    `in a statement` and brackets; -1 when nothing is left.

    Args:
        at: the place before the verb.
    """
    for _ in range(_MOST):
        here = _step(row, at) if at >= 0 else at
        if here == at:
            break
        at = here
    return at


def _step(row: Row, at: int) -> int:
    low = row[at].low
    if low in AUXILIARIES or (low.endswith("ly") and low not in _NO_ADVERBS):
        return at - 1
    if row[at].text == ")":
        return bracket(row, at) - 1
    if low in _OCCASIONS and not row[at].is_name:
        return _before_occasion(row, at)
    return _before_time(row, at) if at else at


def _before_time(row: Row, at: int) -> int:
    low, before = row[at].low, row[at - 1]
    if low in DAYS and before.low == "on":
        return at - 2
    if low in DAYS and not before.is_name:
        return at - 1
    if low in _TIMES and before.low in DAYS:
        return at - 1
    if low in _TIMES and before.low in _WHICH:
        return at - 2
    return at - 2 if low.isdecimal() and before.low == "in" else at


def _before_occasion(row: Row, at: int) -> int:
    places = range(at, max(-1, at - _REACH), -1)
    opening = next((place for place in places if row[place].low in _ON_OCCASION), -1)
    return opening - 1 if opening > 0 else at
