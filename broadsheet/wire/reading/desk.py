"""The copy desk at work beside the tasks: a thread that reads whatever waits."""

from __future__ import annotations

import logging
import threading

from django.db import Error, close_old_connections

from broadsheet.wire.reading.queue import read_some

log = logging.getLogger(__name__)
#: Seconds between looks while nothing waits.
IDLE = 1.0


class Desk:
    """Reads until it is told to stop. What it has begun it gives up: it is read again."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        # The process may end in the middle of a long text; nothing is lost by that.
        self.thread = threading.Thread(target=self._work, name="copy desk", daemon=True)

    def begin(self) -> None:
        """Start reading."""
        self.thread.start()

    def end(self) -> None:
        """Begin nothing more."""
        self.stopping.set()

    def _work(self) -> None:
        while not self.stopping.is_set():
            close_old_connections()
            if not self._turn():
                self.stopping.wait(IDLE)
        close_old_connections()

    def _turn(self) -> int:
        try:
            return read_some()
        except Error as error:
            log.warning("the copy desk waits for the database: %s", error)
        except Exception:
            log.exception("the copy desk stumbled; it goes on in a second")
        return 0
