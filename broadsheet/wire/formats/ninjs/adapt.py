"""A ninjs shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from broadsheet.wire.formats import markup, signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.json_values import rows, text, texts, whole, words
from broadsheet.wire.formats.ninjs.shape import Ninjs, Rendition, Words
from broadsheet.wire.formats.nitf import parse as nitf
from broadsheet.wire.formats.nitf.adapt import fill
from broadsheet.wire.formats.titles import plain

_KINDS = {
    "text": "text", "picture": "picture", "graphic": "graphic", "audio": "audio", "video": "video",
    "composite": "package", "event": "event",
}  # fmt: skip
_STATUS = {"cancelled": "canceled", "cancel": "canceled", "held": "withheld"}
#: Parameters of an address that let one in once; what is left is the steady id.
_TOKENS = words("qt et cid token sig signature expires auth key access_token api_key")
#: Which rendition stands for a file: the named ones first, the widest of the others.
_BEST = ("main", "original", "viewimage", "baseimage", "highres", "hires")
_CAPTIONS = ("caption", "text", "main", "html", "xhtml")
_SUBJECTS = ("subject", "subjects", "genre", "genres", "service")
_LINES = re.compile(r"\n\s*\n|\r\n\s*\r\n")


def adapt(shapes: Sequence[Ninjs]) -> list[Item]:
    """An item for each object."""
    return [item_of(shape) for shape in shapes]


def item_of(shape: Ninjs, name: str = "ninjs") -> Item:
    """The item of one object. `name` is the format that it is said to be."""
    said = shape.said
    item = Item(format=name, problems=list(shape.problems))
    item.guid = shape.altids.get("itemid") or steady(
        text(said.get("uri")) or text(said.get("guid"))
    )
    item.version = text(said.get("version")) or None
    item.kind = _kind(shape)
    item.status = status_of(item, text(said.get("pubstatus")))
    item.urgency = whole(said.get("urgency")) or whole(said.get("priority"))
    item.language = language(text(said.get("language")))
    item.headline = plain(_first(shape.headlines, ("main", "extended")) or text(said.get("title")))
    item.slugline = text(said.get("slugline"))
    item.byline = _byline(said)
    item.dateline = text(said.get("located"))
    item.copyright = text(said.get("copyrightnotice"))
    item.agency = _agency(said)
    item.credit = _first(shape.descriptions, ("creditline",)) or text(said.get("creditline"))
    item.credit = item.credit or text(said.get("copyrightholder")) or item.agency
    _times(item, said)
    item.subjects = _subjects(said)
    item.keywords = list(dict.fromkeys(texts(said.get("keywords"))))
    item.replaces = [steady(uri) for uri in texts(said.get("evolvedfrom")) if uri]
    item.signals = [one.removeprefix("sig:").lower() for one in texts(said.get("signal"))]
    _copy(item, shape)
    _media(item, shape)
    _notes(item, shape)
    signals.mark(item)
    return item


def steady(uri: str) -> str:
    """An address without the tokens that open it this once; any other id as it is."""
    if "?" not in uri or not uri.startswith(("http://", "https://")):
        return uri
    parts = urlsplit(uri)
    kept = [(k, v) for k, v in parse_qsl(parts.query, True) if k.lower() not in _TOKENS]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def status_of(item: Item, said: str) -> str:
    """The publication status; one that is missing is `usable`, one that is none is said."""
    low = said.lower().removeprefix("stat:")
    low = _STATUS.get(low, low)
    if low in {"usable", "withheld", "canceled"}:
        return low
    if low:
        item.problems.append(f"its publication status “{said}” is none; it was taken as usable")
    return "usable"


def _kind(shape: Ninjs) -> str:
    kind = text(shape.said.get("type")).lower()
    if kind in _KINDS:
        # A text that brings its pictures is sent as a composite by several agencies.
        return "text" if kind == "composite" and shape.bodies else _KINDS[kind]
    if kind:
        return "event" if "event" in kind else "other"
    files = shape.renditions[:1]
    if shape.bodies or not files:
        return "text"
    return next((k for k in ("video", "audio") if files[0].type.startswith(k)), "picture")


def _first(words: Sequence[Words], roles: Sequence[str]) -> str:
    for role in roles:
        found = next((one.value for one in words if one.role == role), "")
        if found:
            return found
    return words[0].value if words and "main" in roles else ""


def _byline(said: dict[str, Any]) -> str:
    names = texts(said.get("byline")) or texts(said.get("by"))
    if not names:
        names = [text(row.get("name") or row.get("by")) for row in rows(said.get("authors"))]
    return byline(names)


def _agency(said: dict[str, Any]) -> str:
    """Whose copy it is: the provider before the holder of the rights, whose line may be long."""
    source = text(said.get("source"))
    sources = rows(said.get("infosource")) + rows(said.get("infosources"))
    named = next((text(row.get("name")) for row in sources if text(row.get("name"))), "")
    return source or text(said.get("copyrightholder")) or named


def _times(item: Item, said: dict[str, Any]) -> None:
    for name, keys in (
        ("created", ("firstcreated", "contentcreated")),
        ("versioned", ("versioncreated",)),
        ("published", ("published", "firstpublished")),
        ("embargo", ("embargoed",)),
    ):
        written = next((text(said.get(key)) for key in keys if text(said.get(key))), "")
        if written:
            stamp = stamps.read(written)
            setattr(item, name, stamp.value)
            if stamp.problem:
                item.problems.append(f"{keys[0]}: {stamp.problem}")
    if text(said.get("embargoed")) and item.embargo is None:
        # An embargo whose end cannot be read holds the item until somebody looks.
        item.status = "withheld"


def _subjects(said: dict[str, Any]) -> list[Subject]:
    found = []
    for name in _SUBJECTS:
        for row in rows(said.get(name)):
            code = text(row.get("code")) or text(row.get("literal")) or text(row.get("uri"))
            if code or text(row.get("name")):
                found.append(Subject(code, text(row.get("name"))))
    return found


def _copy(item: Item, shape: Ninjs) -> None:
    bodies = sorted(shape.bodies, key=lambda body: not body.is_markup)
    if not bodies:
        return
    body = bodies[0]
    if "<nitf" in body.value:
        fill(item, nitf.parse(body.value.encode()))
    elif body.is_markup or "<p" in body.value:
        block = markup.read(body.value, "")
        item.paragraphs, item.links = block.paragraphs, block.links
        item.media += block.media
    else:
        split = _LINES.split(body.value) if _LINES.search(body.value) else body.value.splitlines()
        item.paragraphs = [" ".join(part.split()) for part in split if part.strip()]
    if item.paragraphs and item.paragraphs[0] == item.headline:
        del item.paragraphs[0]


def _media(item: Item, shape: Ninjs) -> None:
    if item.kind in {"picture", "graphic", "video", "audio"}:
        item.media += _medium(shape, item.credit)
    for part in shape.associations:
        item.media += _medium(part, "")
    seen: dict[str, Medium] = {}
    for medium in item.media:
        seen.setdefault(medium.href, medium)
    item.media = list(seen.values())


def _medium(shape: Ninjs, credit: str) -> list[Medium]:
    best = best_of(shape.renditions)
    if best is None:
        return []
    made_by = _first(shape.descriptions, ("creditline",)) or text(shape.said.get("creditline"))
    holder = text(shape.said.get("copyrightholder"))
    names = [name for name in (_byline(shape.said), holder) if name]
    spoken = [one for role in _CAPTIONS for one in shape.descriptions if one.role == role]
    caption = plain(spoken[0].value) if spoken else ""
    if not caption:
        caption = plain(_first(shape.headlines, ("main",)))
    return [Medium(best.href, best.type, made_by or credit or "/".join(names), caption)]


def best_of(renditions: Sequence[Rendition]) -> Rendition | None:
    """The rendition to fetch: the agency's main one, else the widest."""
    named = {one.name.lower(): one for one in renditions}
    chosen = next((named[name] for name in _BEST if name in named), None)
    return chosen or max(renditions, key=lambda one: one.width, default=None)


def _notes(item: Item, shape: Ninjs) -> None:
    said = shape.said
    if note := text(said.get("ednote")):
        item.notes.append(Note("editors", note, public=False))
    if terms := "\n".join(texts(said.get("usageterms"))):
        item.notes.append(Note("usage", terms, public=False))
    if item.kind == "text" or not item.media:
        summary = _first(shape.descriptions, ("summary", "text", "abstract", "html", "xhtml"))
        if summary and plain(summary) != item.headline:
            item.notes.append(Note("summary", plain(summary), public=True))
