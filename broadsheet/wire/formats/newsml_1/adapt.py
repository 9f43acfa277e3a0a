"""A NewsML 1.x news item's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.wire.formats import markup, signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.newsml_1.shape import Content, NewsItem
from broadsheet.wire.formats.nitf.adapt import fill
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import dateline_of

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
#: Roles of components whose text is something else than the copy.
_CAPTIONS = frozenset(("caption", "captions"))
_NO_COPY = frozenset(("headline", "subheadline", "abstract", "summary", "contact", "css", "style"))
#: Words among roles and addresses that say which size stands for the file, and which does not.
_BEST = ("main", "highdef", "high", "full", "original")
_LEAST = ("quicklook", "preview", "thumb", "icon")


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
    place, _, _ = dateline_of(f"{shape.dateline.rstrip(' -–—')} - x")
    item.dateline = place or re.split(r"[,(]", shape.dateline)[0].strip(" -–—") or shape.location
    item.agency = shape.provider or shape.source or shape.provider_id.partition(".")[0].upper()
    item.credit, item.copyright = shape.credit, shape.copyright
    item.subjects = [Subject(code, name) for code, name in shape.subjects]
    item.keywords = shape.keywords
    _times(item, shape)
    item.replaces = [_bare(target) for target in shape.derived_from]
    item.replaces = [guid for guid in item.replaces if guid != item.guid]
    _copy(item, shape)
    item.kind = _kind(item, shape)
    _notes(item, shape)
    for said in (*shape.instructions, shape.update):
        signal = _INSTRUCTIONS.get(said.lower())
        if signal and signal not in item.signals:
            item.signals.append(signal)
    signals.mark(item)
    if item.status == "canceled" and "kill" not in item.signals:
        item.signals.append("kill")
    return item


def _identity(shape: NewsItem) -> tuple[str, str | None]:
    """The id without the revision, which changes: `urn:newsml:{provider}:{date}:{item}` (RFC 3085)."""
    version = shape.revision or None
    if shape.provider_id and shape.date_id and shape.item_id:
        return f"urn:newsml:{shape.provider_id}:{shape.date_id}:{shape.item_id}", version
    return _bare(shape.public_id), version or _revision(shape.public_id)


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


def _times(item: Item, shape: NewsItem) -> None:
    for name, said in (
        ("created", shape.created),
        ("versioned", shape.revised),
        ("published", shape.sent),
        ("embargo", shape.embargo),
    ):
        if said:
            stamp = stamps.read(said)
            setattr(item, name, stamp.value)
            if stamp.problem and stamp.problem not in item.problems:
                item.problems.append(stamp.problem)
    if shape.status.lower() == "embargoed" and item.embargo is None:
        # Held, and nobody says until when.
        item.status = "withheld"


def _copy(item: Item, shape: NewsItem) -> None:
    """The longest text is the copy; what has a part of its own (a headline, a caption) is not."""
    found: list[markup.Block] = []
    for content in shape.contents:
        role = content.role.lower()
        if content.nitf is not None and not item.paragraphs:
            fill(item, content.nitf)
        elif (content.html or content.plain) and "css" not in content.mime:
            block = markup.read(content.html or content.plain, "")
            if role in _CAPTIONS:
                item.notes.append(Note("caption", " ".join(block.paragraphs), public=True))
            elif role not in _NO_COPY:
                found.append(block)
    if found and not item.paragraphs:
        longest = max(found, key=lambda block: sum(map(len, block.paragraphs)))
        item.paragraphs = longest.paragraphs
        item.links += longest.links
    if item.paragraphs and item.paragraphs[0] == item.headline:
        del item.paragraphs[0]
    if item.paragraphs:
        place, agency, rest = dateline_of(item.paragraphs[0])
        if place and rest:
            item.dateline, item.paragraphs[0] = item.dateline or place, rest
            item.agency = item.agency or agency
    captions = [note.text for note in item.notes if note.role == "caption"]
    item.media += _files(shape, captions[0] if captions else "")


def _files(shape: NewsItem, caption: str) -> list[Medium]:
    """The files, the best size of each picture."""
    best: dict[str, Content] = {}
    for content in shape.contents:
        if not content.href:
            continue
        kind = content.media.lower() or content.mime.partition("/")[0]
        key = f"{kind}:{content.headline}"
        if key not in best or _rank(content) < _rank(best[key]):
            best[key] = content
    return [
        Medium(
            one.href,
            one.mime or one.media.lower(),
            one.credit or one.byline or shape.credit,
            caption or one.headline,
        )
        for one in best.values()
    ]


def _rank(content: Content) -> tuple[int, int]:
    where = f"{content.role} {content.href}".lower()
    small = next((place for place, word in enumerate(_LEAST, 1) if word in where), 0)
    named = next((place for place, word in enumerate(_BEST) if word in where), len(_BEST))
    return -content.width, len(_BEST) + small if small else named


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
