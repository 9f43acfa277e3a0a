"""The press as readers meet it, in front of an application that is no newspaper."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from broadsheet.press.front import Press
from broadsheet.press.sheets import Sheets
from broadsheet.reads import EVERYTHING, Touched, read

HTML = ("Content-Type", "text/html; charset=utf-8")
PUBLIC = ("Cache-Control", "public")


class Printer:
    """An application that prints what it is told to, and remembers who asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.status = "200 OK"
        self.headers = [HTML, PUBLIC]
        self.words = "The news. " * 100
        self.closed = 0

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self.asked.append(dict(environ))
        start_response(self.status, self.headers)
        return self.pieces()

    def pieces(self) -> Pieces:
        return Pieces(self)


class Pieces:
    """A body that notes that it was closed, as PEP 3333 asks."""

    def __init__(self, printer: Printer) -> None:
        self.printer = printer

    def __iter__(self) -> Iterator[bytes]:
        for word in self.printer.words.split(" "):
            yield (word + " ").encode()

    def close(self) -> None:
        self.printer.closed += 1


class Desk:
    """The press with its printer and its generation, and readers who ask."""

    def __init__(self, root: Path) -> None:
        self.printer = Printer()
        self.generation: int | None = 1
        self.sheets = Sheets(root, "aaaa")
        self.press = Press(
            self.printer,
            self.sheets,
            leave=("/static/",),
            ask_generation=self.number,
            changes_after=self.changes,
            first_kept=lambda: 0,
        )

    def changes(self, number: int) -> list[tuple[int, Touched]]:
        """Every change touches everything."""
        last = self.generation or 0
        return [(n, Touched({EVERYTHING})) for n in range(number + 1, last + 1)]

    def number(self) -> int:
        if self.generation is None:
            raise OperationalError("no database")
        return self.generation

    def ask(self, path: str = "/", method: str = "GET", **extra: str) -> Answer:
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "HTTP_HOST": "paper.example",
            "wsgi.url_scheme": "http",
            **extra,
        }
        answer = Answer()
        body = self.press(environ, answer.start)
        answer.body = b"".join(body)
        close = getattr(body, "close", None)
        if close:
            close()
        return answer


class Answer:
    body = b""
    status = 0

    def start(self, line: str, headers: list[tuple[str, str]], exc: Any = None) -> Any:
        self.status = int(line.split()[0])
        self.headers = {name.lower(): value for name, value in headers}
        assert len(self.headers) == len(headers), "a header is there twice"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_page_is_printed_once_and_then_sent_from_disk(desk: Desk) -> None:
    first, second = desk.ask(), desk.ask()
    assert len(desk.printer.asked) == 1
    assert first.body == second.body == b"".join(desk.printer.pieces())
    assert second.headers["etag"] == first.headers["etag"]
    assert second.headers["content-length"] == str(len(second.body))
    assert second.headers["vary"] == "Accept-Encoding"


def test_a_new_generation_is_printed_anew_at_the_very_next_request(desk: Desk) -> None:
    desk.ask()
    desk.printer.words, desk.generation = "Corrected.", 2
    assert desk.ask().body == b"Corrected. "


def test_a_change_during_printing_voids_what_was_just_printed(desk: Desk) -> None:
    slow = desk.printer.pieces

    def change_meanwhile() -> Pieces:
        desk.generation = 2
        return slow()

    desk.printer.pieces = change_meanwhile  # type: ignore[method-assign]
    desk.ask()
    desk.printer.pieces = slow  # type: ignore[method-assign]
    desk.printer.words = "The true state."
    assert desk.ask().body == b"The true state. "


def test_it_sends_compressed_bytes_to_who_takes_them_with_a_tag_of_their_own(desk: Desk) -> None:
    plain, packed = desk.ask(), desk.ask(HTTP_ACCEPT_ENCODING="gzip, br")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["content-length"] == str(len(packed.body))


def test_who_has_the_page_already_gets_no_bytes(desk: Desk) -> None:
    tag = desk.ask().headers["etag"]
    again = desk.ask(HTTP_IF_NONE_MATCH=tag)
    assert (again.status, again.body) == (304, b"")
    assert {"etag", "cache-control", "vary"} <= set(again.headers)
    assert not {"content-length", "content-type"} & set(again.headers)


def test_head_gives_the_headers_of_get_and_no_body(desk: Desk) -> None:
    printed = desk.ask(method="HEAD")
    got = desk.ask()
    kept = desk.ask(method="HEAD")
    for head in (printed, kept):
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == got.headers["content-length"]
    assert desk.printer.asked[0]["REQUEST_METHOD"] == "GET"


def test_a_page_is_printed_for_nobody_in_particular(desk: Desk) -> None:
    desk.ask(
        HTTP_COOKIE="newsroom=secret",
        HTTP_ACCEPT_LANGUAGE="ur",
        HTTP_USER_AGENT="Reader",
        HTTP_AUTHORIZATION="Basic x",
        REMOTE_ADDR="192.0.2.7",
        QUERY_STRING="utm_source=x",
    )
    [asked] = desk.printer.asked
    assert {name for name in asked if name.startswith("HTTP_")} == {"HTTP_HOST"}
    assert (asked["QUERY_STRING"], asked["REMOTE_ADDR"]) == ("", "")


def test_a_query_makes_no_sheet_of_its_own(desk: Desk) -> None:
    for number in range(5):
        desk.ask(QUERY_STRING=f"x={number}")
    assert len(desk.printer.asked) == 1


