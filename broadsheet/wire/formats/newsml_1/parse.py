"""Bytes of NewsML 1.x into its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from broadsheet.wire.formats import xml
from broadsheet.wire.formats.elements import (
    Element,
    at,
    first,
    inside,
    kids,
    markup_of,
    name_of,
    words,
)
from broadsheet.wire.formats.newsml_1 import components
from broadsheet.wire.formats.newsml_1.shape import Content, NewsItem
from broadsheet.wire.formats.nitf.parse import story_of

#: Elements of the description that name what the copy is about.
_SUBJECTS = ("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")


def parse(data: bytes) -> list[NewsItem]:
    """Every news item of a file.

    Raises:
        ValueError: it is XML, and holds no news item.
        broadsheet.wire.formats.xml.BrokenXmlError: nothing could be made of it.
    """
    parsed = xml.parse(data)
    root = parsed.root
    found = [root] if name_of(root) == "NewsItem" else list(inside(root, "NewsItem"))
    if not found:
        raise ValueError(f"there is no NewsItem in its {name_of(root)}")
    envelope = first(root, "NewsEnvelope")
    items = []
    for element in found:
        for item in _stories(element):
            item.sent = words(first(envelope, "DateAndTime"))
            item.urgency = item.urgency or _said(first(envelope, "Priority"))
            item.sender = at(first(envelope, "SentFrom", "Party"), "FormalName")
            item.notes += _comments(first(envelope, "SentFrom"))
            item.problems = [*parsed.problems, *item.problems]
            items.append(item)
    return items


def _stories(element: Element) -> Iterator[NewsItem]:
    """The item, or each of the stories that stand side by side in it, with what they share."""
    apart = components.apart(element)
    if not apart:
        yield _item(element, list(components.every(element)))
        return
    shared = [one for one in components.every(element) if not components.is_within(one, apart)]
    for story in apart:
        item = _item(element, [story, *components.every(story), *shared])
        item.part = at(story, "Duid") if len(at(story, "Duid")) > 3 else at(story, "lang")
        yield item


def _item(element: Element, parts: Sequence[Element]) -> NewsItem:
    """What an item says in these components, the first that says a thing first."""
    item = NewsItem()
    _identity(item, first(element, "Identification"))
    _management(item, first(element, "NewsManagement"))
    item.notes += _comments(element)
    with_copy = [part for part in parts if components.has_copy(part)]
    for component in parts:
        # What is said of a picture is not said of the copy that it goes with.
        if not with_copy or component in with_copy or not components.brings_files(component):
            _lines(item, first(component, "NewsLines"))
            _description(item, first(component, "DescriptiveMetadata"))
        item.language = item.language or at(component, "lang")
        _administration(item, first(component, "AdministrativeMetadata"))
        rights = first(component, "RightsMetadata")
        item.usage = item.usage or words(first(rights, "UsageRights"))
        right = first(rights, "Copyright")
        item.copyright = item.copyright or " ".join(filter(None, map(words, kids(right))))
        _contents(item, component)
    item.language = item.language or at(element, "lang")
    return item


def _comments(element: Element | None) -> list[str]:
    return [text for comment in kids(element, "Comment") if (text := words(comment))]


def _said(element: Element | None) -> str:
    """What a value is: its formal name, or its text where a sender writes it there."""
    return at(element, "FormalName") or words(element)


def _identity(item: NewsItem, identity: Element | None) -> None:
    named = first(identity, "NewsIdentifier")
    item.provider_id = words(first(named, "ProviderId"))
    item.date_id = words(first(named, "DateId"))
    item.item_id = words(first(named, "NewsItemId"))
    revision = first(named, "RevisionId")
    item.revision, item.update = words(revision), at(revision, "Update")
    item.public_id = words(first(named, "PublicIdentifier"))
    item.label = words(first(identity, "NameLabel"))


def _management(item: NewsItem, managed: Element | None) -> None:
    item.kind = at(first(managed, "NewsItemType"), "FormalName")
    item.status = at(first(managed, "Status"), "FormalName")
    item.urgency = _said(first(managed, "Urgency"))
    item.created = words(first(managed, "FirstCreated"))
    item.revised = words(first(managed, "ThisRevisionCreated"))
    change = first(managed, "StatusWillChange")
    future = at(first(change, "FutureStatus"), "FormalName").lower()
    if item.status.lower() == "embargoed" or future == "usable":
        item.embargo = words(first(change, "DateAndTime"))
    item.notes += _comments(managed)
    for one in kids(managed, "Instruction"):
        item.instructions.append(at(one, "FormalName"))
        if text := words(one):
            item.notes.append(text)
    for one in kids(managed, "DerivedFrom", "Replaces"):
        if target := at(one, "NewsItem"):
            item.derived_from.append(target)


def _lines(item: NewsItem, lines: Element | None) -> None:
    item.headline = item.headline or words(first(lines, "HeadLine"))
    item.subheadline = item.subheadline or words(first(lines, "SubHeadLine"))
    item.slugline = item.slugline or words(first(lines, "SlugLine"))
    item.dateline = item.dateline or words(first(lines, "DateLine"))
    item.credit = item.credit or words(first(lines, "CreditLine"))
    item.copyright = item.copyright or words(first(lines, "CopyrightLine"))
    item.usage = item.usage or words(first(lines, "RightsLine"))
    if not item.bylines:
        item.bylines = [text for line in kids(lines, "ByLine") if (text := words(line))]
    for line in kids(lines, "KeywordLine"):
        item.keywords += [word for part in re.split(r"[,;]", words(line)) if (word := part.strip())]
    for line in kids(lines, "NewsLine"):
        kind = at(first(line, "NewsLineType"), "FormalName").lower()
        text = words(first(line, "NewsLineText"))
        if "advisory" in kind or "note" in kind or "caution" in kind:
            item.notes.append(text)
        elif "abstract" in kind or "summary" in kind or "lead" in kind:
            item.abstract = item.abstract or text


def _administration(item: NewsItem, data: Element | None) -> None:
    def parties(name: str) -> list[str]:
        return [
            said
            for role in kids(data, name)
            for party in kids(role, "Party")
            if (said := at(party, "FormalName") or words(party))
        ]

    item.provider = item.provider or next(iter(parties("Provider")), "")
    item.source = item.source or next(iter(parties("Source")), "")
    values = {at(row, "FormalName").lower(): at(row, "Value") for row in kids(data, "Property")}
    if not item.bylines and values.get("author"):
        item.bylines = [values["author"]]
    item.slugline = item.slugline or values.get("topic", "")
    item.urgency = item.urgency or values.get("priority", "")
    if values.get("editorialinfo"):
        item.notes.append(values["editorialinfo"])


def _description(item: NewsItem, data: Element | None) -> None:
    item.language = item.language or at(first(data, "Language"), "FormalName")
    for code in inside(data, *_SUBJECTS):
        said = at(code, "FormalName")
        if said and said not in {known for known, _ in item.subjects}:
            item.subjects.append((said, words(code)))
    for named in kids(data, "Location"):
        values = {at(p, "FormalName").lower(): at(p, "Value") for p in kids(named, "Property")}
        item.location = item.location or values.get("city") or values.get("country") or ""
    for row in kids(data, "Property"):
        name, value = at(row, "FormalName").lower(), at(row, "Value")
        if name == "keyword" and value:
            item.keywords.append(value)
        elif name == "city":
            item.location = item.location or value


def _contents(item: NewsItem, component: Element) -> None:
    lined = _lined(component)
    own = lined is component or not components.has_copy(lined)
    lines = first(lined, "NewsLines") if own else None
    for part in kids(component, "ContentItem"):
        content = _content(part)
        content.role = components.role_of(component)
        content.headline = words(first(lines, "HeadLine"))
        content.credit = words(first(lines, "CreditLine"))
        content.byline = words(first(lines, "ByLine"))
        content.group = str(component.getroottree().getpath(lined))
        around = component.getparent()
        alike = at(component, "EquivalentsList") or at(around, "EquivalentsList")
        content.is_rendition = alike.lower() == "yes"
        item.contents.append(content)
        item.notes += _comments(part)


def _lined(component: Element) -> Element:
    """The nearest component with lines of its own: what belongs to one picture stands in it."""
    around = [component, *component.iterancestors("{*}NewsComponent")]
    return next((one for one in around if first(one, "NewsLines") is not None), around[-1])


def _content(part: Element) -> Content:
    content = Content(
        at(part, "Href"),
        at(first(part, "MediaType"), "FormalName"),
        at(first(part, "MimeType"), "FormalName"),
    )
    for row in kids(first(part, "Characteristics"), "Property"):
        value = at(row, "Value")
        if at(row, "FormalName").lower() == "width" and value.isdecimal():
            content.width = int(value)
    data = first(part, "DataContent")
    inner = next(kids(data), None)
    if data is None:
        return content
    if inner is None:
        content.plain = "".join(data.itertext())
    elif name_of(inner).lower() == "nitf" or next(inside(inner, "nitf"), None) is not None:
        content.nitf = story_of(inner if name_of(inner) == "nitf" else next(inside(inner, "nitf")))
    else:
        body = first(inner, "body")
        content.html = markup_of(body if body is not None else data)
    return content
