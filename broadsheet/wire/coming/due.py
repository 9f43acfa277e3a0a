"""Which wires are due, and asking them side by side: a slow one holds no other up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import Error, close_old_connections
from django.db.models import Q
from django.utils import timezone

from broadsheet.wire.coming import folders, polling
from broadsheet.wire.models import Wire

log = logging.getLogger(__name__)
AT_ONCE = 8
#: A folder is looked into so often; asking the disk costs nothing worth sparing.
FOLDER_EVERY = timedelta(seconds=2)
_WAYS: dict[str, Callable[[Wire], int]] = {"poll": polling.poll, "folder": folders.look}


class Coming:
    """Asks the wires that are due, each at most once at a time."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="wire")
        self.asked: set[int] = set()
        self.lock = threading.Lock()

    def turn(self) -> int:
        """Begin to ask what is due; gives how many. Returns at once."""
        begun = 0
        for wire in due():
            with self.lock:
                if wire.pk in self.asked:
                    continue
                self.asked.add(wire.pk)
            self.pool.submit(self._ask, wire.pk)
            begun += 1
        return begun

    def _ask(self, pk: int) -> None:
        try:
            ask(pk)
        finally:
            with self.lock:
                self.asked.discard(pk)

    def end(self) -> None:
        """Begin nothing more, and wait for what was begun."""
        self.pool.shutdown(wait=True, cancel_futures=True)


def due() -> list[Wire]:
    """The wires whose time has come."""
    now = timezone.now()
    polls = Q(kind="poll") & (Q(next_poll=None) | Q(next_poll__lte=now))
    looks = Q(kind="folder") & (Q(last_asked=None) | Q(last_asked__lte=now - FOLDER_EVERY))
    return list(Wire.objects.filter(polls | looks, working=True))


def ask(pk: int) -> int:
    """Ask one wire; gives how many takes were new. Whatever goes wrong stops no other wire."""
    close_old_connections()
    try:
        wire = Wire.objects.select_related("paper", "agency").get(pk=pk)
        return _WAYS[wire.kind](wire)
    except Error as error:
        log.warning("wire %s waits for the database: %s", pk, error)
    except Exception as error:
        log.exception("wire %s failed", pk)
        Wire.objects.filter(pk=pk).update(
            error=f"it failed inside: {type(error).__name__}: {error}",
            next_poll=timezone.now() + polling.LONGEST / 36,
            last_asked=timezone.now(),
        )
    finally:
        close_old_connections()
    return 0


def silent(wire: Wire) -> bool:
    """Whether a wire has brought nothing for longer than its owner finds usual."""
    if not wire.working or not wire.silent_after or wire.last_take is None:
        return False
    return timezone.now() - wire.last_take > timedelta(minutes=wire.silent_after)
