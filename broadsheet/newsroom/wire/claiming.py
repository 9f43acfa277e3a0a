"""Who has a thread, and what nobody wants. Each change is one conditional statement, so that of two
who press a button at one moment one has it and the other is told."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone
from wagtail.models import Site

from broadsheet.staff.models import User
from broadsheet.wire.models import Thread

WHY_MOST = 300


def take(thread: Thread, user: User, *, instead_of: User | None = None) -> bool:
    """Take a thread; whether it is theirs now.

    Args:
        instead_of: who has it, where it is taken over knowingly.
    """
    free = Thread.objects.filter(pk=thread.pk, taken_by=instead_of)
    if free.update(taken_by=user, taken=timezone.now()):
        return True
    return Thread.objects.filter(pk=thread.pk, taken_by=user).exists()


def give_back(thread: Thread, user: User) -> bool:
    """Let a thread go that is one's own; whether it was."""
    mine = Thread.objects.filter(pk=thread.pk, taken_by=user)
    return bool(mine.update(taken_by=None, taken=None))


def spike(paper: Site, threads: Collection[int], user: User, why: str) -> list[int]:
    """Put threads out of sight, with the reason; those that were not spiked before."""
    open_ones = Thread.objects.filter(paper=paper, pk__in=threads, spiked=None)
    found = list(open_ones.values_list("pk", flat=True))
    moment = timezone.now()
    Thread.objects.filter(pk__in=found, spiked=None).update(
        spiked=moment, spiked_by=user, spiked_why=why[:WHY_MOST]
    )
    now = Thread.objects.filter(pk__in=found, spiked=moment, spiked_by=user)
    return list(now.values_list("pk", flat=True))


def unspike(paper: Site, threads: Collection[int]) -> int:
    """Bring spiked threads back; how many."""
    spiked = Thread.objects.filter(paper=paper, pk__in=threads, spiked__isnull=False)
    return spiked.update(spiked=None, spiked_by=None, spiked_why="")