def test_what_depends_on_the_query_or_a_cookie_is_asked_as_the_reader_asked(desk: Desk) -> None:
    desk.printer.headers = [HTML, ("Cache-Control", "private")]
    answer = desk.ask("/search/", QUERY_STRING="q=ferry", HTTP_COOKIE="a=b")
    assert answer.status == 200
    assert desk.printer.asked[-1]["QUERY_STRING"] == "q=ferry"
    assert desk.printer.asked[-1]["HTTP_COOKIE"] == "a=b"
    assert desk.printer.closed == len(desk.printer.asked) == 2


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [HTML]),
        ("200 OK", [HTML, ("Cache-Control", "private")]),
        ("200 OK", [HTML, ("Cache-Control", "public, no-store")]),
        ("200 OK", [HTML, PUBLIC, ("Set-Cookie", "a=b")]),
        ("302 Found", [HTML, PUBLIC, ("Location", "/x/")]),
        ("500 Internal Server Error", [HTML, PUBLIC]),
        ("503 Service Unavailable", [HTML, PUBLIC]),
    ],
)
def test_it_keeps_nothing_else(desk: Desk, status: str, headers: list[tuple[str, str]]) -> None:
    desk.printer.status, desk.printer.headers = status, headers
    assert desk.ask().status == int(status[:3])
    desk.ask()
    assert len(desk.printer.asked) == 2


@pytest.mark.parametrize("status", ["301 Moved Permanently", "404 Not Found", "410 Gone"])
def test_it_keeps_where_things_went_and_what_is_not_there(desk: Desk, status: str) -> None:
    desk.printer.status = status
    desk.printer.headers = [HTML, PUBLIC, ("Location", "/new/")]
    assert [desk.ask().status, desk.ask().headers["location"]] == [int(status[:3]), "/new/"]
    assert len(desk.printer.asked) == 1


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_what_is_sent_to_the_paper_goes_straight_through(desk: Desk, method: str) -> None:
    desk.ask()
    desk.ask(method=method, HTTP_COOKIE="a=b")
    assert desk.printer.asked[-1]["REQUEST_METHOD"] == method
    assert desk.printer.asked[-1]["HTTP_COOKIE"] == "a=b"


def test_static_files_are_left_alone(desk: Desk) -> None:
    desk.ask("/static/a.css")
    desk.ask("/static/a.css")
    assert len(desk.printer.asked) == 2


def test_a_broken_sheet_is_printed_again(desk: Desk, tmp_path: Path) -> None:
    whole = desk.ask().body
    [path] = [path for path in tmp_path.rglob("*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:100])
    assert desk.ask().body == whole
    assert desk.ask().body == whole
    assert len(desk.printer.asked) == 2


def test_a_full_disk_is_logged_and_the_reader_gets_the_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_room(*args: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.sheets, "keep", no_room)
    with caplog.at_level(logging.WARNING):
        answers = [desk.ask().status for _ in range(3)]
    assert answers == [200, 200, 200]
    assert len(caplog.records) == 1
    assert "No space left on device" in caplog.text


@pytest.mark.django_db
def test_with_the_database_away_printed_pages_are_sent_and_others_are_refused_in_words(
    desk: Desk,
) -> None:
    desk.ask("/world/")
    desk.generation = None
    assert desk.ask("/world/").status == 200
    other = desk.ask("/city/")
    assert (other.status, other.headers["retry-after"]) == (503, "30")
    assert b"try again" in other.body
    assert len(desk.printer.asked) == 1


@pytest.mark.django_db
def test_a_process_that_never_saw_the_database_serves_no_old_sheet(desk: Desk) -> None:
    desk.ask("/world/")
    desk.press.begun, desk.generation = False, None
    assert desk.ask("/world/").status == 503


@pytest.mark.django_db
def test_a_connection_that_was_cut_is_opened_again_before_anything_is_said(desk: Desk) -> None:
    failures = iter([OperationalError("cut")])

    def cut_once() -> int:
        for failure in failures:
            raise failure
        return 1

    desk.press.ask_generation = cut_once
    assert desk.ask().status == 200


def test_a_page_is_printed_again_for_what_it_read_and_for_nothing_else(desk: Desk) -> None:
    read_of = iter(["story:1", "story:2"])
    pieces = desk.printer.pieces

    def reading() -> Pieces:
        read(next(read_of, "story:1"))
        return pieces()

    desk.printer.pieces = reading  # type: ignore[method-assign]
    desk.ask("/one/")
    desk.ask("/two/")
    desk.generation = 2
    desk.press.changes_after = lambda number: [(2, Touched({"story:1"}))]
    desk.ask("/two/")
    assert len(desk.printer.asked) == 2
    desk.ask("/one/")
    assert len(desk.printer.asked) == 3


def test_a_port_that_a_stranger_made_up_takes_no_room_for_sheets(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.press.ports = frozenset({"8443"})
    for host in ("paper.example:1", "paper.example:2", "[::1]:3"):
        assert desk.ask(HTTP_HOST=host, SERVER_PORT="8000").status == 200
        assert desk.ask(HTTP_HOST=host, SERVER_PORT="8000").status == 200
    assert len(desk.printer.asked) == 6
    for host in ("paper.example", "paper.example:8000", "paper.example:8443", "[::1]:8000"):
        desk.ask(HTTP_HOST=host, SERVER_PORT="8000")
        desk.ask(HTTP_HOST=host, SERVER_PORT="8000")
    assert len(desk.printer.asked) == 10
