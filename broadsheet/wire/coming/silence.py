"""Wires that have fallen silent, and those that bring takes again: each said once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from broadsheet.wire.models import Wire
from broadsheet.wire.signals import wire_back, wire_silent

log = logging.getLogger(__name__)
#: Since when it is known to be silent, and since when it is looked at; both ISO 8601.
SINCE, WATCHED = "silent_since", "watched_since"


def silent(wire: Wire, now: datetime | None = None) -> bool:
    """Whether a wire has brought nothing for longer than its owner finds usual, counted from when
    it was switched on at the earliest."""
    last = _last(wire)
    if not wire.working or not wire.silent_after or last is None:
        return False
    return (now or timezone.now()) - last > timedelta(minutes=wire.silent_after)


def silent_since(wire: Wire) -> datetime | None:
    """Since when a wire is silent, as it was said; None when it is not."""
    said = wire.remembered.get(SINCE)
    return datetime.fromisoformat(said) if said else None


def _last(wire: Wire) -> datetime | None:
    watched = wire.remembered.get(WATCHED)
    times = [wire.last_take, datetime.fromisoformat(watched) if watched else None]
    return max((moment for moment in times if moment is not None), default=None)


def watch(now: datetime | None = None) -> int:
    """Look at every wire; gives how many fell silent or came back. What listens to the signals does
    so in the transaction that remembers it, so that each is told once."""
    now = now or timezone.now()
    changed = 0
    for wire in Wire.objects.all():
        known, is_now = SINCE in wire.remembered, silent(wire, now)
        if known != is_now or _is_new(wire) or _is_no_longer(wire):
            changed += _turn(wire.pk, now)
    return changed


def _is_new(wire: Wire) -> bool:
    """Whether its watch begins: it was added, switched on, or given a limit."""
    return bool(wire.working and wire.silent_after and WATCHED not in wire.remembered)


def _is_no_longer(wire: Wire) -> bool:
    return WATCHED in wire.remembered and not (wire.working and wire.silent_after)


@transaction.atomic
def _turn(pk: int, now: datetime) -> bool:
    wire = Wire.objects.select_for_update().filter(pk=pk).first()
    if wire is None:
        return False
    known = wire.remembered.get(SINCE)
    kept = {key: value for key, value in wire.remembered.items() if key not in {SINCE, WATCHED}}
    if wire.working and wire.silent_after:
        kept[WATCHED] = wire.remembered.get(WATCHED) or now.isoformat()
    wire.remembered = kept
    is_now = silent(wire, now)
    if is_now:
        kept[SINCE] = known or now.isoformat()
    wire.save(update_fields=["remembered"])
    if bool(known) == is_now:
        return False
    if is_now:
        log.warning("wire %s is silent: it has brought nothing since %s", wire.name, _last(wire))
        wire_silent.send(Wire, wire=wire, last=wire.last_take)
    else:
        log.info("wire %s is no longer silent", wire.name)
        wire_back.send(Wire, wire=wire)
    return True
