"""The last steps of the agencies' XML formats: what the copy repeats of its own head is taken out,
and what the words say beside the fields is heard."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from broadsheet.wire.formats import embargoes, signals, stamps
from broadsheet.wire.formats.bylines import opening_byline
from broadsheet.wire.formats.item import Item, Note
from broadsheet.wire.formats.wiretext import dateline_of

#: Marks that an agency's own system sets before a headline: `>>>ANA/`.
SENDER_MARKS = re.compile(r"^>+\s*(?:[A-Z]{2,8}/)?\s*")
_REFERENCE = re.compile(r"&(?:quot|amp|apos|lt|gt|nbsp|#\d{2,5});")
_TO_THE_DESK = re.compile(r"^\(\(.*\)\)$", re.DOTALL)


def agency_name(said: str) -> str:
    """An agency's name; of one that gives only its address, the name in it: `post.example`."""
    address = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[\w-]+)*\.[a-z]{2,}/?", said)
    if address is None:
        return said
    name = address[1]
    return name.upper() if len(name) <= 4 else name.capitalize()


def read_time(item: Item, said: str, home: str) -> str | None:
    """A time, and what is not certain of it among the item's problems.

    Args:
        item: whose time it is.
        said: the time as it stands.
        home: the agency's zone, by which a time without one is meant; empty when not known.
    """
    if not said:
        return None
    stamp = stamps.read(said, home=home)
    if stamp.problem and stamp.problem not in item.problems:
        item.problems.append(stamp.problem)
    return stamp.value


def settle(item: Item, home: str, *, dateline_is_sure: bool = True) -> None:
    """Finish an item whose fields and paragraphs are set.

    Args:
        item: the item.
        home: the agency's zone, for an embargo that stands in words.
        dateline_is_sure: the format gives the dateline itself; a mere location gives way to the
            dateline that the copy opens with.
    """
    item.headline = SENDER_MARKS.sub("", _unescaped(item.headline))
    item.paragraphs = [_unescaped(paragraph) for paragraph in item.paragraphs]
    if item.paragraphs and item.headline and item.paragraphs[0] == item.headline:
        del item.paragraphs[0]
    opening_byline(item)
    if item.paragraphs:
        place, agency, rest = dateline_of(item.paragraphs[0])
        if agency and rest:
            item.dateline = item.dateline if item.dateline and dateline_is_sure else place
            item.agency = item.agency or agency
            item.paragraphs[0] = rest
    _contacts(item)
    _hold(item, home)
    if not item.headline and item.kind == "text" and item.status == "usable":
        item.problems.append("it has no headline")
    signals.mark(item)


def _unescaped(text: str) -> str:
    """A reference that is left after the XML was read was escaped twice."""
    return html.unescape(text) if _REFERENCE.search(text) else text


def _contacts(item: Item) -> None:
    """Lines in double brackets under the copy tell the desk whom to ring: `((ann@ana.example))`."""
    for paragraph in item.paragraphs[-4:]:
        if _TO_THE_DESK.match(paragraph):
            item.paragraphs.remove(paragraph)
            item.notes.append(Note("contact", paragraph.strip("() "), public=False))


def _hold(item: Item, home: str) -> None:
    """An embargo that stands only in a note to editors holds all the same."""
    if item.embargo is not None:
        return
    lines = [note.text for note in item.notes if note.role == "editors"]
    said = item.versioned or item.created
    written = None
    if said:
        written = datetime.fromisoformat(said).astimezone(ZoneInfo(home) if home else UTC)
    found = embargoes.find(lines, written)
    if found is not None:
        embargoes.hold(item, found)
