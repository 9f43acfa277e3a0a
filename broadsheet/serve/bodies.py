"""Keeps threads free for readers: of those who send something, only half the threads wait at once.

A request whose body comes slowly, or never, holds its thread while it is read. Without this, as
many such senders as there are threads would close the paper to everybody.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

BUSY = b"Too many are sending at once. What you wrote is still in your browser: go back, and send it again in a moment.\n"


class Bodies:
    """WSGI middleware.

    Args:
        threads: how many the process has.
    """

    def __init__(self, application: WSGIApplication, threads: int) -> None:
        self.application = application
        self.places = threading.BoundedSemaphore(max(1, threads // 2))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not _sends(environ):
            return self.application(environ, start_response)
        if not self.places.acquire(blocking=False):
            headers = [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "5")]
            start_response("503 Service Unavailable", headers)
            return [BUSY]
        try:
            # The body is read before the answer begins; how slowly that is taken holds no place.
            return self.application(environ, start_response)
        finally:
            self.places.release()


def _sends(environ: WSGIEnvironment) -> bool:
    length = str(environ.get("CONTENT_LENGTH") or "0")
    return length != "0" or "HTTP_TRANSFER_ENCODING" in environ
