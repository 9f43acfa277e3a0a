"""An ANPA message's shape into an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from broadsheet.wire.formats import embargoes, signals
from broadsheet.wire.formats.anpa.shape import Dispatch
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.wiretext import dateline_of, zone_of
from broadsheet.wire.formats.zones import month_of

#: Priorities of ANPA 1312, section on the header, as IPTC's urgencies from 1 (flash) to 8.
_URGENCY = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 5, "s": 6, "w": 6, "z": 6, "n": 5}
_CATEGORIES = {
    "a": "domestic, general news", "b": "special events", "c": "features", "d": "food, diet",
    "e": "entertainment", "f": "financial", "i": "international", "k": "commentary",
    "l": "lifestyle", "o": "weather", "p": "politics (domestic)", "r": "racing results",
    "s": "sports", "t": "travel", "v": "advisories", "w": "Washington news",
}  # fmt: skip
_TIME = re.compile(r"(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s*([A-Z]{3,4})?")
#: The clock first, and the date in the agency's own order.
_CLOCK_FIRST = re.compile(r"(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)")
#: `Dec. 9`, `9 December`: the day as the dateline has it.
_NAMED_DAY = re.compile(r"(?:([^\W\d_]{3,9})\.? (\d{1,2})|(\d{1,2})\.? ([^\W\d_]{3,9}))\b")
_BYLINE = re.compile(r"^By\s+(?P<name>[^<=]{3,90})$", re.IGNORECASE)
_NOTE = re.compile(
    r"^\(?(?:Eds|Editors|EDITOR['’]?S['’]? NOTE|ADVISORY)\b[:._\s–-]*(?P<words>.*?)\)?$",
    re.I | re.S,
)
#: `ADV08`, `For release Sunday, March 8`: copy sent ahead of its day.
_ADVANCE = re.compile(
    r"^(?:\W*adv(?:ance)?\s?\d{1,2}\b\W*(?:$|for release)|\W*(?:for release|embargoed?|hold for release)\b)",
    re.IGNORECASE,
)
_FOR_RELEASE = re.compile(r"^\W*(?:adv\w*\W*\d{0,2}\W*)?for release\b\W*", re.IGNORECASE)
_DAY_MARK = re.compile(r"^\W*adv(?:ance)?\s?(\d{1,2})\b", re.IGNORECASE)
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
    item.paragraphs = list(shape.paragraphs)
    advances = [head for head in shape.heads if _ADVANCE.match(head)]
    _heads(item, [head for head in shape.heads if head not in advances])
    opening = item.paragraphs[0] if item.paragraphs else ""
    place, agency, rest = dateline_of(opening)
    if place and rest:
        item.dateline, item.agency, item.paragraphs[0] = place, agency, rest
    item.agency = item.agency or _sender(shape)
    item.credit = item.agency
    _time(item, shape.trailer, opening)
    _advance(item, [*advances, shape.version])
    if shape.service:
        # Numbers begin anew each day, so the day belongs to the id.
        day = f":{item.versioned[:10]}" if item.versioned else ""
        item.guid = f"anpa:{shape.service}{shape.number}{day}"
        if shape.earlier:
            item.replaces = [f"anpa:{shape.earlier}{day}"]
    _signals(item, shape)
    return item


def _advance(item: Item, lines: Sequence[str]) -> None:
    """Copy sent ahead is embargoed: until the day that is written out, else until the day of the
    month that its mark gives."""
    written = datetime.fromisoformat(item.versioned) if item.versioned else None
    said = [_FOR_RELEASE.sub("Embargoed until ", line) for line in lines]
    held = embargoes.find(said, written)
    marks = [found for line in lines if (found := _DAY_MARK.match(line))]
    if held is None and marks and written is not None:
        day = written
        while day.day != int(marks[0][1]) and day < written + timedelta(days=62):
            day += timedelta(days=1)
        held = embargoes.read(f"Embargoed until {day:%Y-%m-%d}", written)
    if held is not None:
        embargoes.hold(item, held)


def _sender(shape: Dispatch) -> str:
    """Whose service it is, by its line with the time."""
    return shape.trailer.partition("-")[0] if _TIME.search(shape.trailer) else ""


def _heads(item: Item, heads: Sequence[str]) -> None:
    """Headline, byline and notes; heads behind the byline, and those of an item without a
    paragraph, are copy."""
    copy: list[str] = []
    bare = not item.paragraphs
    for head in heads:
        if found := _BYLINE.match(head):
            item.byline = found["name"].strip()
        elif found := _NOTE.match(head):
            item.notes.append(Note("editors", found["words"].strip(), public=False))
        elif _PHOTOS.match(head) or (item.byline and _POST.match(head)):
            continue
        elif not item.headline:
            item.headline = head
        elif item.byline or bare:
            copy.append(head)
        else:
            item.notes.append(Note("summary", head, public=True))
    item.paragraphs[:0] = copy
    for paragraph in item.paragraphs[:2]:
        if (found := _NOTE.match(paragraph)) and len(item.paragraphs) > 1:
            item.notes.append(Note("editors", found["words"].strip(" –"), public=False))
            item.paragraphs.remove(paragraph)
    if not item.headline:
        item.problems.append("it has no headline")


def _time(item: Item, trailer: str, opening: str) -> None:
    zone, problem = None, ""
    if found := _TIME.search(trailer):
        month, day, year, hour, minute = (int(part) for part in found.groups()[:5])
        zone, problem = zone_of(found[6], item.agency, trailer)
    elif found := _CLOCK_FIRST.search(trailer):
        hour, minute, month, day, year = (int(part) for part in found.groups())
        zone, problem = zone_of(None, item.agency, trailer)
        if day <= 12 and (day, month) == _named(opening):
            month, day = day, month
    else:
        return
    try:
        at = datetime(
            year + (2000 if year < 70 else 1900), month, day, hour, minute, tzinfo=zone
        ).astimezone(UTC)
    except ValueError:
        item.problems.append(f"its trailer gives no time: {trailer}")
        return
    item.versioned = item.created = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if problem:
        item.problems.append(problem)


def _named(opening: str) -> tuple[int, int] | None:
    """Month and day of the dateline, which tell how the trailer's numbers are meant."""
    for found in _NAMED_DAY.finditer(opening[:120]):
        month = month_of(found[1] or found[4])
        if month:
            return month, int(found[2] or found[3])
    return None


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
    if shape.category.lower() == "v" and "advisory" not in item.signals:
        item.signals.append("advisory")
    signals.mark(item)
    if "kill" in item.signals:
        item.status = "canceled"
        # What stands above a kill is said to the desk.
        for note in item.notes:
            note.public = False
