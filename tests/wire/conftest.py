"""A publisher's server for the tests of polls."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.wire.test_keeping import take


class House:
    """A publisher's server, which answers as it is told and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status, self.data = 200, take()
        self.headers: dict[str, str] = {}
        self.drip = 0.0
        self.paths: dict[str, tuple[int, str]] = {}
        house = self

        class Door(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                house.asked.append({name.lower(): value for name, value in self.headers.items()})
                status = house.status
                if self.path in house.paths:
                    status, target = house.paths[self.path]
                    house.headers = {"Location": target}
                if house.headers.get("ETag") and house.headers["ETag"] == self.headers.get(
                    "If-None-Match"
                ):
                    status = 304
                self.send_response(status)
                for name, value in house.headers.items():
                    self.send_header(name, value)
                body = b"" if status == 304 else house.data
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                for piece in (body[i : i + 1] for i in range(len(body))) if house.drip else (body,):
                    with contextlib.suppress(OSError):
                        self.wfile.write(piece)
                        self.wfile.flush()
                    time.sleep(house.drip)

            def log_message(self, *words: Any) -> None:
                """A test's server keeps silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/feed"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def house() -> Iterator[House]:
    """A publisher's server on this machine."""
    made = House()
    yield made
    made.server.shutdown()
    made.server.server_close()
