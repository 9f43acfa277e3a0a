"""The scheduler: once a second, publishes what is due, asks the wires that are due and follows
agencies' second thoughts; once an hour, tidies up. Of several, the one that holds the lease works."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
import time

import django

log = logging.getLogger(__name__)
EVERY = 1.0
CHORES_EVERY = 3600.0
LEASE = "scheduler"


def run() -> None:
    """Work until told to stop."""
    django.setup()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    Scheduler().work_until(stop)


class Scheduler:
    """One of possibly several; see `turn`."""

    def __init__(self) -> None:
        from broadsheet.serve.due import Due
        from broadsheet.serve.thoughts import SecondThoughts
        from broadsheet.wire.coming.due import Coming

        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.due = Due()
        self.coming = Coming()
        self.thoughts = SecondThoughts()
        self.chores_at = 0.0

    def work_until(self, stop: threading.Event) -> None:
        """Take a turn each second; give the lease back at the end."""
        from django.db import Error, close_old_connections

        from broadsheet.serve import lease

        while not stop.is_set():
            close_old_connections()
            try:
                self.turn()
            except Error as error:
                log.warning("the scheduler waits for the database: %s", error)
            stop.wait(EVERY)
        self.coming.end()
        self.thoughts.end()
        try:
            lease.give_back(LEASE, self.name)
        except Error as error:
            log.warning("the scheduler's lease runs out by itself: %s", error)

    def turn(self) -> bool:
        """Do what the clock asks for, if the lease is ours; gives whether it is."""
        from broadsheet.serve import chores, lease

        if not lease.hold(LEASE, self.name):
            return False
        # Take-downs first: nothing is published that an agency has just taken back.
        self.thoughts.turn()
        self.due.do()
        self.coming.turn()
        if time.monotonic() >= self.chores_at:
            self.chores_at = time.monotonic() + CHORES_EVERY
            chores.do_all()
        return True
