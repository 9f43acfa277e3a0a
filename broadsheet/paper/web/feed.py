"""RSS 2.0 of the paper and of each section (https://www.rssboard.org/rss-specification), with
Dublin Core's creator and Media RSS for pictures (https://www.rssboard.org/media-rss)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.models import Story
from broadsheet.paper.web import cuts
from broadsheet.paper.web.answer import document, in_language_of
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.section import find as find_section
from broadsheet.paper.web.section import moved
from broadsheet.reads import read_window

STORIES = 30
MEDIA = "http://search.yahoo.com/mrss/"
#: Stories without a standfirst are described by their headline alone: a feed reads no bodies.
PICTURE = cuts.Place((f"fill-960x640|{cuts.WEBP}",), "")


class PaperFeed(Rss201rev2Feed):
    """RSS with pictures."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        """The namespaces in use."""
        return {**super().rss_attributes(), "xmlns:media": MEDIA,
                "xmlns:dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip

    def latest_post_date(self) -> datetime:
        """When the newest story was published. Of an empty feed Django would say that it changed
        just now, whenever it is asked."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def add_item_elements(self, handler: Any, item: Any) -> None:
        """A story, with its picture if it has one."""
        super().add_item_elements(handler, item)
        picture = item.get("picture")
        if picture is not None:
            handler.startElement("media:content", picture["attributes"])
            for name in ("description", "credit"):
                if picture[name]:
                    handler.addQuickElement(f"media:{name}", picture[name])
            handler.endElement("media:content")


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The newest stories of the paper."""
    where = asked(request)
    return _feed(where, lists.latest(where.paper), where.masthead.name, "/")


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The newest stories of a section."""
    where = asked(request)
    found = find_section(where, section)
    if found is None:
        answer = moved(where, section, request)
        if answer is None:
            raise Http404("There is no such section.")
        return answer
    names = {"paper": where.masthead.name, "section": found.title}
    title = _("%(paper)s: %(section)s") % names
    return _feed(where, lists.in_section(found), title, found.address, found.about)


def _feed(
    where: Asked, stories: QuerySet[Story], title: str, address: str, about: str = ""
) -> HttpResponse:
    masthead = where.masthead
    # Each story is filed under the name of its section.
    read_window(f"sections:{where.paper.pk}", None)
    with in_language_of(masthead):
        feed = PaperFeed(
            title=title,
            link=where.absolute(address),
            description=about or masthead.motto or masthead.name,
            language=masthead.language,
            feed_url=where.absolute(f"{address}feed.xml"),
            feed_copyright=masthead.publisher or None,
        )
        for story in stories[:STORIES]:
            _add(feed, story, where)
        return document(feed.writeString("utf-8"), PaperFeed.content_type)


def _add(feed: PaperFeed, story: Story, where: Asked) -> None:
    address = where.absolute(story.address)
    names = [b.name for b in story.bylines.all()]
    agency = story.agency.name if story.agency else None
    feed.add_item(
        title=story.headline,
        link=address,
        description=story.standfirst or story.headline,
        unique_id=address,
        unique_id_is_permalink=True,
        pubdate=story.published,
        author_name=", ".join(names) or agency,
        categories=[story.home_section.title] if story.home_section else [],
        picture=_picture(story, where),
    )


def _picture(story: Story, where: Asked) -> dict[str, Any] | None:
    found = cuts.cut(story.picture, PICTURE)
    if found is None:
        return None
    return {
        "attributes": {
            "url": cuts.absolute_of(where, found.src),
            "type": "image/webp",
            "medium": "image",
            "width": str(found.width),
            "height": str(found.height),
        },
        "description": found.alt or found.caption,
        "credit": found.credit,
    }
