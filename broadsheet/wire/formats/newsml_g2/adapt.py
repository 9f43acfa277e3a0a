"""A NewsML-G2 item's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.wire.formats import markup
from broadsheet.wire.formats.agency_copy import agency_name, read_time, settle
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.newsml_g2.shape import Concept, G2Item, Link, Remote
from broadsheet.wire.formats.ninjs.adapt import status_of, steady
from broadsheet.wire.formats.nitf.adapt import fill
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import paragraphs_of, place_of
from broadsheet.wire.formats.zones import home_of

_KINDS = {
    "text": "text", "picture": "picture", "photo": "picture", "graphic": "graphic",
    "animated": "graphic", "audio": "audio", "video": "video", "composite": "package",
}  # fmt: skip
_ELEMENTS = {
    "packageItem": "package", "planningItem": "event", "conceptItem": "other",
    "knowledgeItem": "other", "catalogItem": "other",
}  # fmt: skip
#: Signals of the standard (`sig`) and of agencies, and the house's words for them.
_SIGNALS = {
    "correction": "correction", "update": "update", "repeat": "repeat", "kill": "kill",
    "retransmission": "repeat", "embargo": "embargo", "advisory": "advisory", "cancel": "kill",
    "writethru": "update", "withdrawal": "kill", "corrective": "correction",
}  # fmt: skip
#: Relations by which a revision with an id of its own names the one before it.
_REPLACING = re.compile(
    r"replac|previous|supersed|correct|derivedfromprevious|isrevisionof|hasprevious", re.I
)
_MAIN = ("main", "", "hld:main", "title")
_CAPTIONS = ("caption", "captions", "description", "abstract", "")
_SUMMARIES = ("summary", "abstract", "lead", "teaser", "standfirst", "intro", "short")
_BEST = ("highres", "hires", "original", "main", "baseimage", "rnd:highres", "web")


def adapt(shapes: Sequence[G2Item]) -> list[Item]:
    """An item for each; what a package holds in the same message is said by their ids."""
    return [_item(shape) for shape in shapes]


def _item(shape: G2Item) -> Item:
    item = Item(format="newsml-g2", problems=list(shape.problems))
    item.guid = steady(shape.guid)
    item.version = shape.version or None
    item.kind = _kind(shape)
    item.status = status_of(item, shape.status)
    item.urgency = whole(shape.urgency)
    item.language = language(shape.language)
    item.headline = plain(_chosen(shape.headlines, _MAIN))
    item.slugline = shape.slugline
    item.byline = byline(shape.names or shape.creators)
    item.dateline = place_of(shape.dateline) or shape.located
    item.agency = _agency(shape)
    item.credit = shape.credit
    item.copyright = shape.copyright
    item.subjects = [_subject(one) for one in shape.subjects if one.code or one.name]
    item.keywords = list(dict.fromkeys(shape.keywords))
    home = home_of(item.agency, shape.provider.code, shape.guid)
    _times(item, shape, home)
    _copy(item, shape)
    # The item's title is often a working one: the copy's own headline goes before it.
    item.headline = item.headline or plain(shape.title)
    _links(item, shape)
    _notes(item, shape)
    _signals(item, shape)
    settle(item, home, dateline_is_sure=bool(shape.dateline))
    if not item.guid:
        item.problems.append("it has no guid")
    return item


def _kind(shape: G2Item) -> str:
    if shape.is_event and not (shape.nitf or shape.html):
        return "event"
    if shape.element in _ELEMENTS:
        return _ELEMENTS[shape.element]
    if shape.kind.lower() in _KINDS:
        kind = _KINDS[shape.kind.lower()]
        return "text" if kind == "package" and (shape.nitf or shape.html) else kind
    first = shape.files[0].type.partition("/")[0] if shape.files else "text"
    return {"image": "picture", "video": "video", "audio": "audio"}.get(first, "text")


def _chosen(rows: Sequence[tuple[str, str]], roles: Sequence[str]) -> str:
    for role in roles:
        found = next((text for said, text in rows if said.lower() == role), "")
        if found:
            return found
    return rows[0][1] if rows else ""


def _agency(shape: G2Item) -> str:
    """The provider's name, the name of a source, or the provider's code, in this order."""
    named = (concept.name for concept in (shape.provider, *shape.sources))
    code = shape.provider.code
    name = next((name for name in named if name and "//" not in name), "")
    return agency_name(name or code.rpartition("/" if "//" in code else ":")[2])


def _subject(concept: Concept) -> Subject:
    return Subject(concept.code, concept.name if concept.name != concept.code else "")


def _times(item: Item, shape: G2Item, home: str) -> None:
    item.created = read_time(item, shape.created or shape.content_created or shape.published, home)
    item.versioned = read_time(item, shape.versioned, home)
    item.published = read_time(item, shape.published, home)
    item.embargo = read_time(item, shape.embargoed or "", home)
    if shape.embargoed and item.embargo is None:
        # An embargo whose end cannot be read holds the item until somebody looks.
        item.status = "withheld"


def _copy(item: Item, shape: G2Item) -> None:
    if shape.nitf is not None:
        fill(item, shape.nitf)
        return
    for html in shape.html:
        block = markup.read(html, "")
        item.paragraphs += block.paragraphs
        item.links += block.links
        item.media += block.media
    for text in shape.plain:
        item.paragraphs += paragraphs_of(text)


def _links(item: Item, shape: G2Item) -> None:
    for link in shape.links:
        target = link.target or link.href
        if _REPLACING.search(link.rel) and target:
            item.replaces.append(steady(target))
        elif link.rel == "itemRef" and "picture" in link.kind and link.href:
            item.media.append(Medium(link.href, "image", "", link.title))
        elif target:
            item.links.append(_address(link))
    best = _best(shape.files)
    if best is not None:
        caption = _chosen(shape.descriptions, _CAPTIONS) if item.kind != "text" else ""
        names = byline(shape.names or shape.creators)
        item.media.insert(0, Medium(best.href, best.type, shape.credit or names, plain(caption)))


def _address(link: Link) -> str:
    return link.href or link.target


def _best(files: Sequence[Remote]) -> Remote | None:
    """The rendition to fetch: the one called so, else the widest."""
    named = {one.rendition.lower(): one for one in files}
    chosen = next((named[name] for name in _BEST if name in named), None)
    return chosen or max(files, key=lambda one: one.width, default=None)


def _notes(item: Item, shape: G2Item) -> None:
    for role, text in shape.descriptions:
        if item.kind == "text" and (role.lower() in _SUMMARIES or not role):
            item.notes.append(Note("summary", plain(text), public=True))
        elif item.kind != "text" and not shape.files:
            item.notes.append(Note(role or "caption", plain(text), public=True))
    for role, text in shape.headlines:
        if role and role.lower() not in _MAIN and plain(text) != item.headline:
            item.notes.append(Note(role, plain(text), public=True))
    for role, text in shape.notes:
        item.notes.append(Note(role, text, public=False))
    for text in shape.private:
        item.notes.append(Note("desk", text, public=False))
    if shape.usage:
        item.notes.append(Note("usage", shape.usage, public=False))


def _signals(item: Item, shape: G2Item) -> None:
    for said in shape.signals:
        word = said.rpartition(":")[2].rpartition("/")[2].lower()
        signal = _SIGNALS.get(word)
        if signal and signal not in item.signals:
            item.signals.append(signal)
