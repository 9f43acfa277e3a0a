"""A ninjs shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from broadsheet.wire.formats import signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.endmatter import end_of, reaches_someone
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.json_values import rows, text, texts, whole, words
from broadsheet.wire.formats.ninjs import pages
from broadsheet.wire.formats.ninjs.shape import Ninjs, Rendition, Words
from broadsheet.wire.formats.nitf import parse as nitf
from broadsheet.wire.formats.nitf.adapt import fill
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import dateline_of, is_drawn

_KINDS = {
    "text": "text", "picture": "picture", "graphic": "graphic", "audio": "audio", "video": "video",
    "composite": "package", "event": "event",
}  # fmt: skip
_FILES = {"picture": "image", "graphic": "image", "video": "video", "audio": "audio"}
_STATUS = {"cancelled": "canceled", "cancel": "canceled", "held": "withheld"}
#: Parameters of an address that let one in once; what is left is the steady id.
_TOKENS = words("qt et cid ai token sig signature expires auth key access_token api_key")
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
    # Systems that give a guid use the address for the place where this copy of it lies.
    named = (text(said.get(key)) for key in ("guid", "uri", "_id", "id"))
    item.guid = shape.altids.get("itemid") or steady(next(filter(None, named), ""))
    item.version = text(said.get("version")) or None
    item.kind = _kind(shape)
    item.urgency = whole(said.get("urgency")) or whole(said.get("priority"))
    item.language = language(text(said.get("language")))
    item.headline = plain(_first(shape.headlines, ("main", "extended")) or text(said.get("title")))
    item.slugline = text(said.get("slugline")) or text(said.get("slug"))
    item.byline = _byline(said)
    item.dateline = text(said.get("located"))
    item.copyright = text(said.get("copyrightnotice"))
    item.agency = _agency(said)
    item.credit = _first(shape.descriptions, ("creditline",)) or text(said.get("creditline"))
    item.credit = item.credit or item.agency
    _times(item, said)
    if item.status == "usable":
        item.status = status_of(item, text(said.get("pubstatus")))
    item.subjects = _subjects(said)
    item.keywords = list(dict.fromkeys(texts(said.get("keywords"))))
    earlier = [*texts(said.get("evolvedfrom")), *texts(said.get("replacing"))]
    item.replaces = list(dict.fromkeys(steady(uri) for uri in earlier))
    item.signals = [one.removeprefix("sig:").lower() for one in texts(said.get("signal"))]
    _copy(item, shape)
    _foot(item)
    linked = [
        *texts(said.get("links")),
        *(text(row.get("href")) for row in rows(said.get("links"))),
    ]
    item.links = list(dict.fromkeys([*item.links, *filter(None, linked)]))
    if item.kind == "event":
        item.headline = item.headline or plain(text(said.get("name")))
    _media(item, shape)
    _notes(item, shape)
    if (kind := text(said.get("type")).lower()) in signals.SIGNALS:
        item.signals.append(kind)
    signals.mark(item)
    if is_empty(item):
        item.problems.append("it holds no words and no files")
    return item


def is_empty(item: Item) -> bool:
    """Whether an item that says of what make it is holds nothing to read or to see. An object of
    two or three properties is taken for what it is."""
    made = (item.agency, item.versioned, item.slugline, item.byline, item.language, item.urgency)
    held = (item.headline, item.paragraphs, item.media, item.notes, item.links)
    return item.status == "usable" and sum(map(bool, made)) >= 3 and not any(held)


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
    if low == "embargoed":
        # AP's word for an item that is good and not yet to be used.
        return "usable" if item.embargo else "withheld"
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
    if kind and not shape.bodies:
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
    source = text(said.get("source")) or text(said.get("provider"))
    sources = rows(said.get("infosource")) + rows(said.get("infosources"))
    named = next((text(row.get("name")) for row in sources if text(row.get("name"))), "")
    return source or text(said.get("copyrightholder")) or named


def _times(item: Item, said: dict[str, Any]) -> None:
    for name, keys in (
        ("created", ("firstcreated", "contentcreated")),
        ("versioned", ("versioncreated",)),
        ("published", ("published", "firstpublished", "datetime")),
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
            codes = (text(row.get(key)) for key in ("code", "literal", "uri", "qcode"))
            code = next(filter(None, codes), "")
            subject = Subject(code, text(row.get("name")))
            if (code or subject.name) and subject not in found:
                found.append(subject)
    return found


def _copy(item: Item, shape: Ninjs) -> None:
    bodies = sorted(shape.bodies, key=lambda body: not body.is_markup)
    if not bodies:
        return
    body = bodies[0]
    if "<nitf" in body.value:
        fill(item, nitf.parse(body.value.encode()))
    elif body.is_markup or "<p" in body.value:
        page = pages.read(body.value, named_in(shape.said))
        item.paragraphs, item.links = page.block.paragraphs, page.block.links
        item.media += page.block.media
        item.byline = item.byline or byline([page.byline])
        places = [text(row.get("name")) for row in rows(shape.said.get("place"))]
        if not item.dateline and page.vignette and page.vignette in places:
            item.dateline = page.vignette
    else:
        split = _LINES.split(body.value) if _LINES.search(body.value) else body.value.splitlines()
        item.paragraphs = [" ".join(part.split()) for part in split if part.strip()]
    item.paragraphs = [said for said in item.paragraphs if not is_drawn(said)]
    if item.paragraphs and item.paragraphs[0] == item.headline:
        del item.paragraphs[0]
    place, agency, rest = dateline_of(item.paragraphs[0]) if item.paragraphs else ("", "", "")
    if agency and rest:
        item.paragraphs[0] = rest
        item.dateline, item.agency = item.dateline or place, item.agency or agency


def _foot(item: Item) -> None:
    """People to ring, as releases have them under their copy, are not for print."""
    ended = end_of(item.paragraphs)
    if any(reaches_someone(line) for line in ended.contacts):
        item.paragraphs = ended.copy
        item.notes.append(Note("contact", "\n".join(ended.contacts), public=False))
        if ended.notes:
            item.notes.append(Note("editors", "\n".join(ended.notes), public=False))


def named_in(said: dict[str, Any]) -> frozenset[str]:
    """The names that an item gives its associations."""
    held = said.get("associations")
    return frozenset(held if isinstance(held, dict) else (text(r.get("name")) for r in rows(held)))


def _media(item: Item, shape: Ninjs) -> None:
    if item.kind in {"picture", "graphic", "video", "audio"}:
        item.media += _medium(shape, item.credit)
    for part in shape.associations:
        sizes = {one.href for one in part.renditions}
        inline = [medium for medium in item.media if medium.href in sizes]
        item.media = [medium for medium in item.media if medium.href not in sizes]
        for medium in _medium(part, ""):
            medium.caption = medium.caption or next((one.caption for one in inline), "")
            item.media.append(medium)
    seen: dict[str, Medium] = {}
    for medium in item.media:
        seen.setdefault(medium.href, medium)
    item.media = list(seen.values())


def _medium(shape: Ninjs, credit: str) -> list[Medium]:
    best = best_of(shape.renditions)
    if best is None:
        best = _only_named(shape)
    if best is None:
        return []
    made_by = _first(shape.descriptions, ("creditline",)) or text(shape.said.get("creditline"))
    holder = text(shape.said.get("source")) or text(shape.said.get("copyrightholder"))
    maker = _byline(shape.said)
    # `Ann Dove/SNA` has its house already.
    names = [maker] if "/" in maker else [name for name in (maker, holder) if name]
    spoken = [one for role in _CAPTIONS for one in shape.descriptions if one.role == role]
    caption = plain(spoken[0].value) if spoken else ""
    if not caption:
        caption = plain(_first(shape.headlines, ("main",)))
    return [Medium(best.href, best.type, made_by or credit or "/".join(names), caption)]


def _only_named(shape: Ninjs) -> Rendition | None:
    """A picture or film that is associated by its address alone."""
    kind, uri = _FILES.get(text(shape.said.get("type")).lower()), text(shape.said.get("uri"))
    if kind is None or not uri:
        return None
    return Rendition("", steady(uri), text(shape.said.get("mimetype")) or kind, 0)


def best_of(renditions: Sequence[Rendition]) -> Rendition | None:
    """The rendition to fetch: the agency's main one, else the widest."""
    named = {one.name.lower(): one for one in renditions}
    chosen = next((named[name] for name in _BEST if name in named), None)
    return chosen or max(renditions, key=lambda one: one.width, default=None)


def _notes(item: Item, shape: Ninjs) -> None:
    said = shape.said
    for name in ("ednote", "internal_note"):
        if note := text(said.get(name)):
            item.notes.append(Note("editors", note, public=False))
    if terms := "\n".join(texts(said.get("usageterms"))):
        item.notes.append(Note("usage", terms, public=False))
    if item.kind == "text" or not item.media:
        summary = _first(shape.descriptions, ("summary", "text", "abstract", "html", "xhtml"))
        summary = summary or text(said.get("definition_long") or said.get("definition_short"))
        if summary and plain(summary) != item.headline:
            item.notes.append(Note("summary", plain(summary), public=True))
