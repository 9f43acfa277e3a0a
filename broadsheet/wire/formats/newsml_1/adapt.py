"""A NewsML 1.x news item's shape into an item."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from broadsheet.wire.formats import markup
from broadsheet.wire.formats.agency_copy import agency_name, read_time, settle
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.newsml_1.components import CAPTIONS, HEADLINES, NO_COPY
from broadsheet.wire.formats.newsml_1.files import media_of
from broadsheet.wire.formats.newsml_1.shape import Content, NewsItem
from broadsheet.wire.formats.nitf.adapt import fill
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import paragraphs_of, place_of
from broadsheet.wire.formats.zones import home_of

_STATUS = {
    "usable": "usable", "embargoed": "usable", "withheld": "withheld", "canceled": "canceled",
    "cancelled": "canceled", "killed": "canceled", "deleted": "canceled",
}  # fmt: skip
_MEDIA = {"photo": "picture", "graphic": "graphic", "video": "video", "audio": "audio",
          "picture": "picture", "complexdata": "other", "animation": "video"}  # fmt: skip
_INSTRUCTIONS = {
    "correction": "correction", "update": "update", "rectify": "correction", "delete": "kill",
    "kill": "kill", "cancel": "kill", "repeat": "repeat", "advisory": "advisory",
}  # fmt: skip


def adapt(shapes: Sequence[NewsItem]) -> list[Item]:
    """An item for each news item."""
    return [_item(shape) for shape in shapes]


def _item(shape: NewsItem) -> Item:
    item = Item(format="newsml-1", problems=list(shape.problems))
    item.guid, item.version = _identity(shape)
    if not item.guid:
        item.problems.append("it has no identifier")
    item.status = _status(item, shape.status)
    item.urgency = whole(shape.urgency)
    item.language = language(shape.language)
    item.headline = plain(shape.headline)
    item.slugline = shape.slugline or shape.label
    item.byline = byline(shape.bylines)
    item.dateline = place_of(shape.dateline) or shape.location
    item.agency = _agency(shape)
    item.credit, item.copyright = shape.credit, shape.copyright
    item.subjects = [Subject(code, name) for code, name in shape.subjects]
    item.keywords = list(dict.fromkeys(shape.keywords))
    home = home_of(item.agency, shape.provider_id, shape.sender)
    _times(item, shape, home)
    item.replaces = [_bare(target) for target in shape.derived_from]
    item.replaces = [guid for guid in item.replaces if guid != item.guid]
    _copy(item, shape)
    item.kind = _kind(item, shape)
    _notes(item, shape)
    for said in (*shape.instructions, shape.update, shape.kind):
        signal = _INSTRUCTIONS.get(said.lower())
        if signal and signal not in item.signals:
            item.signals.append(signal)
    settle(item, home, dateline_is_sure=bool(place_of(shape.dateline)))
    if shape.status.lower() == "embargoed" and item.embargo is None:
        # Held, and nobody says until when.
        item.status = "withheld"
    return item


def _agency(shape: NewsItem) -> str:
    named = shape.provider or shape.source or shape.sender
    return agency_name(named or shape.provider_id)


def _identity(shape: NewsItem) -> tuple[str, str | None]:
    """The id without the revision, which changes: `urn:newsml:{provider}:{date}:{item}` (RFC 3085)."""
    version = shape.revision or None
    part = f"#{shape.part}" if shape.part else ""
    if shape.provider_id and shape.date_id and shape.item_id:
        whole_id = f"urn:newsml:{shape.provider_id}:{shape.date_id}:{shape.item_id}"
        return whole_id + part, version
    return _bare(shape.public_id) + part, version or _revision(shape.public_id)


def _bare(urn: str) -> str:
    """A NewsML urn without its revision."""
    found = re.match(r"^(urn:newsml:[^:]+:[^:]+:.+?)(?::\d+[NUA]?)?$", urn)
    return found[1] if found else urn


def _revision(urn: str) -> str | None:
    found = re.search(r":(\d+)[NUA]?$", urn)
    return found[1] if found and urn.startswith("urn:newsml:") else None


def _status(item: Item, said: str) -> str:
    status = _STATUS.get(said.lower().rpartition(":")[2])
    if said and status is None:
        item.problems.append(f"its status “{said}” is none; it was taken as usable")
    return status or "usable"


def _times(item: Item, shape: NewsItem, home: str) -> None:
    item.created = read_time(item, shape.created, home)
    item.versioned = read_time(item, shape.revised, home)
    item.published = read_time(item, shape.sent, home)
    item.embargo = read_time(item, shape.embargo, home)


def _copy(item: Item, shape: NewsItem) -> None:
    """The longest text is the copy; what has a part of its own (a headline, a caption) is not."""
    found: list[markup.Block] = []
    lead: list[str] = []
    for content in shape.contents:
        if content.nitf is not None and not item.paragraphs:
            fill(item, content.nitf)
        elif (content.html or content.plain) and "css" not in content.mime:
            block = _block(content)
            text = " ".join(block.paragraphs)
            if content.role in HEADLINES:
                item.headline = item.headline or text
            elif content.role == "lead":
                lead += block.paragraphs
            elif content.role in {"abstract", "summary"}:
                shape.abstract = shape.abstract or text
            elif content.role not in NO_COPY:
                found.append(block)
    if found and not item.paragraphs:
        longest = max(found, key=lambda block: sum(map(len, block.paragraphs)))
        item.paragraphs = longest.paragraphs
        item.links += longest.links
    if lead and item.paragraphs[:1] != lead[:1]:
        item.paragraphs[:0] = lead
    item.media += media_of(shape, _captions(shape))


def _captions(shape: NewsItem) -> dict[str, str]:
    """The caption of each group of components."""
    captions: dict[str, str] = {}
    for content in shape.contents:
        if content.role in CAPTIONS and (content.html or content.plain):
            captions.setdefault(content.group, " ".join(_block(content).paragraphs))
    return captions


def _block(content: Content) -> markup.Block:
    if content.html or "<" in content.plain:
        return markup.read(content.html or content.plain, "")
    return markup.Block(paragraphs_of(html.unescape(content.plain)))


def _kind(item: Item, shape: NewsItem) -> str:
    if item.paragraphs:
        return "text"
    kinds = [_MEDIA.get(c.media.lower(), "") for c in shape.contents if c.href]
    return next((kind for kind in kinds if kind), "text")


def _notes(item: Item, shape: NewsItem) -> None:
    if shape.subheadline:
        item.notes.append(Note("subhead", plain(shape.subheadline), public=True))
    if shape.abstract:
        item.notes.append(Note("summary", plain(shape.abstract), public=True))
    for text in shape.notes:
        item.notes.append(Note("editors", text, public=False))
    if shape.usage:
        item.notes.append(Note("usage", shape.usage, public=False))
