"""A JSON Feed's shape into items."""

from __future__ import annotations

from broadsheet.wire.formats import signals
from broadsheet.wire.formats.feed_copy import FeedText, add_media, fill, kind_by, once
from broadsheet.wire.formats.feed_item import (
    absolute,
    check_link,
    each,
    language,
    take_agency,
    take_byline,
    take_guid,
    take_times,
)
from broadsheet.wire.formats.feed_media import FeedMedium
from broadsheet.wire.formats.item import Item, Subject
from broadsheet.wire.formats.jsonfeed.shape import JsonEntry, JsonFeed
from broadsheet.wire.formats.titles import plain


def adapt(feed: JsonFeed) -> list[Item]:
    """Every item of the feed; a feed without any gives one that says so."""
    if not feed.items:
        return [
            Item(
                format="jsonfeed",
                kind="other",
                headline=plain(feed.title),
                problems=[*feed.problems, "the feed has no items"],
            )
        ]
    return each("jsonfeed", feed.items, lambda said: _item(feed, said))


def _item(feed: JsonFeed, said: JsonEntry) -> Item:
    item = Item(format="jsonfeed", problems=list(feed.problems))
    base = feed.home_page_url or feed.feed_url
    item.headline = plain(said.title)
    link = absolute(base, said.url or said.external_url)
    take_guid(item, said.id, link)
    check_link(item, link)
    take_byline(item, said.authors or feed.authors)
    take_times(item, said.published, said.modified)
    take_agency(item, feed.title)
    item.language = language(said.language, feed.language)
    item.subjects = [Subject("", tag) for tag in said.tags]
    files = _files(said, base)
    add_media(item, files)
    html = said.content_html
    content = FeedText(html, True, link or base) if html else FeedText(said.content_text, False)
    fill(item, content, FeedText(said.summary, False), link)
    if said.external_url:
        item.links = list(dict.fromkeys([*item.links, absolute(base, said.external_url)]))
    item.media = once(item.media)
    item.kind = kind_by(item, files)
    signals.mark(item)
    return item


def _files(said: JsonEntry, base: str) -> list[FeedMedium]:
    files = [
        FeedMedium(absolute(base, file.url), file.mime_type, caption=file.title, role="enclosure")
        for file in said.attachments
    ]
    if said.image:
        files.append(FeedMedium(absolute(base, said.image), role="image"))
    return files
