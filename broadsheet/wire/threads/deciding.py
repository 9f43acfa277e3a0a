"""What an editor decides on threads: these takes are other news, these threads are one. Remembered,
and taken back as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from broadsheet.wire.models import Decision, Link, Parting, Take, Thread
from broadsheet.wire.signals import threads_changed
from broadsheet.wire.threads.best import settle


class CannotSplitError(Exception):
    """The takes that were chosen cannot be a thread of their own. Says why."""


@transaction.atomic
def split(takes: Sequence[Take], user: Any) -> Thread:
    """Give takes a thread of their own, with all versions of their items, so that the next version
    follows them; gives that thread.

    Args:
        user: who decides; of whatever room users are.

    Raises:
        CannotSplitError: they are of several threads, or all that their thread has.
    """
    threads = {take.thread_id for take in takes}
    if len(threads) != 1:
        raise CannotSplitError("Choose takes of one thread.")
    thread = _locked(threads)[0]
    items = {take.guid for take in takes}
    moving = Take.objects.filter(thread=thread, guid__in=items)
    ids = list(moving.values_list("pk", flat=True))
    if len(ids) == Take.objects.filter(thread=thread).count():
        raise CannotSplitError("That is the whole thread: leave a take in it.")
    made = Thread.objects.create(
        paper_id=thread.paper_id, began=thread.began, latest=thread.latest, size=0
    )
    moving.update(thread=made)
    Parting.objects.get_or_create(one=thread, other=made, defaults={"by": user})
    _recount([thread, made])
    Decision.objects.create(
        paper_id=thread.paper_id, kind=Decision.Kind.SPLIT, thread=thread, other=made,
        takes=ids, by=user,
    )  # fmt: skip
    threads_changed.send(Thread, threads=[thread, made])
    return made


@transaction.atomic
def join(threads: Iterable[Thread], user: Any) -> Thread:
    """Make one thread of several; gives the one that stands, the oldest of them. The others keep
    their addresses, and lead to it."""
    found = _locked({thread.pk for thread in map(standing, threads)})
    stands, others = found[0], found[1:]
    if not all(thread.spiked for thread in found):
        # What one of them tells is wanted.
        stands.spiked, stands.spiked_by, stands.spiked_why = None, None, ""
        stands.save(update_fields=["spiked", "spiked_by", "spiked_why"])
    for other in others:
        moving = Take.objects.filter(thread=other)
        ids = list(moving.values_list("pk", flat=True))
        moving.update(thread=stands)
        _let_meet(stands, other)
        Thread.objects.filter(pk=other.pk).update(gone_into=stands, size=0, best=None)
        if stands.taken_by_id is None and other.taken_by_id is not None:
            stands.taken_by_id, stands.taken = other.taken_by_id, other.taken
            stands.save(update_fields=["taken_by", "taken"])
        Decision.objects.create(
            paper_id=stands.paper_id, kind=Decision.Kind.JOIN, thread=stands, other=other,
            takes=ids, by=user,
        )  # fmt: skip
    _recount([stands])
    if others:
        threads_changed.send(Thread, threads=found)
    return stands


@transaction.atomic
def take_back(decision: Decision, user: Any) -> None:
    """Undo what was decided; to undo it twice has no effect. Versions that came since go with the
    items that they are of."""
    mine = Decision.objects.filter(pk=decision.pk, taken_back=None)
    if not mine.update(taken_back=timezone.now()):
        return
    thread, other = _locked_in_order(decision.thread_id, decision.other_id)
    # What was decided since stands: it may have brought either of the two into another thread.
    holds, held = standing(thread), standing(other)
    guids = set(Take.objects.filter(pk__in=decision.takes).values_list("guid", flat=True))
    if decision.kind == Decision.Kind.JOIN:
        Take.objects.filter(thread=holds, guid__in=guids).update(thread=other)
        Thread.objects.filter(pk=other.pk).update(gone_into=None)
        _recount([holds, other])
    elif held != holds:
        moving = Take.objects.filter(thread=held)
        (moving if held == other else moving.filter(guid__in=guids)).update(thread=holds)
        if held == other:
            _let_meet(holds, other)
            Thread.objects.filter(pk=other.pk).update(gone_into=holds, size=0, best=None)
        _recount([holds, held] if held != other else [holds])
    threads_changed.send(Thread, threads=list({holds, held, other}))


def standing(thread: Thread) -> Thread:
    """The thread itself, or the one that it has gone into."""
    seen = {thread.pk}
    while thread.gone_into_id is not None and thread.gone_into_id not in seen:
        seen.add(thread.gone_into_id)
        thread = Thread.objects.get(pk=thread.gone_into_id)
    return thread


def _locked(ids: Iterable[int]) -> list[Thread]:
    """Threads, the oldest first; of two editors at one moment the second waits here."""
    return list(Thread.objects.select_for_update().filter(pk__in=list(ids)).order_by("pk"))


def _locked_in_order(one: int, other: int) -> tuple[Thread, Thread]:
    found = {thread.pk: thread for thread in _locked([one, other])}
    return found[one], found[other]


def _let_meet(stands: Thread, gone: Thread) -> None:
    """Nothing holds the two apart any more, and what was linked with one is linked with both."""
    pair = Q(one=stands, other=gone) | Q(one=gone, other=stands)
    Parting.objects.filter(pair).delete()
    Link.objects.filter(pair).delete()
    for link in Link.objects.filter(Q(one=gone) | Q(other=gone)):
        far = link.other_id if link.one_id == gone.pk else link.one_id
        one, other = min(far, stands.pk), max(far, stands.pk)
        Link.objects.get_or_create(one_id=one, other_id=other, defaults={"reason": link.reason})
        link.delete()


def _recount(threads: Iterable[Thread]) -> None:
    for thread in threads:
        settle(thread)
