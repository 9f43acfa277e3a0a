"""The newsroom's own door: its process answers only what the front has passed on.

The front shows a token that the supervisor makes at every start; so another user of this machine
who finds the loopback port can neither forge a reader's address nor go round the front.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

HEADER = "X-Broadsheet-Door"
_KEY = "HTTP_X_BROADSHEET_DOOR"
#: Names in the environment of the two processes; not settings, so without the settings' prefix.
TOKEN = "NEWSROOM_DOOR_TOKEN"  # noqa: S105
PORT = "NEWSROOM_DOOR_PORT"

_WORDS = b"This is the newsroom's own door. Open /newsroom/ on the paper's address.\n"


def take_token() -> str:
    """The token of this start, taken out of the environment so that no request shows it."""
    return os.environ.pop(TOKEN, "")


class Door:
    """WSGI middleware: lets in who shows the token, and believes what the front says of the
    reader (X-Forwarded-For, -Proto)."""

    def __init__(self, application: WSGIApplication, token: str) -> None:
        self.application, self.token = application, token

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        shown = environ.pop(_KEY, "")
        if not self.token or not hmac.compare_digest(shown.encode(), self.token.encode()):
            headers = [("Content-Type", "text/plain; charset=utf-8")]
            start_response("403 Forbidden", [*headers, ("Content-Length", str(len(_WORDS)))])
            return [_WORDS]
        environ["REMOTE_ADDR"] = environ.pop("HTTP_X_FORWARDED_FOR", "")
        environ["wsgi.url_scheme"] = environ.pop("HTTP_X_FORWARDED_PROTO", "http")
        return self.application(environ, start_response)
