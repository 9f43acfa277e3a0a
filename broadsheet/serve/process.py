"""`python -m broadsheet.serve.process NAME`: one child of the supervisor."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from broadsheet import config
from broadsheet.serve import door, lifeline

#: Seconds that a web process may take over its last answers when it is told to stop.
LAST_ANSWERS = 3


def front() -> None:
    """The public port."""
    settings = config.load(config.find_folder(None))
    _web("broadsheet.serve.front:start", settings.host, settings.port, settings)


def newsroom() -> None:
    """The newsroom's port on the loopback."""
    settings = config.load(config.find_folder(None))
    port = int(os.environ[door.PORT])
    _web("broadsheet.serve.newsroom:start", "127.0.0.1", port, settings)


def worker() -> None:
    """What is done in the background."""
    from broadsheet.serve.worker import run

    run()


def scheduler() -> None:
    """What is done by the clock."""
    from broadsheet.serve.scheduler import run

    run()


def _web(target: str, address: str, port: int, settings: config.Config) -> None:
    # granian copies the environment into every request, where HTTP_* would pass for headers.
    for name in [name for name in os.environ if name.startswith("HTTP_")]:
        del os.environ[name]
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    Granian(
        target,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=settings.threads,
        http=HTTPModes.http1,
        websockets=False,
        factory=True,
        # Its warnings are advice on how to set it up; that is our business, not the owner's.
        log_level=LogLevels.error,
        workers_kill_timeout=LAST_ANSWERS,
    ).serve()


CHILDREN: dict[str, Callable[[], None]] = {
    "front": front,
    "newsroom": newsroom,
    "worker": worker,
    "scheduler": scheduler,
}

if __name__ == "__main__":
    lifeline.hold()
    CHILDREN[sys.argv[1]]()
