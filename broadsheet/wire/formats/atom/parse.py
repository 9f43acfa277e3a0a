"""Bytes of an Atom feed into its shape. Sources: RFC 4287, RFC 5023 (app:edited), and the draft
draft-ietf-atompub-format-00 for Atom 0.3."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from broadsheet.wire.formats import xml
from broadsheet.wire.formats.atom.shape import AtomEntry, AtomFeed, AtomLink, AtomPerson, AtomText
from broadsheet.wire.formats.feed_media import read_media
from broadsheet.wire.formats.feed_names import XML_BASE, XML_LANG, short, words


def parse(data: bytes) -> AtomFeed:
    """Read a feed or a lone entry; what was broken and mended is said in its problems."""
    parsed = xml.parse(data)
    root = parsed.root
    feed = AtomFeed(version=root.get("version", "1.0"), problems=list(parsed.problems))
    has_base = b"xml:base" in data
    feed.language = root.get(XML_LANG, "")
    if _name(root) == "entry":
        feed.entries.append(_entry(root, has_base))
        return feed
    if has_base:
        feed.base = _base(root)
    for child in root.iterchildren(etree.Element):
        name = _name(child)
        if name in {"entry", "item"}:
            feed.entries.append(_entry(child, has_base))
        elif name in _FEED:
            _FEED[name](feed, child)
    return feed


@lru_cache(maxsize=4096)
def _bare(tag: str) -> str:
    """The short name; Atom's own elements, and those that forgot their namespace, are bare."""
    return short(tag).removeprefix("atom:")


def _name(element: etree._Element) -> str:
    return _bare(element.tag)


def _base(element: etree._Element) -> str:
    return (element.base or "").strip()


def _entry(element: etree._Element, has_base: bool) -> AtomEntry:
    entry = AtomEntry(language=element.get(XML_LANG, ""))
    if has_base:
        entry.base = _base(element)
    for child in element.iterchildren(etree.Element):
        name = _bare(child.tag)
        if name in _TEXTS:
            setattr(entry, name, _text(child))
        elif name in _TIMES:
            setattr(entry, _TIMES[name], words(child))
        elif name in _ENTRY:
            _ENTRY[name](entry, child)
        else:
            read_media(entry.media, child, name)
    return entry


_TEXTS = frozenset({"title", "summary", "rights"})
_TIMES = {
    "published": "published", "issued": "published", "created": "created", "updated": "updated",
    "modified": "updated", "app:edited": "edited", "dc:date": "updated",
}  # fmt: skip


def _text(element: etree._Element) -> AtomText:
    """A text construct: RFC 4287 section 3.1, and the `mode` of Atom 0.3."""
    kind = element.get("type", "text").strip().lower()
    mode = element.get("mode", "").strip().lower()
    base = _base(element) if element.get(XML_BASE) else ""
    if mode == "base64" or (not mode and _is_coded(kind)):
        return AtomText(_decoded(element.text or ""), "html" in kind, base)
    html = "html" in kind or mode == "escaped" or len(element) > 0
    return AtomText(words(element), html, base)


def _is_coded(kind: str) -> bool:
    """RFC 4287, 4.1.3.3: what is neither text nor XML is base64; for titles feeds do the same."""
    if "/" not in kind or kind.endswith(("xml", "json")):
        return False
    return kind.partition("/")[0] in {"image", "audio", "video"} or kind == _BYTES


_BYTES = "application/octet-stream"


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text).decode("utf-8").strip()
    except (binascii.Error, ValueError):
        return text.strip()


def _content(entry: AtomEntry, element: etree._Element) -> None:
    if src := element.get("src", "").strip():
        kind = element.get("type", "")
        entry.content_src = AtomLink(_absolute(element, src), "enclosure", kind)
    elif not element.get("type", "").startswith(("image/", "audio/", "video/")):
        entry.content = _text(element)


def _link(holder: AtomEntry | AtomFeed, element: etree._Element) -> None:
    if href := (element.get("href") or element.text or "").strip():
        rel = element.get("rel", "alternate").strip().lower().removeprefix(_REGISTERED)
        kind, title = element.get("type", "").strip(), element.get("title", "").strip()
        holder.links.append(AtomLink(_absolute(element, href), rel or "alternate", kind, title))


#: RFC 4287, 4.2.7.2: a relation's short name and this address with it are the same.
_REGISTERED = "http://www.iana.org/assignments/relation/"


def _absolute(element: etree._Element, href: str) -> str:
    base = _base(element)
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def _author(holder: AtomEntry | AtomFeed, element: etree._Element) -> None:
    person = AtomPerson()
    for child in element.iterchildren(etree.Element):
        name = _name(child)
        if name == "name":
            person.name = words(child)
        elif name == "email":
            person.email = words(child)
    if not len(element):
        person.name = words(element)
    holder.authors.append(person)


def _category(entry: AtomEntry, element: etree._Element) -> None:
    term = (element.get("term") or element.text or "").strip()
    label = element.get("label", "").strip()
    if term or label:
        entry.categories.append((term, label, element.get("scheme", "").strip()))


def _source(entry: AtomEntry, element: etree._Element) -> None:
    for child in element.iterchildren(etree.Element):
        if _name(child) == "title":
            entry.source = _text(child).value


def _id(entry: AtomEntry, element: etree._Element) -> None:
    value = words(element)
    # An id is never to be resolved, but one that is no IRI at all can only be meant so.
    entry.id = value if ":" in value else _absolute(element, value)


def _film(entry: AtomEntry, element: etree._Element) -> None:
    entry.video = True


def _feed_title(feed: AtomFeed, element: etree._Element) -> None:
    feed.title = _text(element)


def _feed_rights(feed: AtomFeed, element: etree._Element) -> None:
    feed.rights = _text(element)


def _feed_updated(feed: AtomFeed, element: etree._Element) -> None:
    feed.updated = words(element)


_ENTRY: dict[str, Callable[[AtomEntry, etree._Element], None]] = {
    "id": _id, "link": _link, "content": _content, "author": _author, "dc:creator": _author,
    "category": _category, "dc:subject": _category, "source": _source, "yt:videoId": _film,
}  # fmt: skip
_FEED: dict[str, Callable[[AtomFeed, etree._Element], None]] = {
    "title": _feed_title, "rights": _feed_rights, "copyright": _feed_rights,
    "updated": _feed_updated, "modified": _feed_updated, "link": _link, "author": _author,
}  # fmt: skip
