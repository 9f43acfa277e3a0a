"""Bytes of NewsML-G2 into its shape: one item, or every item of a news message."""

from __future__ import annotations

from broadsheet.wire.formats import xml
from broadsheet.wire.formats.elements import (
    Element,
    at,
    first,
    inside,
    kids,
    name_of,
    words,
)
from broadsheet.wire.formats.newsml_g2 import inline
from broadsheet.wire.formats.newsml_g2.shape import Concept, G2Item, Link, Remote

ITEMS = (
    "newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem",
)  # fmt: skip

#: Parts of an item that are met by themselves.
PARTS = ("contentSet", "groupSet", "contentMeta", "itemMeta")


def parse(data: bytes) -> list[G2Item]:
    """Every item of a file.

    Raises:
        ValueError: it is XML, and holds no item.
        broadsheet.wire.formats.xml.BrokenXmlError: nothing could be made of it.
    """
    parsed = xml.parse(data)
    root = parsed.root
    found = [root] if name_of(root) in ITEMS else list(inside(root, *ITEMS))
    if not found and name_of(root) not in PARTS:
        raise ValueError(f"there is no item in its {name_of(root)}")
    items = [_item(element) for element in found] or [_fragment(root)]
    for item in items:
        item.problems[:0] = parsed.problems
    return items


def _fragment(root: Element) -> G2Item:
    """An item of which only one part came."""
    whole = root.makeelement("packageItem" if name_of(root) == "groupSet" else "newsItem")
    whole.append(root)
    return _item(whole)


def _item(element: Element) -> G2Item:
    item = G2Item(name_of(element), at(element, "guid"), at(element, "version"))
    item.language = at(element, "lang")
    rights = first(element, "rightsInfo")
    notice, holder = first(rights, "copyrightNotice"), first(rights, "copyrightHolder")
    item.copyright = words(notice) or words(first(holder, "name")) or at(holder, "literal")
    item.usage = words(first(rights, "usageTerms"))
    _item_meta(item, first(element, "itemMeta"))
    for part in kids(element, "contentMeta"):
        _content_meta(item, part)
    for part in inside(element, "assert"):
        # Names of concepts may be kept apart from where they are used (partial headers).
        _named_by_assert(item, part)
    for contents in kids(element, "contentSet"):
        _contents(item, contents)
    for reference in inside(first(element, "groupSet"), "itemRef"):
        item.links.append(_link(reference, "itemRef"))
    for reference in kids(element, "itemRef"):
        item.links.append(_link(reference, "itemRef"))
    for concept in inside(element, "concept"):
        kind = at(first(concept, "type"), "qcode", "uri")
        item.is_event = item.is_event or kind.endswith((":event", "/event"))
        if name_of(element) == "conceptItem" and not item.headlines:
            item.headlines.append(("", words(first(concept, "name"))))
    if next(inside(element, "events"), None) is not None:
        item.is_event = True
    return item


def _item_meta(item: G2Item, meta: Element | None) -> None:
    item.kind = at(first(meta, "itemClass"), "qcode", "uri").rpartition(":")[2].rpartition("/")[2]
    item.provider = _concept(first(meta, "provider"))
    item.versioned = words(first(meta, "versionCreated"))
    item.created = words(first(meta, "firstCreated"))
    held = first(meta, "embargoed")
    item.embargoed = words(held) if held is not None else None
    status = at(first(meta, "pubStatus"), "qcode", "uri")
    item.status = status.rpartition(":")[2].rpartition("/")[2]
    item.title = words(first(meta, "title"))
    for note in kids(meta, "edNote"):
        if text := inline.lines_of(note):
            item.notes.append((at(note, "role").rpartition(":")[2] or "editors", text))
    item.signals = [at(signal, "qcode", "uri") for signal in kids(meta, "signal")]
    for signal in kids(meta, "signal"):
        if text := words(first(signal, "name")):
            item.signals.append(text)
    item.links += [_link(link, at(link, "rel")) for link in kids(meta, "link")]


def _content_meta(item: G2Item, meta: Element) -> None:
    item.urgency = item.urgency or words(first(meta, "urgency"))
    item.content_created = item.content_created or words(first(meta, "contentCreated"))
    item.slugline = item.slugline or words(first(meta, "slugline"))
    item.dateline = item.dateline or words(first(meta, "dateline"))
    item.credit = item.credit or words(first(meta, "creditline"))
    item.language = at(first(meta, "language"), "tag") or item.language
    located = first(meta, "located")
    item.located = item.located or words(first(located, "name")) or at(located, "literal")
    for line in kids(meta, "headline"):
        if text := words(line):
            item.headlines.append((at(line, "role").rpartition(":")[2], text))
    for line in kids(meta, "description"):
        if text := words(line):
            item.descriptions.append((at(line, "role").rpartition(":")[2], text))
    item.names += [text for line in kids(meta, "by") if (text := words(line))]
    item.creators += [name for person in kids(meta, "creator") if (name := _person(person))]
    item.creators += [
        name
        for person in kids(meta, "contributor")
        if "author" in at(person, "role").lower() and (name := _person(person))
    ]
    item.sources += [_concept(source) for source in kids(meta, "infoSource")]
    item.subjects += [_concept(subject) for subject in kids(meta, "subject", "genre")]
    item.keywords += [text for row in kids(meta, "keyword") if (text := words(row))]


def _person(element: Element) -> str:
    """A maker's name; a code is no name, and an organisation signs nothing."""
    name = words(first(element, "name")) or at(element, "literal")
    org = at(element, "qcode").startswith("web:") or "organi" in at(element, "type").lower()
    return name if " " in name and not org else ""


def _concept(element: Element | None) -> Concept:
    """A concept as it is named in the item's own language, else as it is named first."""
    if element is not None and not at(element, "qcode", "uri", "literal"):
        # A concept narrowed by facets: the main one says what it is about.
        element = next(kids(element, "mainConcept"), element)
    names = [words(name) for name in kids(element, "name")]
    code = at(element, "qcode", "uri", "literal")
    return Concept(code, names[0] if names else at(element, "literal"), at(element, "type"))


def _named_by_assert(item: G2Item, part: Element) -> None:
    code, name = at(part, "qcode", "uri", "literal"), words(first(part, "name"))
    for concept in (*item.subjects, *item.sources, item.provider):
        if concept.code == code and name and (not concept.name or concept.name == code):
            concept.name = name


def _link(element: Element, rel: str) -> Link:
    kind = at(first(element, "itemClass"), "qcode", "uri").rpartition(":")[2]
    kind = kind or at(element, "contenttype")
    title = words(first(element, "title")) or words(first(element, "headline"))
    return Link(rel.rpartition(":")[2], at(element, "residref"), at(element, "href"), title, kind)


def _contents(item: G2Item, contents: Element) -> None:
    for part in kids(contents, "inlineXML"):
        inner = next(kids(part), None)
        if inner is None:
            if text := "".join(part.itertext()).strip():
                item.plain.append(text)
        else:
            inline.read(item, inner)
    for part in kids(contents, "inlineData"):
        text = "".join(part.itertext())
        if text.strip() and at(part, "encoding") not in {"encd:base64", "base64"}:
            (item.html if "<p" in text or "html" in at(part, "contenttype") else item.plain).append(
                text
            )
    for part in kids(contents, "remoteContent"):
        if target := at(part, "href", "residref"):
            width = at(part, "width")
            item.files.append(
                Remote(
                    target,
                    at(part, "contenttype"),
                    at(part, "rendition").rpartition(":")[2],
                    int(width) if width.isdecimal() else 0,
                )
            )
