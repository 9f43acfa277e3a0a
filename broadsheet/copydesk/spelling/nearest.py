"""What a misspelt word was to be: the words one slip of the hand away, the likeliest first."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from broadsheet.copydesk.spelling.forms import LOOSE
from broadsheet.copydesk.spelling.words import look_up

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
#: What a word of each class costs, from the commonest to the rare.
_RANK_COST = (0.0, 0.7, 1.5, 3.0, 4.5)
_SWAP, _DOUBLE, _MISSING, _EXTRA, _VOWEL, _NEAR, _OTHER = 0.0, 0.0, 0.6, 0.8, 0.8, 1.2, 1.6
_FIRST = 1.5
#: A second slip, of doubling, in a long word.
_TWICE = 0.5
_IN_STORY = 1.2
#: The likeliest word must be this much likelier than the next to be called certain.
_MARGIN = 1.0
_LONG = 8
#: Two words without a space between have as many letters at least.
_RUN_ON = 5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = frozenset(
    {a + b for row in _ROWS for a, b in itertools.pairwise(row)}
    | {a + b for up, down in itertools.pairwise(_ROWS) for a, b in zip(up, down, strict=False)}
    | {a + b for up, down in itertools.pairwise(_ROWS) for a, b in zip(up[1:], down, strict=False)}
)


class Meant(NamedTuple):
    """A word that may have been meant, how far it is in all (the lower, the likelier), and how
    much of that is the slip of the hand."""

    word: str
    cost: float
    slip: float = 0.0


def _replaced(wrong: str, right: str) -> float:
    if wrong in _VOWELS and right in _VOWELS:
        return _VOWEL
    return _NEAR if wrong + right in _BESIDE or right + wrong in _BESIDE else _OTHER


def _slips(word: str) -> Iterator[tuple[str, int, str]]:
    """Every string one slip away: the string, where the slip is, and what it is: `-` a letter too
    many, `~` two changed about, `=` a wrong one, `+` one missing."""
    for i in range(len(word)):
        head, letter, tail = word[:i], word[i], word[i + 1 :]
        yield head + tail, i, "-"
        if tail and tail[0] != letter:
            yield head + tail[0] + letter + tail[1:], i, "~"
        for other in _LETTERS:
            yield head + other + tail, i, "="
            yield head + other + letter + tail, i, "+"
    for other in _LETTERS:
        yield word + other, len(word), "+"


def _cost(word: str, right: str, at: int, kind: str) -> float:
    """What the slip costs that made `right` into `word`."""
    first = _FIRST if at == 0 else 0.0
    if kind == "~":
        return _SWAP + first / 3
    if kind == "=":
        return _replaced(word[at], right[at]) + first
    longer = word if kind == "-" else right
    doubled = longer[at] in {longer[at - 1] if at else "", longer[at + 1 : at + 2]}
    if doubled:
        return _DOUBLE
    return (_EXTRA if kind == "-" else _MISSING) + first


def _doublings(word: str) -> Iterator[str]:
    """The word with one letter doubled, or one doubled letter single."""
    for i, letter in enumerate(word):
        if i and word[i - 1] == letter:
            yield word[:i] + word[i + 1 :]
        elif word[i + 1 : i + 2] != letter:
            yield word[: i + 1] + letter + word[i + 1 :]


@lru_cache(maxsize=2_000)
def _near(word: str) -> tuple[Meant, ...]:
    found = dict(_one_slip(word))
    if not found and len(word) >= _LONG:
        for once in _doublings(word):
            for right, slip in _one_slip(once):
                found[right] = min(slip + _TWICE, found.get(right, _OTHER + _TWICE))
    near = [Meant(right, slip + _rank_cost(right), slip) for right, slip in found.items()]
    return tuple(sorted(near, key=lambda m: (m.cost, m.word)))


def _one_slip(word: str) -> Iterator[tuple[str, float]]:
    """The words of the lists one slip away, each with its cheapest slip, the dearest first."""
    rows = [
        (_cost(word, right, at, kind), right)
        for right, at, kind in _slips(word)
        if right != word and len(right) > 1 and look_up(right) is not None
    ]
    for slip, right in sorted(rows, reverse=True):
        yield right, slip


def _rank_cost(word: str) -> float:
    entry = look_up(word)
    return _RANK_COST[entry.rank] if entry is not None else _RANK_COST[-1]


def parted(word: str) -> str | None:
    """The two commonest words that stand here without a space between, one of them a small one that
    makes no compounds; None if it is not two."""
    for at in range(2, len(word) - 1) if len(word) >= _RUN_ON else ():
        one, two = word[:at], word[at:]
        if (one in LOOSE or two in LOOSE) and all(_commonest(part) for part in (one, two)):
            return f"{one} {two}"
    return None


def _commonest(word: str) -> bool:
    entry = look_up(word)
    return entry is not None and entry.rank == 0


def meant(word: str, story: Collection[str] = ()) -> list[Meant]:
    """The words that may have been meant, the likeliest first.

    Args:
        word: in small letters, known to no list.
        story: the other words of the same story: one of these is likelier.
    """
    near = [m._replace(cost=m.cost - _IN_STORY) if m.word in story else m for m in _near(word)]
    return sorted(near, key=lambda m: (m.cost, m.word))


def certain(near: list[Meant]) -> str | None:
    """The one that was meant beyond reasonable doubt."""
    if near and (len(near) == 1 or near[1].cost - near[0].cost >= _MARGIN):
        return near[0].word
    return None
