"""The press as readers meet it: WSGI middleware around Django that sends the sheet from disk, and
has Django print it when there is none of this generation.

It knows nothing of stories: it keeps what says `Cache-Control: public` and sets no cookie.
A page is printed for nobody in particular: no cookie, no query, no header of the reader but the
host reaches Django. So one sheet is right for all, and `?utm_source=x` is the same page. Whatever
then turns out not to be public is asked for once more, as the reader asked.
"""

from __future__ import annotations

import io
import logging
import threading
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.db import Error, connection

from broadsheet.press import asked
from broadsheet.press import generation as generations
from broadsheet.press.answer import Answer, call
from broadsheet.press.ledger import ANYTHING, Needs
from broadsheet.press.sheets import Key, Sheet, Sheets, print_sheet
from broadsheet.reads import Touched, recording

log = logging.getLogger(__name__)
#: Answers that depend on what was read alone.
_PAGES = frozenset((200, 410))
KEPT_STATUSES = frozenset((200, 301, 404, 410))
#: A page that names no lifetime may be kept by a browser, but is asked after each time.
ASK_EACH_TIME = "public, max-age=0, must-revalidate"
#: Not the page's own: worked out when the sheet is sent.
_OF_THE_SENDING = frozenset(("content-length", "etag", "last-modified", "vary", "cache-control"))
_WITH_304 = frozenset(("cache-control", "content-location", "etag", "expires", "vary"))
#: Seconds between two lines in the log about one thing that goes on.
SAY_EVERY = 60.0


