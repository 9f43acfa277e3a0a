"""Bytes of NITF into its shape; `story_of` reads one that stands inside another format."""

from __future__ import annotations

from broadsheet.wire.formats import markup, xml
from broadsheet.wire.formats.elements import (
    Element,
    at,
    first,
    inside,
    kids,
    markup_of,
    name_of,
    words,
)  # fmt: skip
from broadsheet.wire.formats.item import Medium
from broadsheet.wire.formats.nitf.shape import Story


def parse(data: bytes) -> Story:
    """Read a document.

    Raises:
        broadsheet.wire.formats.xml.BrokenXmlError: nothing could be made of it.
    """
    parsed = xml.parse(data)
    root = parsed.root
    found = root if name_of(root) == "nitf" else next(inside(root, "nitf"), root)
    story = story_of(found)
    story.problems[:0] = parsed.problems
    return story


def story_of(root: Element) -> Story:
    """The shape of a `nitf` element."""
    story = Story(language=at(root, "lang"))
    head, body = first(root, "head"), first(root, "body")
    story.title = words(first(head, "title"))
    for meta in kids(head, "meta"):
        story.meta.setdefault(at(meta, "name").lower(), at(meta, "content"))
    _docdata(story, first(head, "docdata"))
    _topics(story, first(head, "tobject"))
    for published in kids(head, "pubdata"):
        story.posted = story.posted or at(published, "date.publication")
    _body_head(story, first(body, "body.head"))
    content = first(body, "body.content")
    if content is None and body is not None and first(body, "body.head") is None:
        content = body
    _content(story, content)
    story.tagline = words(first(body, "body.end", "tagline"))
    return story


def _docdata(story: Story, data: Element | None) -> None:
    story.identity = at(first(data, "doc-id"), "id-string")
    story.source = at(first(data, "doc-id"), "regsrc")
    story.management = at(data, "management-status")
    story.cancels = at(data, "management-doc-idref-status") or at(data, "management-idref-status")
    story.refers_to = at(data, "management-doc-idref")
    story.urgency = at(first(data, "urgency"), "ed-urg")
    story.fixture = at(first(data, "fixture"), "fix-id")
    story.slug = at(first(data, "du-key"), "key")
    story.version = at(first(data, "du-key"), "version")
    story.issued = at(first(data, "date.issue"), "norm")
    story.released = at(first(data, "date.release"), "norm")
    story.expires = at(first(data, "date.expire"), "norm")
    right = first(data, "doc.copyright")
    story.copyright = " ".join(filter(None, (at(right, "year"), at(right, "holder"))))
    story.keywords = [key for row in inside(data, "keyword") if (key := at(row, "key"))]
    for message in kids(data, "ed-msg"):
        story.management = story.management or at(message, "msg-type")
        if text := at(message, "info") or words(message):
            story.notes.append(("editors", text))
    for named in inside(first(data, "identified-content"), "classifier", "location"):
        if text := at(named, "value") or words(named):
            story.subjects.append((at(named, "code", "location-code", "id"), text))


def _topics(story: Story, topic: Element | None) -> None:
    for row in kids(topic, "tobject.subject"):
        name = at(row, "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
        story.subjects.append((at(row, "tobject.subject.refnum", "tobject.subject.code"), name))


def _body_head(story: Story, head: Element | None) -> None:
    lines = first(head, "hedline")
    story.headline = words(first(lines, "hl1"))
    story.subheads = [text for line in kids(lines, "hl2") if (text := words(line))]
    for line in kids(head, "byline"):
        people = [words(person) for person in inside(line, "person")]
        story.names += people or [_without(line, "byttl") or words(line)]
    place = first(head, "dateline")
    story.dateline = words(first(place, "location")) or _without(place, "story.date")
    story.abstract = words(first(head, "abstract"))
    story.credit = words(first(head, "distributor"))
    for note in kids(head, "note"):
        if text := words(note):
            story.notes.append((at(note, "type", "noteclass") or "editors", text))
    right = first(head, "rights")
    story.copyright = story.copyright or words(right)


def _without(element: Element | None, name: str) -> str:
    """The text of an element without that of one kind of its children."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["" if name_of(child) == name else words(child), child.tail or ""]
    return " ".join("".join(pieces).split()).strip(" ,;-–—")


def _content(story: Story, content: Element | None) -> None:
    if content is None:
        return
    for media in list(inside(content, "media")):
        story.media += _media(media)
        parent = media.getparent()
        if parent is not None:
            parent.remove(media)
    for note in list(inside(content, "note")):
        if text := words(note):
            story.notes.append((at(note, "type", "noteclass") or "editors", text))
        parent = note.getparent()
        if parent is not None:
            parent.remove(note)
    block = markup.read(markup_of(content), "")
    story.paragraphs, story.links = block.paragraphs, block.links
    story.media += block.media


def _media(media: Element) -> list[Medium]:
    """The first reference stands for the file, the widest for a picture in several sizes."""
    files = [ref for ref in inside(media, "media-reference") if at(ref, "source", "data-location")]
    if not files:
        return []
    best = max(files, key=lambda ref: _number(at(ref, "width")))
    caption, credit = at(best, "alternate-text"), ""
    if (line := first(media, "media-caption")) is not None and words(line):
        caption, credit = markup.caption_and_credit(line)
    kind = at(best, "mime-type") or at(media, "media-type")
    credit = words(first(media, "media-producer")) or credit
    return [Medium(at(best, "source", "data-location"), kind, credit, caption)]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
