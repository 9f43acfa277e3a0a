"""What is new in a text against the one before it: sentence by sentence, and word by word within a
sentence that changed. Also what stands in one take of a thread and in no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from broadsheet.wire.models import Take
from broadsheet.wire.threads.marks import sentences_of

#: From this share of common words on, a sentence counts as another one that was changed.
CHANGED = 0.5
#: Gaps larger than this are aligned piece by piece, so that the cost stays in line with the text.
_MOST_IN_GAP = 40
#: Takes of a thread that a take is held against.
_MOST_TAKES = 200
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, came or went. `kind`: same, new or gone."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of either text.

    Attributes:
        kind: same, new, gone or changed.
        old, new: the sentence in the one text and in the other; empty where it is not.
        runs: of a changed sentence, its words.
        begins: whether a paragraph begins with it, in the text that it is in; the new one of both.
    """

    kind: str
    old: str = ""
    new: str = ""
    runs: tuple[Run, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    begins: bool
    letters: str
    words: Counter[str]


def differences(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """What made `new` out of `old`, both given paragraph by paragraph.

    Sentences that only moved are gone in one place and new in the other. A sentence is the same when
    its letters and digits are, whatever its marks.
    """
    before, after = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(
        a=[one.letters for one in before], b=[one.letters for one in after], autojunk=False
    )
    pieces: list[Piece] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            pieces += [
                Piece("same", one.text, other.text, (), other.begins)
                for one, other in zip(before[a1:a2], after[b1:b2], strict=True)
            ]
        else:
            pieces += _gap(before[a1:a2], after[b1:b2])
    return pieces


def new_in(take: Take) -> list[str]:
    """The sentences of a take that stand in no other take of its thread, in order."""
    others = Take.objects.filter(thread=take.thread_id).exclude(pk=take.pk)
    known = {
        _letters(sentence)
        for item in others.order_by("-versioned").values_list("item", flat=True)[:_MOST_TAKES]
        for sentence in sentences_of(item.get("paragraphs") or ())
    }
    return [one for one in sentences_of(take.paragraphs) if _letters(one) not in known]


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Both sentences whole, word by word; nothing when they are the same."""
    if old == new:
        return ()
    a, b = _WORD.findall(old), _WORD.findall(new)
    plain = SequenceMatcher(
        a=[word.rstrip() for word in a], b=[word.rstrip() for word in b], autojunk=False
    )
    runs: list[Run] = []
    for tag, a1, a2, b1, b2 in plain.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(b[b1:b2])))
            continue
        runs += [Run("gone", "".join(a[a1:a2]))] if a2 > a1 else []
        runs += [Run("new", "".join(b[b1:b2]))] if b2 > b1 else []
    return tuple(runs)


def _sentences(paragraphs: Sequence[str]) -> list[_Sentence]:
    return [
        _Sentence(text, place == 0, _letters(text), Counter(text.casefold().split()))
        for paragraph in paragraphs
        for place, text in enumerate(sentences_of([paragraph]))
    ]


def _letters(text: str) -> str:
    """What two sentences are the same by: their letters and digits."""
    return "".join(filter(str.isalnum, text.casefold())) or text.strip()


def _gap(mine: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> Iterator[Piece]:
    """What stands between two sentences that stayed."""
    if mine and theirs and max(len(mine), len(theirs)) > _MOST_IN_GAP:
        half, part = len(mine) // 2, len(theirs) // 2
        yield from _gap(mine[:half], theirs[:part])
        yield from _gap(mine[half:], theirs[part:])
        return
    pairs = dict(_aligned(mine, theirs))
    done = 0
    for place, one in enumerate(mine):
        if place not in pairs:
            yield Piece("gone", old=one.text, begins=one.begins)
            continue
        at = pairs[place]
        yield from (Piece("new", new=new.text, begins=new.begins) for new in theirs[done:at])
        other = theirs[at]
        runs = word_runs(one.text, other.text)
        yield Piece("changed", one.text, other.text, runs, other.begins)
        done = at + 1
    yield from (Piece("new", new=new.text, begins=new.begins) for new in theirs[done:])


def _aligned(mine: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    """The alignment with the most words in common (S. Needleman, C. Wunsch, 1970)."""
    like = [[_likeness(one, other) for other in theirs] for one in mine]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in range(len(mine) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            met = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(mine) and j < len(theirs):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


def _likeness(one: _Sentence, other: _Sentence) -> float:
    """The share of words that both have (Dice's coefficient); 0 below `CHANGED`."""
    both = one.words.total() + other.words.total()
    share = 2 * (one.words & other.words).total() / both if both else 0.0
    return share if share >= CHANGED else 0.0
