"""The newsroom passed on, to a real server on the loopback and back."""

from __future__ import annotations

import contextlib
import hashlib
import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from broadsheet.serve import pass_through
from broadsheet.serve.pass_through import PassThrough
from broadsheet.serve.ports import a_free_port


class Newsroom(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[dict[str, Any]] = []

    def do_GET(self) -> None:
        self._note(b"")
        if self.path.endswith("/slow/"):
            time.sleep(1.0)
        self._answer(b"news" * 50_000)

    def do_POST(self) -> None:
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers["Content-Length"]))
        self._note(body)
        self._answer(hashlib.sha256(body).hexdigest().encode(), 303)

    def _note(self, body: bytes) -> None:
        self.asked.append({"path": self.path, "length": len(body), **self.headers})

    def _answer(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Length", str(len(body))),
            ("Set-Cookie", "a=1"),
            ("Set-Cookie", "b=2"),
            ("Location", "/newsroom/x/"),
            ("Keep-Alive", "timeout=5"),
        ):
            self.send_header(name, value)
        self.end_headers()
        # The front may have given up waiting.
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def newsroom() -> Iterator[int]:
    """The port of a newsroom."""
    Newsroom.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newsroom)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


class Reader:
    """Asks the front."""

    def __init__(self, port: int) -> None:
        self.passing = PassThrough(
            self._else, port=port, token="secret", threads=2, most_bytes=30_000_000
        )
        self.status, self.headers = "", [("", "")]

    @staticmethod
    def _else(environ: Any, start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [b"the paper"]

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **extra: Any) -> bytes:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "HTTP_HOST": "paper.example",
            "REMOTE_ADDR": "203.0.113.9",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(body),
            **extra,
        }
        if body and "HTTP_TRANSFER_ENCODING" not in extra:
            environ["CONTENT_LENGTH"] = str(len(body))

        def start(status: str, headers: list[tuple[str, str]], exc: Any = None, /) -> Any:
            self.status, self.headers = status, headers

        answer = self.passing(environ, start)
        got = b"".join(answer)
        close = getattr(answer, "close", None)
        if close:
            close()
        return got


def test_only_the_newsroom_is_passed_on(newsroom: int) -> None:
    reader = Reader(newsroom)
    for path in ("/", "/newsroom", "/world/newsroom/", "/newsrooms/"):
        assert reader.ask(path) == b"the paper"
    assert Newsroom.asked == []


def test_address_query_and_who_asks_arrive_as_they_were(newsroom: int) -> None:
    reader = Reader(newsroom)
    path = "/newsroom/ü ?/".encode().decode("latin-1")
    reader.ask(path, QUERY_STRING="q=a%20b&c", HTTP_COOKIE="newsroom=x", HTTP_ACCEPT="text/html")
    [asked] = Newsroom.asked
    assert asked["path"] == "/newsroom/%C3%BC%20%3F/?q=a%20b&c"
    assert (asked["host"], asked["cookie"]) == ("paper.example", "newsroom=x")
    assert (asked["x-forwarded-for"], asked["x-forwarded-proto"]) == ("203.0.113.9", "https")
    assert asked["x-broadsheet-door"] == "secret"


def test_what_a_reader_says_in_the_fronts_name_is_overwritten(newsroom: int) -> None:
    Reader(newsroom).ask(
        "/newsroom/", HTTP_X_FORWARDED_FOR="6.6.6.6", HTTP_X_BROADSHEET_DOOR="guess"
    )
    [asked] = Newsroom.asked
    assert (asked["x-forwarded-for"], asked["x-broadsheet-door"]) == ("203.0.113.9", "secret")


def test_headers_of_the_connection_stay_behind_both_ways(newsroom: int) -> None:
    reader = Reader(newsroom)
    reader.ask(
        "/newsroom/",
        HTTP_CONNECTION="keep-alive, X-Mine",
        HTTP_X_MINE="1",
        HTTP_TE="trailers",
        HTTP_UPGRADE="websocket",
    )
    assert not {"x-mine", "te", "upgrade"} & {name.lower() for name in Newsroom.asked[0]}
    assert not {"keep-alive", "connection"} & {name.lower() for name, _ in reader.headers}


def test_the_answer_comes_back_whole_with_each_cookie(newsroom: int) -> None:
    reader = Reader(newsroom)
    assert reader.ask("/newsroom/") == b"news" * 50_000
    assert reader.status == "200 OK"
    assert [value for name, value in reader.headers if name == "Set-Cookie"] == ["a=1", "b=2"]


def test_a_redirect_is_handed_back_and_not_followed(newsroom: int) -> None:
    reader = Reader(newsroom)
    reader.ask("/newsroom/", "POST", b"x=1")
    assert reader.status.startswith("303")
    assert ("Location", "/newsroom/x/") in reader.headers
    assert len(Newsroom.asked) == 1


@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_upload_arrives_whole(newsroom: int, chunked: bool) -> None:
    body = bytes(range(256)) * 40_000
    extra = {"HTTP_TRANSFER_ENCODING": "chunked"} if chunked else {}
    got = Reader(newsroom).ask("/newsroom/", "POST", body, CONTENT_TYPE="image/png", **extra)
    assert got == hashlib.sha256(body).hexdigest().encode()
    assert Newsroom.asked[0]["content-type"] == "image/png"


def test_too_large_an_upload_is_refused_before_it_is_read(newsroom: int) -> None:
    reader = Reader(newsroom)
    reader.passing.most_bytes = 10
    words = reader.ask("/newsroom/", "POST", b"x" * 11)
    assert reader.status.startswith("413")
    assert b"Send a smaller file" in words
    assert Newsroom.asked == []


def test_a_newsroom_that_is_down_is_said_in_plain_words() -> None:
    reader = Reader(a_free_port())
    words = reader.ask("/newsroom/")
    assert reader.status == "502 Bad Gateway"
    assert b"starts again by itself" in words
    assert ("Cache-Control", "no-store") in reader.headers


def test_a_newsroom_that_takes_too_long_is_said_in_plain_words(
    newsroom: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pass_through, "READ", 0.2)
    reader = Reader(newsroom)
    words = reader.ask("/newsroom/slow/")
    assert reader.status == "504 Gateway Timeout"
    assert b"look before" in words
