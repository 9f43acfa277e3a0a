"""The lease in the database: of all processes on all machines, one does the clock's work."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from broadsheet.press.models import Lease

#: A holder that is silent for so long has lost it.
LIFE = timedelta(seconds=4)


def hold(name: str, holder: str) -> bool:
    """Take the lease, or prolong it; False while another holds it.

    Args:
        name: the job.
        holder: this process, unlike any other.
    """
    now = timezone.now()
    mine_or_free = Q(holder=holder) | Q(until__lte=now)
    # One statement: of two that try at once, the database lets one change the row.
    taken = Lease.objects.filter(mine_or_free, name=name).update(holder=holder, until=now + LIFE)
    return bool(taken) or _first(name, holder)


def _first(name: str, holder: str) -> bool:
    if Lease.objects.filter(name=name).exists():
        return False
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, holder=holder, until=timezone.now() + LIFE)
    except IntegrityError:
        return False
    return True


def give_back(name: str, holder: str) -> None:
    """Let the next one have it at once."""
    Lease.objects.filter(name=name, holder=holder).update(until=timezone.now())
