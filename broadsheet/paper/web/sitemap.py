"""The map of the site (https://www.sitemaps.org/protocol.html): front, sections and stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpRequest, HttpResponse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.models import Story
from broadsheet.paper.web.answer import document
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.reads import read

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: The protocol allows 50,000 addresses in one file.
STORIES = 45_000


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """sitemap.xml."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": NAMESPACE}))
    for address, changed in _addresses(asked(request)):
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", address)
        if changed is not None:
            xml.addQuickElement("lastmod", changed.isoformat(timespec="seconds"))
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return document(out.getvalue(), "application/xml; charset=utf-8")


def _addresses(where: Asked) -> Iterator[tuple[str, datetime | None]]:
    for path in ("/", "/about/", "/corrections/"):
        yield where.absolute(path), None
    slugs = {}
    for section in lists.sections(where.paper):
        slugs[section.pk] = section.slug
        yield where.absolute(section.address), None
    read(f"sitemap:{where.paper.pk}")
    rows = Story.objects.filter(paper=where.paper, live=True, day__isnull=False)
    fields = ("home_section_id", "day", "public_slug", "last_published_at")
    newest = rows.order_by(*lists.NEWEST).values_list(*fields)[:STORIES]
    for home, day, slug, changed in newest.iterator(chunk_size=2000):
        if home in slugs:
            yield where.absolute(f"/{slugs[home]}/{day:%Y/%m/%d}/{slug}/"), changed
