"""An ANPA message's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from broadsheet.wire.formats import signals
from broadsheet.wire.formats.anpa.shape import Dispatch
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.wiretext import dateline_of, zone_of

#: Priorities of ANPA 1312, section on the header, as IPTC's urgencies from 1 (flash) to 8.
_URGENCY = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 5, "s": 6, "w": 6, "z": 6, "n": 5}
_CATEGORIES = {
    "a": "domestic, general news", "b": "special events", "c": "features", "d": "food, diet",
    "e": "entertainment", "f": "financial", "i": "international", "k": "commentary",
    "l": "lifestyle", "o": "weather", "p": "politics (domestic)", "r": "racing results",
    "s": "sports", "t": "travel", "v": "advisories", "w": "Washington news",
}  # fmt: skip
_TIME = re.compile(r"(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s*([A-Z]{3,4})?")
_BYLINE = re.compile(r"^By\s+(?P<name>[^<=]{3,90})$", re.IGNORECASE)
_NOTE = re.compile(
    r"^\(?(?:Eds|Editors|EDITOR'?S'? NOTE|ADVISORY)\b[:._\s-]*(?P<words>.*?)\)?$", re.I | re.S
)
_PHOTOS = re.compile(r"^(?:AP |With )?(?:Photos?|Graphics?|Videos?)\b", re.IGNORECASE)
_POST = re.compile(
    r"^(?:(?:The )?(?:Associated Press|AP|Reuters|AFP|UPI)\b.*|.*\b(?:Writer|Editor|Correspondent|Staff|Reporter))$"
)


def adapt(dispatches: Sequence[Dispatch]) -> list[Item]:
    """An item for each message."""
    return [_item(shape) for shape in dispatches]


def _item(shape: Dispatch) -> Item:
    item = Item(format="anpa", problems=list(shape.problems))
    item.slugline = shape.slug
    item.urgency = _URGENCY.get(shape.priority.lower(), whole(shape.priority))
    if category := shape.category.lower():
        item.subjects = [Subject(category, _CATEGORIES.get(category, ""))]
    item.version = shape.version or None
    _heads(item, shape.heads)
    item.paragraphs = list(shape.paragraphs)
    if item.paragraphs:
        place, agency, rest = dateline_of(item.paragraphs[0].replace(" – ", " _ ", 1))
        if place and rest:
            item.dateline, item.agency, item.paragraphs[0] = place, agency, rest
    item.agency = item.agency or (shape.trailer.partition("-")[0] if shape.trailer else "")
    item.credit = item.agency
    _time(item, shape.trailer)
    if shape.service:
        # Numbers begin anew each day, so the day belongs to the id.
        day = f":{item.versioned[:10]}" if item.versioned else ""
        item.guid = f"anpa:{shape.service}{shape.number}{day}"
    _signals(item, shape)
    return item


def _heads(item: Item, heads: Sequence[str]) -> None:
    for head in heads:
        if found := _BYLINE.match(head):
            item.byline = found["name"].strip()
        elif found := _NOTE.match(head):
            item.notes.append(Note("editors", found["words"].strip(), public=False))
        elif _PHOTOS.match(head) or (item.byline and _POST.match(head)):
            continue
        elif not item.headline:
            item.headline = head
        elif not item.byline:
            item.notes.append(Note("summary", head, public=True))
    if not item.headline:
        item.problems.append("it has no headline")


def _time(item: Item, trailer: str) -> None:
    found = _TIME.search(trailer)
    if found is None:
        return
    month, day, year, hour, minute = (int(part) for part in found.groups()[:5])
    zone, problem = zone_of(found[6], item.agency, trailer)
    try:
        at = datetime(2000 + year, month, day, hour, minute, tzinfo=zone).astimezone(UTC)
    except ValueError:
        item.problems.append(f"its trailer gives no time: {trailer}")
        return
    item.versioned = item.created = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if problem:
        item.problems.append(problem)


def _signals(item: Item, shape: Dispatch) -> None:
    """The version line says what the take is: `1st Ld-Writethru`, `Correction`, `KILL`."""
    version = shape.version.lower()
    for signal, words in (
        ("kill", ("kill", "elimination", "withhold")),
        ("correction", ("correct",)),
        ("update", ("ld", "writethru", "add", "insert", "sub", "update")),
        ("advisory", ("advisory", "advance")),
    ):
        if any(re.search(rf"\b{word}", version) for word in words) and signal not in item.signals:
            item.signals.append(signal)
    signals.mark(item)
    if "kill" in item.signals:
        item.status = "canceled"
