"""The worker: does the tasks that were put into the database's queue, and has the copy desk read what
came over the wires beside them."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from os import getpid
from types import FrameType

import django
from django.conf import settings


def run() -> None:
    """Work until told to stop; a task that has begun is finished first."""
    django.setup()
    # Loaded late: these are models.
    from django_tasks_db.management.commands.db_worker import Worker

    from broadsheet.wire.reading.desk import Desk

    class QuietWorker(Worker):
        """Stops without a warning: being stopped is no fault."""

        def shutdown(self, signum: int, frame: FrameType | None) -> None:
            self.running = False
            if not self.running_task:
                sys.exit(0)

    for name in ("django_tasks", "django_tasks_db"):
        logging.getLogger(name).setLevel(logging.WARNING)
    worker = QuietWorker(
        queue_names=["*"],
        interval=1,
        batch=False,
        backend_name=next(iter(settings.TASKS)),
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:40]}-{getpid()}",
        excluded_queue_names=[],
    )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, worker.shutdown)
    desk = Desk()
    desk.begin()
    try:
        worker.run()
    finally:
        desk.end()
