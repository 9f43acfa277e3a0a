"""Sends the paper's pictures from its folder, before Django is asked.

Only pictures: a file of another kind that somebody uploaded could be a page with a script in it,
and it would run with the newsroom's rights.
"""

from __future__ import annotations

from pathlib import Path
from wsgiref.headers import Headers
from wsgiref.types import WSGIApplication

from whitenoise import WhiteNoise

PREFIX = "/media/"
#: What was uploaded is the newsroom's own: readers get the cuts that a page asks for, and a
#: picture that no page has shown yet has none.
ORIGINALS = PREFIX + "original_images/"
KINDS = frozenset((".avif", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".webp"))
#: Seconds that a browser keeps a picture without asking: a new crop has a new name.
MAX_AGE = 86_400


class Pictures(WhiteNoise):
    """WSGI middleware: `root` under /media/."""

    def __init__(self, application: WSGIApplication, root: Path) -> None:
        # Pictures come and go while we run, so the folder is looked at on each request.
        super().__init__(
            application,
            root=str(root),
            prefix=PREFIX,
            autorefresh=True,
            max_age=MAX_AGE,
            allow_all_origins=False,
            add_headers_function=_headers,
        )

    def find_file(self, url: str) -> object | None:
        """The picture at `url`; None for whatever is no picture."""
        if Path(url).suffix.lower() not in KINDS or url.startswith(ORIGINALS):
            return None
        found: object | None = super().find_file(url)
        return found


def _headers(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Content-Security-Policy"] = "default-src 'none'"
