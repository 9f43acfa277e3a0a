"""Answers in plain words that need neither Django nor the database."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from wsgiref.types import StartResponse


def text(
    start_response: StartResponse,
    status: HTTPStatus,
    words: str,
    headers: Iterable[tuple[str, str]] = (),
) -> list[bytes]:
    """One line of text, kept by nobody."""
    return _send(start_response, status, words.encode() + b"\n", "text/plain", headers)


def page(
    start_response: StartResponse,
    status: HTTPStatus,
    heading: str,
    words: str,
    headers: Iterable[tuple[str, str]] = (),
) -> list[bytes]:
    """A small page; `heading` and `words` are our own, never a reader's."""
    body = _PAGE.format(heading=heading, words=words).encode()
    return _send(start_response, status, body, "text/html", headers)


def _send(
    start_response: StartResponse,
    status: HTTPStatus,
    body: bytes,
    kind: str,
    headers: Iterable[tuple[str, str]],
) -> list[bytes]:
    start_response(
        f"{status.value} {status.phrase}",
        [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            *headers,
        ],
    )
    return [body]


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{heading}</title>
<style>
:root {{ color-scheme: light dark; font: 1.125rem/1.6 Georgia, serif; }}
body {{ max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }}
h1 {{ font-size: 1.75rem; line-height: 1.2; border-top: 3px solid; padding-top: .75rem; }}
</style></head>
<body><h1>{heading}</h1><p>{words}</p></body></html>
"""
