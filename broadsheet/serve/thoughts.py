"""Agencies' second thoughts, once a second: followed, acted on when their time runs out, told."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import Error, connection

from broadsheet.paper.from_wire import notices
from broadsheet.paper.from_wire.following import Follower, act_when_due

log = logging.getLogger(__name__)


class SecondThoughts:
    """Follows what waits. Mail and web hooks go out beside it: a mail server that does not answer
    must not hold a kill up."""

    def __init__(self) -> None:
        self.follower = Follower()
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="notices")
        self.sending: Future[None] | None = None
        self.lock = threading.Lock()

    def turn(self) -> int:
        """Do what waits; gives how many takes were followed."""
        done = self.follower.turn()
        act_when_due()
        with self.lock:
            free = self.sending is None or self.sending.done()
            if free and notices.are_waiting():
                self.sending = self.pool.submit(_send)
        return done

    def end(self) -> None:
        """Begin nothing more, and wait for what was begun."""
        self.pool.shutdown(wait=True, cancel_futures=True)


def _send() -> None:
    try:
        notices.send_waiting()
    except Error as error:
        log.warning("notices wait for the database: %s", error)
    finally:
        # The thread's own; there is seldom anything to send.
        connection.close()
