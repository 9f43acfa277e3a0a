"""Copy that came as running text, in a file or a mail: read by the copy desk, with what stands
under it kept from print."""

from __future__ import annotations

import re
from datetime import datetime

from broadsheet import copydesk
from broadsheet.wire.formats import embargoes
from broadsheet.wire.formats.endmatter import end_of
from broadsheet.wire.formats.item import Item, Note

#: The reporter's and editors' own line at the foot: `(Reporting by …; editing by …)`.
_SIGNED = re.compile(
    r"^[(\[](?:additional )?(?:reporting|writing|editing|compiled|translated)\b.*[)\]]$", re.I
)
#: A label above a release that is no headline.
_LABEL = re.compile(
    r"^\W*(?:(?:press|media|news) release|for immediate (?:release|publication)|pressemitteilung|"
    r"communiqué de presse|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemelding)\W*$",
    re.IGNORECASE,
)


def take_copy(item: Item, text: str, *, written: datetime | None, headline: str = "") -> None:
    """Read running text into an item.

    Args:
        item: gets headline, byline, dateline, credit, agency, paragraphs, notes and embargo.
        text: the copy.
        written: when it was sent, in the sender's zone; by it dates are understood.
        headline: one that is known from elsewhere; the copy's own is then a paragraph like others,
            unless it is the same.
    """
    lines = text.split("\n")
    held = embargoes.find(lines, written)
    if held is not None:
        lines[held.line] = held.rest
        embargoes.hold(item, held)
    copy = "\n".join("" if _LABEL.match(line) else line for line in lines)
    reading = copydesk.read(copy.strip("\n"), published=written.date() if written else None)
    item.headline = item.headline or _headline(headline, reading)
    item.byline = item.byline or reading.byline
    item.dateline = item.dateline or reading.dateline
    item.credit = item.credit or reading.credit
    item.agency = item.agency or reading.agency
    paragraphs = [paragraph.text for paragraph in reading.paragraphs]
    if reading.headline and item.headline != reading.headline:
        paragraphs = [*filter(None, [reading.headline, reading.standfirst]), *paragraphs]
    elif reading.standfirst:
        item.notes.append(Note("summary", reading.standfirst, public=True))
    _take_foot(item, paragraphs)


def _headline(known: str, reading: copydesk.Reading) -> str:
    """The headline that stands above the copy, where it plainly is one: a mail's subject often
    says what was sent and not what happened."""
    if not known or not reading.headline:
        return known or reading.headline
    ours, theirs = _words(known), _words(reading.headline)
    alike = len(ours & theirs) * 2 >= min(len(ours), len(theirs))
    return reading.headline if alike or reading.byline or reading.dateline else known


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _take_foot(item: Item, paragraphs: list[str]) -> None:
    ended = end_of(paragraphs)
    for paragraph in ended.copy:
        if _SIGNED.match(paragraph):
            item.notes.append(Note("signoff", paragraph, public=True))
        else:
            item.paragraphs.append(paragraph)
    for role, words in (("editors", ended.notes), ("contact", ended.contacts)):
        if words:
            item.notes.append(Note(role, "\n".join(words), public=False))