class Press:
    """WSGI middleware.

    Args:
        application: Django.
        sheets: where they are kept.
        keep: False sends everything to Django.
        leave: beginnings of addresses that are no business of the press.
        ask_generation: the number in force; raises django.db.Error if it cannot be known.
        changes_after, first_kept: what the changes touched (see generation.py).
        ports: those of the paper's own addresses, besides the one that it listens on; a sheet is
            kept for no other, or a stranger who makes ports up would use up the room for hosts.
            None: any.
    """

    def __init__(
        self,
        application: WSGIApplication,
        sheets: Sheets,
        *,
        keep: bool = True,
        leave: tuple[str, ...] = (),
        ask_generation: Callable[[], int] | None = None,
        changes_after: Callable[[int], Iterable[tuple[int, Touched]]] | None = None,
        first_kept: Callable[[], int] | None = None,
        ports: frozenset[str] | None = None,
    ) -> None:
        self.ports = ports
        self.application, self.sheets, self.keep, self.leave = application, sheets, keep, leave
        self.ask_generation = ask_generation or generations.current
        self.changes_after = changes_after or generations.changes_after
        self.first_kept = first_kept or generations.first_kept
        #: Whether the changes have been read since this process started.
        self.begun = False
        self.catching_up = threading.Lock()
        self.said_at = 0.0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        asks = environ.get("REQUEST_METHOD") in {"GET", "HEAD"}
        if not self.keep or not asks or path.startswith(self.leave):
            return self.application(environ, start_response)
        # Read before the page is rendered: a change in between then voids what is kept.
        number = self._number()
        key = Key(str(environ.get("wsgi.url_scheme", "http")), _host(environ), path)
        sheet = self.sheets.find(key) if self.begun else None
        if sheet is not None:
            return send(sheet, environ, start_response)
        if number is None:
            return _database_away(start_response)
        return self._print(number, key, environ, start_response)

    def _number(self) -> int | None:
        """The number of the last change, all up to it being known; None when the database cannot
        be reached."""
        ledger = self.sheets.ledger
        for last_try in (False, True):
            try:
                number = self.ask_generation()
                if number != ledger.applied or not self.begun:
                    self._catch_up(number)
            except Error as error:
                # A connection that was cut in idleness is no reason to give up.
                connection.close()
                if last_try:
                    self._say("the database cannot be reached (%s): sheets only", error)
                continue
            return number
        return None

    def _catch_up(self, number: int) -> None:
        ledger = self.sheets.ledger
        with self.catching_up:
            if not self.begun:
                ledger.begin_at(self.first_kept())
            ledger.apply(self.changes_after(ledger.applied), number)
            self.begun = True

    def _print(
        self,
        number: int,
        key: Key,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        with recording() as reads:
            answer = call(self.application, for_nobody(environ))
            if not may_be_kept(answer):
                return self._not_kept(answer, environ, start_response)
            body = answer.read()
        if answer.status not in _PAGES:
            # What is not there depends on whatever may come.
            reads.keys.add(ANYTHING)
        needs = Needs.of(reads)
        sheet = print_sheet(answer.status, page_headers(answer), body, number, needs)
        if not self._is_ours(key.host, environ):
            return send(sheet, environ, start_response)
        try:
            self.sheets.keep(key, sheet)
        except OSError as error:
            self._say("a sheet could not be kept, the page is sent all the same: %s", error)
        return send(sheet, environ, start_response)

    def _is_ours(self, host: str, environ: WSGIEnvironment) -> bool:
        """Whether the port that a reader names is one at which the paper is found."""
        ours = {"", str(environ.get("SERVER_PORT", ""))}
        return self.ports is None or _port(host) in ours | self.ports

    def _not_kept(
        self, answer: Answer, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        if environ.get("QUERY_STRING") or environ.get("HTTP_COOKIE"):
            answer.close()
            return self.application(environ, start_response)
        start_response(answer.line, answer.headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            answer.close()
            return []
        return answer.pieces

    def _say(self, words: str, error: Exception) -> None:
        if time.monotonic() - self.said_at > SAY_EVERY:
            self.said_at = time.monotonic()
            log.warning(words, error)


def _host(environ: WSGIEnvironment) -> str:
    named = environ.get("HTTP_HOST")
    if named:
        return str(named).lower()
    return f"{environ.get('SERVER_NAME', '')}:{environ.get('SERVER_PORT', '')}"


def _port(host: str) -> str:
    """The port of a Host header; empty when it names none. An IPv6 address has colons too."""
    return host.rpartition("]")[2].rpartition(":")[2] if ":" in host.rpartition("]")[2] else ""


def for_nobody(environ: WSGIEnvironment) -> WSGIEnvironment:
    """The request as nobody in particular would make it."""
    neutral = {
        name: value
        for name, value in environ.items()
        if name == "HTTP_HOST" or not name.startswith("HTTP_")
    }
    neutral.update(
        {
            "REQUEST_METHOD": "GET",
            "QUERY_STRING": "",
            "CONTENT_LENGTH": "",
            "CONTENT_TYPE": "",
            "REMOTE_ADDR": "",
            "wsgi.input": io.BytesIO(),
        }
    )
    return neutral


def may_be_kept(answer: Answer) -> bool:
    """Whether the answer says of itself that it is the same for all."""
    names = {name.lower(): value for name, value in answer.headers}
    control = {word.strip().lower() for word in names.get("cache-control", "").split(",")}
    public = "public" in control and not control & {"private", "no-store"}
    return public and answer.status in KEPT_STATUSES and "set-cookie" not in names


def page_headers(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The headers that belong to the page."""
    control = {name.lower(): value for name, value in answer.headers}["cache-control"]
    control = control if "max-age" in control else ASK_EACH_TIME
    kept = [pair for pair in answer.headers if pair[0].lower() not in _OF_THE_SENDING]
    return (*kept, ("Cache-Control", control))


def send(sheet: Sheet, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Send a sheet as it was asked for: compressed or not, whole, headers only, or 304."""
    now = time.time()
    packed = bool(sheet.packed) and asked.wants_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = asked.etag_of(sheet, packed=packed)
    body = sheet.packed if packed else sheet.body
    headers = [*sheet.headers, ("Vary", "Accept-Encoding")]
    if sheet.status == 200:
        headers.append(("ETag", etag))
        modified = asked.last_modified(sheet, now)
        headers += [("Last-Modified", modified)] if modified else []
    if asked.has_it_already(environ, sheet, etag, now):
        start_response("304 Not Modified", [h for h in headers if h[0].lower() in _WITH_304])
        return []
    headers += [("Content-Encoding", "gzip")] if packed else []
    headers.append(("Content-Length", str(len(body))))
    start_response(f"{sheet.status} {HTTPStatus(sheet.status).phrase}", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _database_away(start_response: StartResponse) -> Iterable[bytes]:
    body = (
        b"<!doctype html><html lang=en><meta charset=utf-8><title>Not at the moment</title>"
        b"<h1>This page cannot be printed at the moment</h1>"
        b"<p>The paper's archive does not answer. Pages that were printed before are still "
        b"here. Please try again in a minute.</p></html>"
    )
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("Retry-After", "30"),
    ]
    start_response("503 Service Unavailable", headers)
    return [body]
