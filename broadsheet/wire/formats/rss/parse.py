"""Bytes of an RSS feed into its shape. Sources: RSS 2.0 (https://www.rssboard.org/rss-specification),
RSS 1.0 (http://purl.org/rss/1.0/), and the Dublin Core, content, iTunes and Media RSS modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from broadsheet.wire.formats import xml
from broadsheet.wire.formats.feed_media import FeedMedium, read_media
from broadsheet.wire.formats.feed_names import short, words
from broadsheet.wire.formats.rss.shape import RssFeed, RssItem

#: Elements of which an item has one, in the order of the specifications.
_SINGLE = frozenset(
    [
        "title",
        "description",
        "guid",
        "pubDate",
        "comments",
        "content:encoded",
        "encoded",
        "fullText",
        "dc:title",
        "dc:description",
        "dc:date",
        "dc:language",
        "dc:rights",
        "dc:publisher",
        "dc:identifier",
        "dcterms:created",
        "dcterms:issued",
        "dcterms:modified",
        "dcterms:abstract",
        "atom:updated",
        "atom:published",
        "atom:summary",
        "atom:content",
        "atom:id",
        "itunes:title",
        "itunes:summary",
        "itunes:subtitle",
        "content:body",
        "xhtml:body",
        "prism:publicationDate",
        "prism:modificationDate",
    ]
)
_CHANNEL = frozenset(
    [
        "title",
        "link",
        "language",
        "copyright",
        "pubDate",
        "lastBuildDate",
        "dc:language",
        "dc:rights",
        "dc:publisher",
        "dc:date",
    ]
)
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def parse(data: bytes) -> RssFeed:
    """Read a feed; what was broken and mended is said in its problems."""
    parsed = xml.parse(data)
    root = parsed.root
    feed = RssFeed(problems=list(parsed.problems))
    feed.version = root.get("version", "1.0" if short(root.tag) == "rdf:RDF" else "").strip()
    has_base = b"xml:base" in data
    channel = next((c for c in root.iterchildren(etree.Element) if short(c.tag) == "channel"), root)
    for child in channel.iterchildren(etree.Element):
        name = short(child.tag)
        if name in _CHANNEL:
            feed.words.setdefault(name, words(child))
    if has_base:
        feed.base = _base(channel)
    feed.items = [_item(each, has_base) for each in _items(root, channel)]
    return feed


def _items(root: etree._Element, channel: etree._Element) -> Iterator[etree._Element]:
    """RSS 2.0 keeps its items in the channel, RSS 1.0 beside it; either may be met in both."""
    places = [channel] if channel is root else [channel, root]
    for place in places:
        for child in place.iterchildren(etree.Element):
            name = short(child.tag)
            if name in {"item", "atom:entry"}:
                yield child
            elif name == "items":
                yield from (c for c in child.iterchildren(etree.Element) if short(c.tag) == "item")


def _base(element: etree._Element) -> str:
    return element.base or "" if element.xpath("ancestor-or-self::*[@xml:base]") else ""


def _item(element: etree._Element, has_base: bool) -> RssItem:
    item = RssItem(about=element.get(_ABOUT, ""))
    for child in element.iterchildren(etree.Element):
        name = short(child.tag)
        if name in _SINGLE:
            if name not in item.words and (text := words(child)):
                item.words[name] = text
            if name == "guid":
                item.guid_is_link = child.get("isPermaLink", "true").strip().lower() != "false"
        elif name in _MANY:
            _MANY[name](item, child)
        else:
            read_media(item.media, child, name)
        if name[:7] == "itunes:":
            item.podcast = True
    if has_base:
        item.base = _base(element)
    return item


def _link(item: RssItem, element: etree._Element) -> None:
    href = words(element) or element.get("href", "").strip()
    rel = element.get("rel", "alternate")
    if rel == "enclosure" and href:
        item.media.files.append(FeedMedium(href, element.get("type", ""), role="enclosure"))
    elif rel == "alternate" and href:
        item.links.append(href)


def _author(item: RssItem, element: etree._Element) -> None:
    name = next((c for c in element if short(c.tag) in {"name", "atom:name"}), None)
    item.authors.append(words(element if name is None else name))


def _creator(item: RssItem, element: etree._Element) -> None:
    item.creators.append(words(element))


def _category(item: RssItem, element: etree._Element) -> None:
    text = words(element) or element.get("term", "").strip()
    if text:
        item.categories.append((text, element.get("domain", element.get("scheme", "")).strip()))


def _keywords(item: RssItem, element: etree._Element) -> None:
    item.categories.extend((w.strip(), "") for w in words(element).split(",") if w.strip())


def _source(item: RssItem, element: etree._Element) -> None:
    title = next((c for c in element if short(c.tag) in {"title", "atom:title"}), None)
    item.source = item.source or words(element if title is None else title)


_MANY: dict[str, Callable[[RssItem, etree._Element], None]] = {
    "link": _link, "atom:link": _link,
    "author": _author, "dc:author": _author, "atom:author": _author,
    "dc:creator": _creator, "itunes:author": _creator, "dc:contributor": _creator,
    "category": _category, "atom:category": _category, "dc:subject": _category,
    "media:category": _category, "itunes:keywords": _keywords, "media:keywords": _keywords,
    "source": _source, "atom:source": _source, "dc:source": _source,
}  # fmt: skip
