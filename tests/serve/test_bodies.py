"""Whoever sends slowly does not close the paper to readers."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from broadsheet.serve.bodies import Bodies


def ask(app: Bodies, **environ: str) -> str:
    """The status of one request."""
    said: list[str] = []

    def start(status: str, headers: list[tuple[str, str]], exc: Any = None, /) -> Any:
        said.append(status)

    list(app({"REQUEST_METHOD": "GET", **environ}, start))
    return said[0]


def test_slow_senders_take_half_the_threads_and_readers_are_served_meanwhile() -> None:
    waiting, go_on = threading.Semaphore(0), threading.Event()

    def slow(environ: Any, start_response: Any) -> list[bytes]:
        if environ.get("CONTENT_LENGTH"):
            waiting.release()
            go_on.wait(10)
        start_response("200 OK", [])
        return [b""]

    app = Bodies(slow, threads=4)
    senders = [
        threading.Thread(target=ask, args=(app,), kwargs={"CONTENT_LENGTH": "50"}) for _ in range(2)
    ]
    for sender in senders:
        sender.start()
        assert waiting.acquire(timeout=10)
    assert ask(app) == "200 OK"
    assert ask(app, CONTENT_LENGTH="50") == "503 Service Unavailable"
    assert ask(app, HTTP_TRANSFER_ENCODING="chunked") == "503 Service Unavailable"
    go_on.set()
    for sender in senders:
        sender.join()
    assert ask(app, CONTENT_LENGTH="50") == "200 OK"


def test_a_sender_that_fails_gives_its_place_back() -> None:
    def broken(environ: Any, start_response: Any) -> list[bytes]:
        raise OSError("gone")

    app = Bodies(broken, threads=2)
    for _ in range(3):
        with pytest.raises(OSError, match="gone"):
            ask(app, CONTENT_LENGTH="1")
    assert app.places.acquire(blocking=False)
