"""Names of elements in feeds: one short name each, however the feed spells the namespace."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

#: Namespaces met in feeds, without the slash, case or blanks that publishers add.
_PREFIXES = {
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "",
    "http://backend.userland.com/rss092": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://search.yahoo.com/mrss": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/2005/app": "app",
    "http://www.w3.org/2007/app": "app",
    "http://wordpress.org/export/1.0": "wp",
    "http://wordpress.org/export/1.1": "wp",
    "http://wordpress.org/export/1.2": "wp",
    "http://wordpress.org/export/1.0/excerpt": "excerpt",
    "http://wordpress.org/export/1.1/excerpt": "excerpt",
    "http://wordpress.org/export/1.2/excerpt": "excerpt",
    "http://prismstandard.org/namespaces/basic/2.0": "prism",
    "http://prismstandard.org/namespaces/1.2/basic": "prism",
    "http://www.youtube.com/xml/schemas/2015": "yt",
    "http://purl.org/syndication/thread/1.0": "thr",
}

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """The short name of an element: `title`, `dc:date`, `media:content`. An element of a namespace
    that feeds do not use is `?:name`; one whose prefix was never declared keeps the prefix."""
    if tag[:1] != "{":
        return tag
    space, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(space.strip().lower().rstrip("/"), "?")
    return f"{prefix}:{local}" if prefix else local


def words(element: etree._Element) -> str:
    """The text of an element; markup that stands in it unescaped is given as HTML."""
    if not len(element):
        return (element.text or "").strip()
    return inside(element).strip()


def inside(element: etree._Element) -> str:
    """The markup inside an element, without prefixes and namespaces."""
    pieces = [_escaped(element.text or "")]
    for child in element:
        for each in child.iter(etree.Element):
            each.tag = etree.QName(each).localname
        etree.cleanup_namespaces(child)
        pieces.append(etree.tostring(child, encoding="unicode", method="html"))
    return "".join(pieces)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
