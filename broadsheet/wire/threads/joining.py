"""Which thread a take joins: its item's, that of what it replaces, that of a text like its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from broadsheet.wire import shelf
from broadsheet.wire.models import Link, Parting, Take
from broadsheet.wire.shelf import Near
from broadsheet.wire.threads.best import best_head
from broadsheet.wire.threads.likeness import LINK, SMALL, Likeness, likeness, may_be_alike
from broadsheet.wire.threads.marks import Marks, mark_of, tokens_in, unpacked
from broadsheet.wire.threads.words import tokens_of

#: How many of the most promising takes are compared.
_COMPARED = 12
#: Links that one take may bring; more would be a list of everything of that day.
_MOST_LINKS = 5
#: Of two texts, the shorter is this share of the longer: nothing of its own is in either.
_THE_SAME = 0.9
FIRST = "the first of its thread"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a take belongs.

    Attributes:
        thread: the id of the thread that it joins; None where it begins one.
        reason: why, in words.
        links: threads that seem to tell of the same event, with why.
        older: takes of which this is a newer version.
        newest: whether no newer version of its item is kept.
    """

    thread: int | None
    reason: str
    links: tuple[tuple[int, str], ...] = ()
    older: tuple[int, ...] = ()
    newest: bool = True


def lineage_keys(row: dict[str, Any]) -> list[int]:
    """Keys of the item's own guid and of those that it says it replaces."""
    return [mark_of(["guid", guid]) for guid in dict.fromkeys([row["guid"], *row["replaces"]])]


def place_for(
    paper: int, row: dict[str, Any], marks: Marks, keys: Sequence[int], versioned: datetime
) -> Place:
    """Where a take belongs.

    Args:
        paper: the paper's id.
        row: its item, as in the design's JSON.
        marks, keys: what its text is compared and found by, its lineage's keys among them.
        versioned: when the agency made this version.
    """
    kin = [take for take in shelf.kin(paper, lineage_keys(row)) if _is_kin(row, take)]
    older = tuple(take.pk for take in kin if take.newest and not _is_later(row, take, versioned))
    newest = not any(_is_later(row, take, versioned) for take in kin)
    if kin:
        nearest = max(kin, key=lambda take: (take.guid == row["guid"], take.pk))
        return Place(nearest.thread, _of_kin(row, nearest, kin), (), older, newest)
    mine = marks.tokens
    alike = [
        (take, likeness(marks, unpacked(take.marks)))
        for take in shelf.near(paper, keys, _COMPARED)
        if may_be_alike(mine, tokens_in(take.marks))
    ]
    best = max(
        (one for one in alike if one[1].is_one_text and _is_headed(row, marks, *one)),
        key=_rank,
        default=None,
    )
    links = {take.thread: _seems(like) for take, like in alike if like.is_linked}
    if best is None:
        return Place(None, FIRST, tuple(links.items())[:_MOST_LINKS])
    take, like = best
    links.pop(take.thread, None)
    apart = _parted([take.thread, *links]) if links else set()
    kept = [(pk, why) for pk, why in links.items() if (take.thread, pk) not in apart]
    return Place(take.thread, f"{like.reason} of {_called(take)}", tuple(kept[:_MOST_LINKS]))


def _is_kin(row: dict[str, Any], take: Near) -> bool:
    """Whether the two are versions of one item."""
    mine: Iterable[str] = row["replaces"]
    return take.guid == row["guid"] or take.guid in mine or row["guid"] in take.replaces


def _is_later(row: dict[str, Any], take: Near, versioned: datetime) -> bool:
    """By the agency's own time, not by arrival, and not by version numbers, which need not follow
    one another (NewsML-G2, `versionCreated`); what replaces another is later whatever its time."""
    if take.guid == row["guid"]:
        return take.versioned > versioned
    return row["guid"] in take.replaces


def _of_kin(row: dict[str, Any], nearest: Near, kin: Sequence[Near]) -> str:
    if nearest.guid == row["guid"]:
        number = 1 + sum(take.guid == row["guid"] for take in kin)
        return f"take {number} of {row['headline'] or nearest.headline or nearest.guid}"
    if nearest.guid in row["replaces"]:
        return f"replaces {_called(nearest)}"
    return f"is replaced by {_called(nearest)}"


def _is_headed(row: dict[str, Any], marks: Marks, take: Near, like: Likeness) -> bool:
    """Whether what the shorter text is called speaks of the longer one, where that must be asked:
    what stands at the foot of everything may be all that a short take has."""
    if like.words >= SMALL or like.covers >= _THE_SAME:
        return True
    theirs = unpacked(take.marks)
    mine_is_short = marks.size <= theirs.size
    head, other = (row["headline"], theirs) if mine_is_short else (take.headline, marks)
    called = {token >> 2 for token in tokens_of(head or "")}
    return not called or any(token >> 2 in called for part in other.rows for token in part)


def _rank(one: tuple[Near, Likeness]) -> tuple[float, int]:
    take, like = one
    return like.rank, take.pk


def _called(take: Near) -> str:
    return f"{take.agency + ': ' if take.agency else ''}{take.headline or take.guid}"


def _seems(like: Likeness) -> str:
    if like.quotes:
        return "same quotation"
    if like.told >= LINK:
        return f"{round(100 * like.told)} % of what is told"
    return f"{like.common} names and numbers in common"


def _parted(threads: Sequence[int]) -> set[tuple[int, int]]:
    rows = Parting.objects.filter(one__in=threads, other__in=threads).values_list("one", "other")
    return {pair for one, other in rows for pair in ((one, other), (other, one))}


def join(take: Take, place: Place) -> None:
    """Put a take that was just kept into its thread: order, best version, size, links."""
    if place.older:
        Take.objects.filter(pk__in=place.older).update(newest=False)
    thread = take.thread_id
    if place.thread is None:
        shelf.begin_thread(thread, take.pk)
    else:
        shelf.join_thread(thread, best_head(thread) or take.pk, take.received)
    others = [(other, why) for other, why in place.links if other != thread]
    if others:
        Link.objects.bulk_create(
            [
                Link(one_id=min(thread, other), other_id=max(thread, other), reason=why[:200])
                for other, why in others
            ],
            ignore_conflicts=True,
        )
