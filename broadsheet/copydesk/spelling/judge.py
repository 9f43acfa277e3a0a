"""Judges one word: known, rightly made, a slip, or a stranger that is nobody's business."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from broadsheet.copydesk.spelling.forms import is_made, is_spelt
from broadsheet.copydesk.spelling.nearest import Meant, certain, meant, parted
from broadsheet.copydesk.spelling.slips import ENDINGS, KNOWN_SLIPS
from broadsheet.copydesk.spelling.words import is_name, look_up

_SHORTEST, _LONGEST = 4, 30
#: Words dearer than this are too far to have been meant, save rare ones a small slip away; of a
#: short word nearly everything is near, so that only the nearest counts.
_FAR, _SMALL_SLIP, _SHORT_FAR, _SHORT = 3.2, 0.6, 1.3, 5
#: A word rightly made of others is still wrong if a usual word is this near.
_MADE = 2.0
#: A capitalised word is likelier a name: only a usual word that is very near will do.
_NAMED = 0.8
#: Few surnames are a slip away from a word as long as this.
_NAME_LIKE = 8
#: What stands so often is meant so, unless a usual word is as near as `_PLAIN`.
_OFTEN, _PLAIN = 3, 0.7
_SHOWN = 3


class Slip(NamedTuple):
    """A wrong word, what was meant if that is certain, what else may have been, and how far the
    nearest lies."""

    word: str
    right: str | None
    near: tuple[str, ...] = ()
    cost: float = 0.0


def parts_of(token: str) -> list[str]:
    """The words that a token in small letters is judged by: the parts of a compound, without the
    ends of a contraction. Any other word with an apostrophe is left to whoever wrote it."""
    if "-" in token:
        return [part for piece in token.split("-") for part in parts_of(piece)]
    token = token.replace("’", "'")
    if "'" not in token or token in KNOWN_SLIPS:
        return [token]
    head, _, tail = token.rpartition("'")
    if "'" + tail in ENDINGS:
        return parts_of(head)
    return []


def is_known(word: str) -> bool:
    """Whether nothing is to be said about a word in small letters, whatever stands around it."""
    if word in KNOWN_SLIPS:
        return False
    return not _SHORTEST <= len(word) <= _LONGEST or is_spelt(word)


def judge(word: str, story: Collection[str], times: int) -> Slip | None:
    """What is wrong with a word that is not known; None if it is a stranger, not a slip.

    Args:
        story: the words of the story.
        times: how often the word stands in it.
    """
    known = KNOWN_SLIPS.get(word)
    if known is not None:
        return Slip(word, known)
    near = [m for m in meant(word, story) if _is_near(word, m)]
    if times >= _OFTEN and not (near and near[0].cost <= _PLAIN):
        return None
    if is_made(word) and not _outdone(word, near):
        return None
    apart = parted(word) if not near or near[0].cost > _MADE else None
    if apart is not None:
        return Slip(word, apart)
    if not near or is_name(word):
        return None
    return Slip(word, certain(near), tuple(m.word for m in near[:_SHOWN]), near[0].cost)


def _is_near(word: str, other: Meant) -> bool:
    if len(word) <= _SHORT:
        return other.cost <= _SHORT_FAR and other.slip <= _SMALL_SLIP
    return other.cost <= _FAR or other.slip <= _SMALL_SLIP


def _outdone(word: str, near: list[Meant]) -> bool:
    """Whether a usual word lies so near that the rightly made one is a slip: `precent`."""
    return any(
        m.cost <= _MADE and not m.word.startswith(word) and not word.startswith(m.word)
        for m in near
    )


def judge_capital(word: str) -> Slip | None:
    """The same for a word that has a capital only since it begins a sentence, given in small
    letters: a name is likelier, so only one that cannot be a name is called a slip."""
    right = KNOWN_SLIPS.get(word)
    if right is not None:
        return Slip(word, right)
    if is_known(word) or is_name(word) or is_made(word):
        return None
    near = meant(word)
    right = certain(near)
    entry = look_up(right) if right is not None and near[0].cost <= _NAMED else None
    if right is None or entry is None or entry.rank > 1:
        return None
    return None if entry.name and len(right) < _NAME_LIKE else Slip(word, right)
