"""Children never outlive their parent, even if it is killed: each holds a pipe (or, in a granian
worker, the parent's sentinel) that ends when the parent does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time

#: Seconds from the parent's end to our own, whatever we are doing.
GRACE = 4.0


def hold() -> None:
    """Watch from now on; end this process soon after its parent has ended."""
    threading.Thread(target=_watch, name="lifeline", daemon=True).start()


def _watch() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    else:
        # The supervisor holds the other end of stdin and never writes to it.
        while os.read(sys.stdin.fileno(), 1024):
            continue
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)
