"""Which sentence of one text is which of another, in order: the same, or the same rewritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

#: From this share of common words on, a sentence counts as another one rewritten.
REWRITTEN = 0.5
#: Gaps larger than this are aligned piece by piece, so that the cost stays in line with the text.
_MOST_IN_GAP = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A place in both texts; None where one of them has nothing."""

    one: int | None
    other: int | None
    same: bool = False


def letters(text: str) -> str:
    """What two sentences are the same by: their letters and digits."""
    return "".join(c for c in text.casefold() if c.isalnum())


def likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, 0 to 1 (Dice's coefficient)."""
    mine, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    both = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / both if both else 0.0


def align(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Align two texts, sentence by sentence, in the order of both."""
    matcher = SequenceMatcher(a=[*map(letters, one)], b=[*map(letters, other)], autojunk=False)
    pairs: list[Pair] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            pairs += [Pair(a1 + n, b1 + n, same=True) for n in range(a2 - a1)]
        else:
            pairs += _gap(one, other, range(a1, a2), range(b1, b2))
    return pairs


def _gap(one: Sequence[str], other: Sequence[str], mine: range, theirs: range) -> list[Pair]:
    if len(mine) > _MOST_IN_GAP or len(theirs) > _MOST_IN_GAP:
        half, part = len(mine) // 2, len(theirs) // 2
        return [
            *_gap(one, other, mine[:half], theirs[:part]),
            *_gap(one, other, mine[half:], theirs[part:]),
        ]
    return _best(one, other, mine, theirs)


def _best(one: Sequence[str], other: Sequence[str], mine: range, theirs: range) -> list[Pair]:
    """The alignment with the most words in common (S. Needleman, C. Wunsch, 1970)."""
    like = [[likeness(one[i], other[j]) for j in theirs] for i in mine]
    rows, columns = len(mine), len(theirs)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            met = like[i][j] + best[i + 1][j + 1] if like[i][j] >= REWRITTEN else 0.0
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        met = like[i][j] + best[i + 1][j + 1] if like[i][j] >= REWRITTEN else -1.0
        if met >= best[i + 1][j] and met >= best[i][j + 1]:
            pairs.append(Pair(mine[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            pairs.append(Pair(mine[i], None))
            i += 1
        else:
            pairs.append(Pair(None, theirs[j]))
            j += 1
    pairs += [Pair(mine[n], None) for n in range(i, rows)]
    return [*pairs, *(Pair(None, theirs[n]) for n in range(j, columns))]
