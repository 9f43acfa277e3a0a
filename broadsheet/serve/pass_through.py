"""Hands everything under /newsroom/ to the newsroom's process, and its answer back, as it comes.

Readers and staff use one port; but the newsroom's work is done beside the readers', so that a
long save never keeps a reader waiting.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import IO, Any, cast
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TooLongError

from broadsheet.serve import door
from broadsheet.serve.plain import page

log = logging.getLogger(__name__)
PREFIX = "/newsroom/"
#: Seconds to reach the process, and between two pieces of its answer (a large picture is worked
#: on for a while before the first).
CONNECT, READ = 3.0, 120.0
PIECE = 64 * 1024
#: Headers of one connection, not of the message (RFC 9110, 7.6.1).
HOP_BY_HOP = frozenset(
    (
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    )
)


class PassThrough:
    """WSGI middleware.

    Args:
        port: the loopback port of the newsroom's process.
        token: shown to its door.
        most_bytes: the largest upload; more is refused before it is read.
    """

    def __init__(
        self,
        application: WSGIApplication,
        *,
        port: int,
        token: str,
        threads: int,
        most_bytes: int,
    ) -> None:
        self.application, self.token, self.most_bytes = application, token, most_bytes
        self.pool = urllib3.HTTPConnectionPool(
            "127.0.0.1",
            port,
            maxsize=threads,
            retries=False,
            timeout=urllib3.Timeout(connect=CONNECT, read=READ),
        )

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if not path.startswith(PREFIX):
            return self.application(environ, start_response)
        if _length(environ) > self.most_bytes:
            megabytes = self.most_bytes // 1_000_000
            words = f"At most {megabytes} megabytes are accepted at once. Send a smaller file."
            status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            return page(start_response, status, "That file is too large", words)
        try:
            answer = self._ask(environ)
        except TooLongError as error:
            if not isinstance(error, NewConnectionError):
                log.warning("the newsroom did not answer %s in time", path)
                return page(start_response, HTTPStatus.GATEWAY_TIMEOUT, *_TOO_LONG)
            return page(start_response, HTTPStatus.BAD_GATEWAY, *_DOWN)
        except (HTTPError, OSError) as error:
            log.warning("the newsroom's process does not answer: %s", error)
            return page(start_response, HTTPStatus.BAD_GATEWAY, *_DOWN, [("Retry-After", "5")])
        start_response(f"{answer.status} {answer.reason or ''}".strip(), _answer_headers(answer))
        return Pieces(answer)

    def _ask(self, environ: WSGIEnvironment) -> urllib3.BaseHTTPResponse:
        method = str(environ["REQUEST_METHOD"])
        try:
            return self._send(method, environ)
        except (TooLongError, NewConnectionError):
            raise
        except HTTPError:
            # A kept connection that the other side closed at this very moment. What changes
            # nothing may be asked again; what might have been done already may not.
            if method not in {"GET", "HEAD"}:
                raise
            return self._send(method, environ)

    def _send(self, method: str, environ: WSGIEnvironment) -> urllib3.BaseHTTPResponse:
        body = cast(IO[bytes], environ["wsgi.input"]) if _has_body(environ) else None
        return self.pool.urlopen(
            method,
            _target(environ),
            body=body,
            headers=self._headers(environ),
            redirect=False,
            preload_content=False,
            decode_content=False,
            assert_same_host=False,
            chunked=body is not None and not environ.get("CONTENT_LENGTH"),
        )

    def _headers(self, environ: WSGIEnvironment) -> dict[str, str]:
        named = str(environ.get("HTTP_CONNECTION", "")).lower()
        dropped = HOP_BY_HOP | {name.strip() for name in named.split(",")}
        headers = {}
        for key, value in environ.items():
            if key.startswith("HTTP_"):
                name = key[5:].replace("_", "-").lower()
                if name not in dropped:
                    headers[name] = str(value)
        for key, name in (("CONTENT_TYPE", "content-type"), ("CONTENT_LENGTH", "content-length")):
            if environ.get(key):
                headers[name] = str(environ[key])
        headers.setdefault("accept-encoding", "identity")
        headers.setdefault("user-agent", urllib3.util.SKIP_HEADER)
        headers["x-forwarded-for"] = str(environ.get("REMOTE_ADDR", ""))
        headers["x-forwarded-proto"] = str(environ.get("wsgi.url_scheme", "http"))
        headers["x-forwarded-host"] = str(environ.get("HTTP_HOST", ""))
        headers[door.HEADER.lower()] = self.token
        return headers


class Pieces:
    """The answer, piece by piece; the connection goes back to the pool at the end."""

    def __init__(self, answer: urllib3.BaseHTTPResponse) -> None:
        self.answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.answer.stream(PIECE, decode_content=False)
        finally:
            self.close()

    def close(self) -> None:
        """Called by the server, also when the reader has gone in the middle."""
        if not self.answer.closed:
            self.answer.close()
        self.answer.release_conn()


def _length(environ: WSGIEnvironment) -> int:
    text = str(environ.get("CONTENT_LENGTH") or "0")
    return int(text) if text.isdecimal() else 0


def _has_body(environ: WSGIEnvironment) -> bool:
    return _length(environ) > 0 or "HTTP_TRANSFER_ENCODING" in environ


def _target(environ: WSGIEnvironment) -> str:
    # PATH_INFO is decoded, its bytes kept in Latin-1 (PEP 3333).
    path = quote(str(environ["PATH_INFO"]).encode("latin-1"), safe="/:@!$&'()*+,;=~-._")
    query = str(environ.get("QUERY_STRING", ""))
    return f"{path}?{query}" if query else path


def _answer_headers(answer: Any) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, value in answer.headers.iteritems()
        if name.lower() not in HOP_BY_HOP
    ]


_DOWN = (
    "The newsroom is not there at the moment",
    """Readers still get the paper. The newsroom's process starts again by itself within seconds:
    load this page again. If it stays away, what <code>broadsheet serve</code> prints says why.""",
)
_TOO_LONG = (
    "The newsroom takes too long",
    """It did not answer within two minutes. What you sent may still have been done: look before
    you send it again.""",
)
