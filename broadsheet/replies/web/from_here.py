"""Whether a form was sent from this paper's own page. There is no cookie and so no CSRF token:
the page is the same for everybody.

What the browser says of itself is enough (OWASP, Cross-Site Request Forgery Prevention: fetch
metadata and verifying the origin). Sec-Fetch-Site cannot be set by a page and is believed first;
else Origin must name our own host. A request with neither is let through: every browser sends at
least one of them with a form since 2020, so what sends none is an old or a text browser, or a
program; and a program has no cookie and no rights of a reader that it could misuse.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

_USUAL_PORTS = {"http": 80, "https": 443}


def is_from_here(request: HttpRequest) -> bool:
    """Whether the request may have come from our own page."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        # `none` is a person's own doing: typed, or sent again after a restart of the browser.
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or _place(origin) in _our_places(request)


def _our_places(request: HttpRequest) -> set[tuple[str, int]]:
    ours = [f"{request.scheme}://{request.get_host()}", settings.CONFIG.public_url]
    # A proxy that ends TLS and is not told to say so: the scheme differs, the host does not.
    ours.append(f"https://{request.get_host()}")
    return {_place(address) for address in ours if address} - {("", 0)}


def _place(address: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or _USUAL_PORTS.get(parts.scheme, 0)
    except ValueError:
        return "", 0
    return (parts.hostname or "").lower(), port
