"""Copy that came as running text, in a file or a mail: read by the copy desk, with what stands
under it kept from print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from broadsheet import copydesk
from broadsheet.wire.formats import embargoes
from broadsheet.wire.formats.endmatter import end_of
from broadsheet.wire.formats.item import Item, Note
from broadsheet.wire.formats.wirehead import take_head
from broadsheet.wire.formats.wiretext import dateline_of, paragraphs_of

#: The reporter's and editors' own line at the foot: `(Reporting by …; editing by …)`.
_SIGNED = re.compile(
    r"^[(\[](?:additional )?(?:reporting|writing|editing|compiled|translated)\b.*[)\]]$", re.I
)
#: Whose release it is, as the services that send releases close them.
_SOURCE = re.compile(r"^SOURCE:?\s+(?P<name>[^\n]{2,80}?)\.?$")
#: A label above a release that is no headline.
_LABEL = re.compile(
    r"^\W*(?:(?:press|media|news) release|for immediate (?:release|publication)|pressemitteilung|"
    r"communiqué de presse|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemelding)(?:\s+(?:no\.?\s*)?[A-Z]{0,4}[\d/-]{2,12})?\W*$",
    re.IGNORECASE,
)
#: Characters that the copy desk reads of one text.
_MOST = 200_000
#: Lines from this length on were cut to a width where the next goes on in small letters, or where
#: the blank before the cut was left.
_CUT = 50


def is_label(line: str) -> bool:
    """Whether a line only says that a release follows."""
    return _LABEL.match(line) is not None


def uncut(lines: Sequence[str]) -> list[str]:
    """Lines that a program cut to a width, put together again."""
    whole: list[str] = []
    before = ""
    for line in lines:
        goes_on = line[:1].islower() or (before.endswith(" ") and line[:1].isalnum())
        if whole and len(before) >= _CUT and goes_on and before.rstrip()[-1:] not in ".!?:;":
            whole[-1] = f"{whole[-1].rstrip()} {line}"
        else:
            whole.append(line)
        before = line
    return whole


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
    lines = take_head(item, lines)
    copy = "\n".join(uncut(["" if is_label(line) else line for line in lines])).strip("\n")
    copy, rest = _readable(copy)
    reading = copydesk.read(copy, published=written.date() if written else None)
    item.headline = item.headline or _headline(headline, reading)
    item.byline = item.byline or reading.byline
    item.dateline = item.dateline or reading.dateline
    item.credit = item.credit or reading.credit
    item.agency = item.agency or reading.agency
    paragraphs = [paragraph.text for paragraph in reading.paragraphs]
    if rest:
        paragraphs += paragraphs_of(rest)
        item.problems.append(f"only its first {_MOST} characters were looked at for its parts")
    if reading.headline and item.headline != reading.headline:
        paragraphs = [*filter(None, [reading.headline, reading.standfirst]), *paragraphs]
    elif reading.standfirst:
        # A dateline that has a line to itself looks like a standfirst.
        place, agency, rest = dateline_of(f"{reading.standfirst} .")
        if agency and rest == ".":
            item.dateline, item.agency = item.dateline or place, item.agency or agency
        else:
            item.notes.append(Note("summary", reading.standfirst, public=True))
    _take_foot(item, paragraphs)
    place, agency, rest = dateline_of(item.paragraphs[0]) if item.paragraphs else ("", "", "")
    if agency and rest and not item.dateline:
        item.dateline, item.agency = place, item.agency or agency
        item.paragraphs[0] = rest


def _readable(copy: str) -> tuple[str, str]:
    """What the copy desk reads, and what is too long for any story and is kept as it is."""
    if len(copy) <= _MOST:
        return copy, ""
    cut = max(copy.rfind("\n", 0, _MOST), copy.rfind(" ", 0, _MOST)) if " " in copy[:_MOST] else 0
    cut = cut if cut > 0 else _MOST
    return copy[:cut], copy[cut:]


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
        if source := _SOURCE.match(paragraph):
            item.credit = item.credit or source["name"]
        elif _SIGNED.match(paragraph):
            item.notes.append(Note("signoff", paragraph, public=True))
        else:
            item.paragraphs.append(paragraph)
    for role, words in (("editors", ended.notes), ("contact", ended.contacts)):
        if words:
            item.notes.append(Note(role, "\n".join(words), public=False))
