"""A dpa entry's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.wire.formats import markup, signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.dpa_json.shape import DpaEntry
from broadsheet.wire.formats.endmatter import is_contact
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.ninjs.adapt import status_of
from broadsheet.wire.formats.titles import plain

_KINDS = {"image": "picture", "video": "video", "audio": "audio", "graphic": "graphic"}
#: `Tel Aviv/Beirut (dpa) - `: the places alone.
_CREDITED = re.compile(r"\s*\(\s*dpa[^)]*\)\s*[-–—]?\s*$")
_SIGNALS = {"sig:correction": "correction", "sig:update": "update", "sig:repeat": "repeat"}


def adapt(entries: Sequence[DpaEntry]) -> list[Item]:
    """An item for each entry."""
    return [_item(entry) for entry in entries]


def _item(entry: DpaEntry) -> Item:
    item = Item(format="dpa-json", agency="dpa", problems=list(entry.problems))
    item.guid = entry.urn or entry.entry_id
    item.version = entry.version or None
    item.kind = _kind(entry)
    item.status = status_of(item, entry.pubstatus)
    item.urgency = entry.urgency
    item.language = language(entry.language)
    item.headline, item.slugline = plain(entry.headline), plain(entry.kicker)
    item.byline = re.sub(r"^Von\b\s*|,?\s*\bdpa$", "", byline([entry.byline])).strip()
    item.dateline = _CREDITED.sub("", entry.dateline).strip(" -–—")
    item.credit, item.copyright = entry.creditline, entry.copyright
    item.subjects = [Subject(code, name) for code, name in entry.subjects]
    item.keywords = entry.keywords
    _times(item, entry)
    for html in entry.html:
        block = markup.read(html, "")
        item.paragraphs += block.paragraphs
        item.links += block.links
    _without_dateline(item, entry)
    for paragraph in [found for found in item.paragraphs if is_contact(found)]:
        item.paragraphs.remove(paragraph)
        item.notes.append(Note("contact", paragraph, public=False))
    item.media = [Medium(p.href, p.type, p.credit, p.caption) for p in entry.pictures]
    _notes(item, entry)
    if signal := _SIGNALS.get(entry.signal, entry.signal.removeprefix("sig:")):
        item.signals.append(signal)
    signals.mark(item)
    if not (item.headline or item.paragraphs or item.media) and item.status == "usable":
        item.problems.append("it holds no words and no files")
    return item


def _kind(entry: DpaEntry) -> str:
    """Entries of pictures and films are called composite as those with copy are."""
    if entry.html or entry.teaser:
        return "text"
    if entry.kind in _KINDS:
        return _KINDS[entry.kind]
    first = entry.pictures[0].type.partition("/")[0] if entry.pictures else ""
    return _KINDS.get(first, "text")


def _times(item: Item, entry: DpaEntry) -> None:
    written = (
        ("created", entry.content_created),
        ("versioned", entry.version_created),
        ("published", entry.updated),
        ("embargo", entry.embargoed),
    )
    for name, said in written:
        if said:
            stamp = stamps.read(said)
            setattr(item, name, stamp.value)
            if stamp.problem:
                item.problems.append(stamp.problem)
    if entry.embargoed and item.embargo is None:
        item.status = "withheld"


def _without_dateline(item: Item, entry: DpaEntry) -> None:
    """The copy's own dateline is a field of its own."""
    written = " ".join(entry.dateline.split())
    if item.paragraphs and written and item.paragraphs[0].startswith(written):
        item.paragraphs[0] = item.paragraphs[0][len(written) :].strip(" -–—")


def _notes(item: Item, entry: DpaEntry) -> None:
    if entry.teaser:
        item.notes.append(Note("summary", plain(entry.teaser), public=True))
    captions = [caption for caption in entry.captions if caption]
    if item.kind != "text" and captions and not item.media:
        item.notes.append(Note("caption", plain(captions[0]), public=True))
    for note in entry.notes:
        public = note.public and note.role != "closingline"
        item.notes.append(Note(note.role, note.text, public))
    if entry.usage:
        item.notes.append(Note("usage", entry.usage, public=False))
