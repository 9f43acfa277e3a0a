"""The words that name a speaker, in a row of tokens: where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.copydesk.cues import (
    AUXILIARIES,
    CUES,
    DAYS,
    DETERMINERS,
    JOINERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_NOUNS,
    WITHIN,
    words,
)
from broadsheet.copydesk.tokens import Token

Row = Sequence[Token]
_LONGEST = 14
#: `a firsthand report`: one of something is a noun, whatever stands between.
_SINGLE = frozenset({"a", "an"})
#: Words that stand before a noun, and for one: `many said`.
_ALONE = frozenset({"some", "many", "most", "all", "both", "few", "another", "others"})
#: `the mother of three said`: the number ends the noun.
_COUNTED = frozenset({"one", "two", "three", "four", "five", "six"})
_NAME_MOST = 6
_ROLE_MOST = 6
_ENDS = frozenset(",.;—–")
_RELATIVES = frozenset({"who", "which", "that"})
#: Words that open a clause before the main one: `When it rains, Reyes stays in`.
_LEADING = words("after although as because before if since though unless until when where while")
#: How far into a sentence its subject is looked for.
_OPENING = 40


def bracket(row: Row, at: int) -> int:
    """Where the bracket that closes at `at` was opened."""
    for index in range(at, max(-1, at - 10), -1):
        if row[index].text == "(":
            return index
    return at


def is_noun(row: Row, at: int) -> bool:
    """`the report`, `his claims`, `Ost’s demand`: a noun that looks like the verb."""
    before = row[at - 1] if at else None
    if before is None:
        return True
    if before.low in DETERMINERS and before.low not in _ALONE:
        return not (at > 1 and row[at - 2].low == "of" and before.low in _COUNTED)
    if CUES.get(row[at].low) == row[at].low and any(
        t.low in _SINGLE for t in row[max(0, at - 3) : at]
    ):
        return True
    return before.low.endswith(("’s", "'s")) or row[at].is_name


def noun_before(row: Row, at: int) -> tuple[int, int] | None:
    """The speaker whose last word stands at `at`."""
    if at >= 0 and row[at].text == ")":
        at = bracket(row, at) - 1
    if at < 0 or not row[at].is_word:
        return None
    low = row[at].low
    if low in _RELATIVES:
        nearer = at - 1 - (at > 0 and row[at - 1].text == ",")
        again = nearer >= 0 and row[nearer].low in _RELATIVES
        return (None if again else noun_before(row, nearer)) or (at, at + 1)
    if low in PRONOUNS or low in {
        "this",
        "these",
        "those",
        "some",
        "many",
        "others",
        "both",
        "all",
    }:
        return at, at + 1
    counted = at > 1 and row[at - 1].low == "of" and low in _COUNTED
    if low in PREPOSITIONS or low in JOINERS or low in {"to", "there"}:
        return None
    if low in DETERMINERS and not counted:
        return None
    return _grow(row, at), at + 1


def _grow(row: Row, at: int) -> int:
    """Leftwards to the first word of the speaker's name or description."""
    first = at
    while first > 0 and at - first < _LONGEST:
        before = row[first - 1]
        if before.text == ")" and bracket(row, first - 1) > 1:
            first = bracket(row, first - 1)
            continue
        if not before.is_word or _ends_name(row, first):
            break
        first -= 1
        if before.low in DETERMINERS and not (
            first > 1 and row[first - 1].low in WITHIN and row[first - 2].is_word
        ):
            break
    return first


def _ends_name(row: Row, first: int) -> bool:
    """Whether the word before `first` is no part of the name."""
    low = row[first - 1].low
    if low in PREPOSITIONS:
        outer = row[first - 2] if first > 1 else None
        return (
            low not in WITHIN
            or outer is None
            or not outer.is_word
            or outer.low in PREPOSITIONS | JOINERS | AUXILIARIES | PRONOUNS | DAYS
            or outer.low in CUES
        )
    if low in JOINERS or low in AUXILIARIES or low in PRONOUNS or low in DAYS:
        return True
    return low in CUES and not is_noun(row, first - 1)


