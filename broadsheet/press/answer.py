"""One answer of the application behind the press, held before any of it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment


@dataclass
class Answer:
    """The status line, headers and body of an answer."""

    line: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    pieces: Iterable[bytes] = ()

    @property
    def status(self) -> int:
        """200, 404, ..."""
        return int(self.line.split(" ", 1)[0])

    def read(self) -> bytes:
        """The whole body; the answer is closed."""
        try:
            return b"".join(self.pieces)
        finally:
            self.close()

    def close(self) -> None:
        """Let the application tidy up (PEP 3333)."""
        close: Callable[[], None] | None = getattr(self.pieces, "close", None)
        if close is not None:
            close()


def call(application: WSGIApplication, environ: WSGIEnvironment) -> Answer:
    """Ask the application; its body is not read yet.

    The application must call start_response before it returns, as Django does.
    """
    answer = Answer()

    def start_response(
        status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Callable[[bytes], object]:
        answer.line, answer.headers = status, list(headers)
        return _no_writing

    answer.pieces = application(environ, start_response)
    return answer


def _no_writing(piece: bytes) -> object:
    raise TypeError("the old write() of WSGI is not served; give an iterable")
