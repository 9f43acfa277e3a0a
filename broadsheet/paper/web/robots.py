"""What crawlers are asked to leave alone, and where the map of the site is (RFC 9309)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from broadsheet.paper.web.answer import document
from broadsheet.paper.web.asking import asked


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """robots.txt."""
    lines = [
        "User-agent: *",
        "Disallow: /newsroom/",
        "Disallow: /*/edit/$",
        "",
        f"Sitemap: {asked(request).absolute('/sitemap.xml')}",
        "",
    ]
    return document("\n".join(lines), "text/plain; charset=utf-8")