def noun_behind(row: Row, at: int) -> tuple[int, int] | None:
    """The speaker whose first word stands at `at`, after adverbs."""
    while at < len(row) and row[at].low.endswith("ly") and not row[at].is_name:
        at += 1
    if at >= len(row) or not row[at].is_word or row[at].low in DAYS:
        return None
    low = row[at].low
    if low in PRONOUNS:
        return at, at + 1
    starts = row[at].is_name or low in DETERMINERS or low in SPEAKING_NOUNS
    if not starts and not _role_ahead(row, at):
        return None
    last = at + 1
    while last < len(row) and last - at < _LONGEST and _goes_on(row, last):
        last += 1
    if last < len(row) and row[last].text == ",":
        stop = next(
            (k for k in range(last + 1, min(last + 8, len(row))) if row[k].text in _ENDS), len(row)
        )
        if is_named_aside(row, (at, last), last + 1, stop):
            last = stop
    return at, last


def is_named_aside(row: Row, role: tuple[int, int], first: int, last: int) -> bool:
    """Whether the words at `first` name who was described before: `the mayor, Ada Bello`."""
    if row[role[0]].is_name and row[role[0]].low not in DETERMINERS:
        return False
    named = row[first:last]
    if named and named[0].low == "the":
        named = named[1:]
    return 0 < len(named) <= _NAME_MOST and all(
        word.is_name or word.low in PARTICLES for word in named
    )


def _role_ahead(row: Row, at: int) -> bool:
    """`senior party officials`, `skipper Jonas Weir`: small words that lead to people."""
    for token in row[at : at + _ROLE_MOST]:
        if token.low in SPEAKING_NOUNS or (token.is_name and token.low not in DAYS):
            return True
        if not token.is_word or token.low in PREPOSITIONS | JOINERS:
            return False
    return False


def _goes_on(row: Row, at: int) -> bool:
    token = row[at]
    low = token.low
    if not token.is_word or low in JOINERS or low in AUXILIARIES or low in PRONOUNS or low in DAYS:
        return False
    if low in PREPOSITIONS:
        follows = at + 1 < len(row) and (row[at + 1].is_name or row[at + 1].low in DETERMINERS)
        return low in {"of", "for", "from", "at"} and follows and row[at + 1].low not in DAYS
    return not (low in CUES and not is_noun(row, at))


def subject(row: Row, stop: int) -> tuple[int, int] | None:
    """What the sentence is about: its first name, pronoun or described person before `stop`."""
    at = 0
    stop = min(stop, _OPENING)
    while at < stop and (
        (row[at].low in JOINERS and row[at].low not in _LEADING) or not row[at].is_word
    ):
        at += 1
    if at < stop and (row[at].low in PREPOSITIONS or row[at].low in _LEADING):
        comma = next((k for k in range(at, stop) if row[k].text == ","), None)
        at = comma + 1 if comma is not None else at + 1
    if at >= stop or not row[at].is_word:
        return None
    if row[at].low in PRONOUNS:
        return at, at + 1
    return next(_subjects(row, at, stop), None)


def _subjects(row: Row, at: int, stop: int) -> Iterator[tuple[int, int]]:
    described = row[at].low in DETERMINERS
    last = at + 1 if described or row[at].is_name else at
    while last < stop and (
        row[last].is_name
        or row[last].low in PARTICLES
        or (described and last - at < 7 and _describes(row, at, last))
    ):
        last += 1
    if last > at and not row[last - 1].low.endswith(("’s", "'s", "ly")):
        yield at, last


def _describes(row: Row, at: int, last: int) -> bool:
    """Whether the word at `last` still belongs to the description begun at `at`, and is not the
    verb behind it: `the council issued a statement`."""
    token, then = row[last], row[last + 1] if last + 1 < len(row) else None
    verb = last - at > 1 and token.low.endswith("ed") and then is not None
    if (
        verb
        and then
        and (then.low in DETERMINERS or then.low in PREPOSITIONS or then.low == "that")
    ):
        return False
    return token.low not in CUES and _goes_on(row, last)
