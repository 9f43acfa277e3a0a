"""Which wires are due, and asking them side by side: a slow one holds no other up."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import Error, close_old_connections
from django.db.models import Q
from django.utils import timezone

from broadsheet.wire.coming import drops, folders, mailbox, polling, silence
from broadsheet.wire.coming.noting import note
from broadsheet.wire.coming.silence import silent as silent
from broadsheet.wire.models import Wire
from broadsheet.wire.threads.best import embargoes_ended

log = logging.getLogger(__name__)
AT_ONCE = 8
#: A folder is looked into so often; asking the disk costs nothing worth sparing.
FOLDER_EVERY = timedelta(seconds=2)
AFTER_A_FAULT = timedelta(minutes=10)
#: Seconds that a wire rests when the database did not take what it brought: its house must not
#: pay for our trouble with a question a second.
REST = 30.0
#: Seconds between two looks for wires that have fallen silent.
WATCH_EVERY = 15.0
#: Embargoes that ended so long ago have been seen, unless nothing ran since.
EMBARGOES_OF = timedelta(days=2)


class Coming:
    """Asks the wires that are due, each at most once at a time."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="wire")
        self.asked: set[int] = set()
        self.resting: dict[int, float] = {}
        self.lock = threading.Lock()
        self.watched_at = 0.0

    def turn(self) -> int:
        """Begin to ask what is due; gives how many. Returns at once."""
        begun = 0
        for wire in due():
            with self.lock:
                if wire.pk in self.asked or time.monotonic() < self.resting.get(wire.pk, 0.0):
                    continue
                self.asked.add(wire.pk)
            self.pool.submit(self._ask, wire.pk)
            begun += 1
        if time.monotonic() >= self.watched_at:
            self.watched_at = time.monotonic() + WATCH_EVERY
            silence.watch()
            embargoes_ended(timezone.now() - EMBARGOES_OF)
        return begun

    def _ask(self, pk: int) -> None:
        rest = REST
        try:
            if ask(pk) is not None:
                rest = 0.0
        finally:
            with self.lock:
                self.asked.discard(pk)
                self.resting.pop(pk, None)
                if rest:
                    self.resting[pk] = time.monotonic() + rest

    def end(self) -> None:
        """Begin nothing more, and wait for what was begun."""
        self.pool.shutdown(wait=True, cancel_futures=True)


def due() -> list[Wire]:
    """The wires whose time has come."""
    now = timezone.now()
    asked = Q(kind__in=("poll", "mailbox")) & (Q(next_poll=None) | Q(next_poll__lte=now))
    looks = Q(kind="folder") & (Q(last_asked=None) | Q(last_asked__lte=now - FOLDER_EVERY))
    return list(Wire.objects.filter(asked | looks, working=True).only("pk"))


def way_of(wire: Wire) -> Callable[[Wire], int] | None:
    """How a wire is asked; None for one to which takes are sent, or put in by hand."""
    if wire.kind == Wire.Kind.POLL:
        web = wire.address.lower().startswith(("http://", "https://"))
        return polling.poll if web else drops.look
    return {"folder": folders.look, "mailbox": mailbox.look}.get(wire.kind)


def ask(pk: int) -> int | None:
    """Ask one wire; gives how many takes were new, or None when the database refused. Whatever goes
    wrong stops no other wire."""
    close_old_connections()
    try:
        wire = Wire.objects.select_related("paper", "agency").get(pk=pk)
        way = way_of(wire)
        return way(wire) if way else 0
    except Wire.DoesNotExist:
        # Removed since it was due.
        return 0
    except Error as error:
        log.warning("wire %s waits for the database: %s", pk, error)
        return None
    except Exception as error:
        log.exception("wire %s failed", pk)
        _say_fault(wire, error)
        return 0
    finally:
        close_old_connections()


def _say_fault(wire: Wire, error: Exception) -> None:
    now = timezone.now()
    try:
        note(
            wire, error=f"it failed inside: {type(error).__name__}: {error}", last_asked=now,
            next_poll=now + AFTER_A_FAULT,
        )  # fmt: skip
    except Error as busy:
        log.warning("wire %s waits for the database: %s", wire.pk, busy)
