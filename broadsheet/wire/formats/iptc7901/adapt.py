"""An IPTC 7901 message's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from broadsheet.wire.formats import embargoes, signals
from broadsheet.wire.formats.endmatter import is_contact
from broadsheet.wire.formats.iptc7901.shape import Message
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.wiretext import clock_of, dateline_of, joined
from broadsheet.wire.formats.zones import home_of

#: Marks above a headline, and the house's words for them.
_MARKS = (
    ("correction", re.compile(r"^\W*(?:correct(?:ed|ion|s)|refile|berichtigung|korrektur|rectifi\w+|correcci[oó]n)\b", re.I)),
    ("kill", re.compile(r"^\W*(?:kill|mandatory kill|withdrawal|stornierung|achtung:? .{0,20}nicht verwenden|annul\w+)\b", re.I)),
    ("repeat", re.compile(r"^\W*(?:repeat|repetition|rpt|wiederholung)\b", re.I)),
    ("update", re.compile(r"^\W*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:new\s+)?lead|\d+(?:st|nd|rd|th)\s+[a-z]{2,12}|update\b.*|\d+\.\s+zusammenfassung|neu:|aktualisierung|ganzmeldung)\W*$", re.I)),
    ("", re.compile(r"^\W*(?:extra|roundup|feature|urgent|flash|bulletin|snap|eil(?:meldung)?|hintergrund|background|preview|analysis)\W*$", re.I)),
    ("advisory", re.compile(r"^\W*(?:advisory|vorschau|achtung|note to editors|terminvorschau)\b", re.I)),
)  # fmt: skip
_BYLINE = re.compile(r"^(?:by|von|par|por|di)\s+(?P<name>[^\d]{3,80})$", re.IGNORECASE)
_AGENCY = re.compile(r"[A-Za-z]{2,10}")
#: `[Statement](http://...)`, as dpa lists what there is to read further.
_ADDRESS = re.compile(r"\]\((https?://[^\s()]+)\)")
_SUBHEAD = re.compile(r"^Utl\.:\s*(?P<words>.{3,})$")
_BRACKETED = re.compile(r"^\((?P<words>[^()]{3,200})\)$")


def adapt(messages: Sequence[Message]) -> list[Item]:
    """An item for each message."""
    return [_item(message) for message in messages]


def _item(message: Message) -> Item:
    item = Item(format="iptc7901", problems=list(message.problems))
    found = _AGENCY.match(message.optional)
    item.agency = found[0] if found else ""
    _head(item, message)
    if not home_of(item.agency) and home_of(message.source):
        item.agency = message.source
    item.paragraphs = joined(message.copy)
    _subhead(item)
    _dateline(item)
    item.slugline = message.keywords
    item.keywords = [word for word in message.keywords.split("/") if word.strip()]
    item.urgency = whole(message.priority)
    item.subjects = [Subject(message.category, "")] if message.category else []
    item.versioned, problem = clock_of(message.trailer, item.agency)
    item.created = item.versioned
    if problem:
        item.problems.append(problem)
    if message.source:
        # A service numbers its messages anew every day, so the day belongs to the id.
        day = f":{item.versioned[:10]}" if item.versioned else ""
        item.guid = f"iptc7901:{message.source}{message.number}{day}"
    _notes(item, message)
    _embargo(item, message)
    item.credit = item.agency
    signals.mark(item)
    if message.source and {"kill", "correction"} & set(item.signals):
        _earlier(item, message, f":{item.versioned[:10]}" if item.versioned else "")
    if "kill" in item.signals:
        item.status = "canceled"
    return item


def _head(item: Item, message: Message) -> None:
    words: list[str] = []
    for line in message.head:
        bracketed = _BRACKETED.match(line)
        marked = next((name for name, pattern in _MARKS if pattern.match(line)), None)
        short = len(line.split()) <= 4 or bracketed is not None
        byline = _BYLINE.match(line)
        said = line.partition(":")[2].strip() if not bracketed else ""
        if marked is not None and short:
            if marked and marked not in item.signals:
                item.signals.append(marked)
            if bracketed and ":" in line:
                item.notes.append(Note(marked, bracketed["words"], public=False))
            elif said:
                words.append(line)
        elif byline:
            item.byline = re.sub(r",\s*\w{2,6}$", "", byline["name"]).strip()
        elif bracketed and not words:
            item.notes.append(Note("editors", bracketed["words"], public=False))
        else:
            words.append(line)
    item.headline = " ".join(" ".join(words).split())
    if not item.headline:
        item.problems.append("it has no headline")


def _subhead(item: Item) -> None:
    """APA's second line of the headline, which it marks `Utl.:`."""
    if len(item.paragraphs) > 1 and (found := _SUBHEAD.match(item.paragraphs[0])):
        item.notes.append(Note("summary", found["words"], public=True))
        del item.paragraphs[0]


def _earlier(item: Item, message: Message, day: str) -> None:
    """The message that a kill or a correction names by its number."""
    said = " ".join([*message.head, *item.paragraphs[:1]])
    own = f"{message.source}{message.number}"
    names = re.findall(rf"\b{re.escape(message.source)}\d{{2,5}}\b", said)
    item.replaces = [f"iptc7901:{name}{day}" for name in dict.fromkeys(names) if name != own]


def _dateline(item: Item) -> None:
    if item.paragraphs:
        place, agency, rest = dateline_of(item.paragraphs[0])
        if place and rest:
            item.dateline, item.paragraphs[0] = place, rest
            # What stands behind the word count may be a desk's name; the copy names the agency.
            item.agency = item.agency if home_of(item.agency) or not home_of(agency) else agency
            item.agency = item.agency or agency


def _notes(item: Item, message: Message) -> None:
    for role, lines, public in (
        ("editors", message.notes, False),
        ("contact", message.secret, False),
    ):
        text = "\n".join(line.strip() for line in lines if line.strip(" *")).strip()
        if text:
            item.notes.append(Note(role, text, public))
            item.links += _ADDRESS.findall(text)
    item.links = list(dict.fromkeys(item.links))
    for paragraph in [found for found in item.paragraphs if is_contact(found)]:
        item.paragraphs.remove(paragraph)
        item.notes.append(Note("contact", paragraph, public=False))


def _embargo(item: Item, message: Message) -> None:
    written = datetime.fromisoformat(item.versioned) if item.versioned else None
    held = embargoes.find([*message.head, *item.paragraphs[:2]], written)
    if held is not None:
        embargoes.hold(item, held)
