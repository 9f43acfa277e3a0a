"""An RSS feed's shape into items."""

from __future__ import annotations

from broadsheet.wire.formats import signals
from broadsheet.wire.formats.feed_copy import FeedText, add_media, fill, kind_by, once
from broadsheet.wire.formats.feed_item import (
    absolute,
    check_link,
    each,
    is_web,
    language,
    take_agency,
    take_byline,
    take_guid,
    take_times,
)
from broadsheet.wire.formats.item import Item, Subject
from broadsheet.wire.formats.rss.shape import RssFeed, RssItem
from broadsheet.wire.formats.titles import plain

_TITLES = ("title", "dc:title", "itunes:title")
_CONTENT = ("content:encoded", "atom:content", "fullText", "xhtml:body", "content:body")
_SUMMARY = (
    "description", "dc:description", "atom:summary", "dcterms:abstract", "itunes:summary",
    "itunes:subtitle", "encoded",
)  # fmt: skip
_PUBLISHED = (
    "pubDate", "atom:published", "dcterms:issued", "prism:publicationDate", "dc:date",
    "dcterms:created",
)  # fmt: skip
_UPDATED = ("atom:updated", "dcterms:modified", "prism:modificationDate", "dc:date")


def adapt(feed: RssFeed) -> list[Item]:
    """Every item of the feed; a feed without any gives one that says so."""
    if not feed.items:
        return [
            Item(
                format="rss",
                kind="other",
                headline=plain(feed.words.get("title", "")),
                problems=[*feed.problems, "the feed has no items"],
            )
        ]
    home = feed.words.get("link", "")
    site = feed.base or (home if is_web(home) else "")
    return each("rss", feed.items, lambda said: _item(feed, said, said.base or site))


def _item(feed: RssFeed, said: RssItem, base: str) -> Item:
    item = Item(format="rss", problems=list(feed.problems))
    item.headline = plain(_first(said, _TITLES) or said.media.title)
    link = absolute(base, _link_of(said))
    take_guid(item, _guid_of(said), link)
    check_link(item, link)
    take_byline(item, said.authors or said.creators)
    take_times(item, _first(said, _PUBLISHED), _first(said, _UPDATED))
    take_agency(item, feed.words.get("dc:publisher") or feed.words.get("title", ""))
    item.credit = plain(said.source)
    item.copyright = plain(
        said.words.get("dc:rights")
        or feed.words.get("copyright")
        or feed.words.get("dc:rights", "")
    )
    item.language = language(
        said.words.get("dc:language", ""), feed.words.get("language", ""),
        feed.words.get("dc:language", ""),
    )  # fmt: skip
    item.subjects = [_subject(name) for name, _scheme in said.categories]
    files = said.media.best()
    for file in files:
        file.href = absolute(base, file.href)
    add_media(item, files)
    fill(
        item,
        FeedText(_first(said, _CONTENT), base=base),
        FeedText(_first(said, _SUMMARY), base=base),
        link,
    )
    item.media = once(item.media)
    item.kind = kind_by(item, files, cast=said.podcast)
    signals.mark(item)
    return item


def _subject(text: str) -> Subject:
    """A category is a name, but for agencies that send the number of their vocabulary."""
    name = plain(text)
    return Subject(name, "") if len(name) > 3 and name.isdigit() else Subject("", name)


def _first(said: RssItem, names: tuple[str, ...]) -> str:
    return next((said.words[name] for name in names if name in said.words), "")


def _link_of(said: RssItem) -> str:
    """The last link, as feeds that give several mean it; else an id that is an address."""
    if said.links:
        return said.links[-1]
    guid = said.words.get("guid", "")
    if said.guid_is_link and is_web(guid):
        return guid
    return said.about if is_web(said.about) else ""


def _guid_of(said: RssItem) -> str:
    """The id to the letter: it may be anything."""
    return (
        said.words.get("guid")
        or said.words.get("atom:id")
        or said.about
        or said.words.get("dc:identifier", "")
    )
