"""A NITF document's shape into an item."""

from __future__ import annotations

import re

from broadsheet.wire.formats.agency_copy import SENDER_MARKS, read_time, settle
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.endmatter import reaches_someone
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.nitf.shape import Story
from broadsheet.wire.formats.zones import home_of

#: What the management status says of this document.
_STATUS = {
    "usable": "usable", "embargoed": "usable", "withheld": "withheld", "canceled": "canceled",
    "cancelled": "canceled", "kill": "canceled", "mandatory": "canceled", "killed": "canceled",
}  # fmt: skip
#: Names under which agencies keep what NITF has no place for.
_SLUGS = ("anpa-keyword", "slug", "slugline", "tx-slug")
_PRIORITIES = ("anpa-priority", "priority")
#: Priorities of ANPA 1312 as IPTC's urgencies, for senders who put the letters into NITF.
_LETTERS = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5}
_SIGNALS = {"correction": "correction", "corrected": "correction", "advisory": "advisory",
            "update": "update", "repeat": "repeat"}  # fmt: skip


def adapt(story: Story) -> list[Item]:
    """The item of a document."""
    item = Item(format="nitf", problems=list(story.problems))
    item.guid = story.identity
    if not item.guid:
        item.problems.append("it has no doc-id")
    item.version = story.version or None
    item.agency = story.source or story.meta.get("source", "") or story.credit
    item.urgency = whole(story.urgency) or _priority(_meta(story, _PRIORITIES))
    home = home_of(item.agency, story.credit)
    fill(item, story)
    _management(item, story)
    _times(item, story, home)
    settle(item, home)
    if story.management.lower() == "embargoed" and item.embargo is None:
        # Held, and nobody says until when.
        item.status = "withheld"
    return [item]


def _priority(said: str) -> int | None:
    return _LETTERS.get(said.lower()) or whole(said)


def fill(item: Item, story: Story) -> None:
    """Everything that a NITF body says, where the item does not know it already; for documents
    inside NewsML too."""
    item.headline = item.headline or story.headline or story.title
    item.slugline = item.slugline or story.slug or _meta(story, _SLUGS) or _slug_of(story)
    item.byline = item.byline or byline(story.names)
    item.dateline = item.dateline or story.dateline
    item.credit = item.credit or story.credit
    item.copyright = item.copyright or story.copyright
    item.language = item.language or language(story.language)
    item.paragraphs = list(story.paragraphs)
    item.links += [link for link in story.links if link not in item.links]
    known = {medium.href for medium in item.media}
    item.media += [medium for medium in story.media if medium.href not in known]
    item.subjects = item.subjects or [Subject(code, name) for code, name in story.subjects]
    item.keywords = item.keywords or list(story.keywords) or _keywords(story)
    for text in story.subheads:
        item.notes.append(Note("subhead", text, public=True))
    if story.abstract and story.abstract != item.headline:
        item.notes.append(Note("summary", story.abstract, public=True))
    for role, text in story.notes:
        # A note to editors may hold names and telephone numbers, whatever it is called.
        item.notes.append(Note(role, text, public=False))
    if story.tagline:
        public = not reaches_someone(story.tagline)
        item.notes.append(Note("signoff", story.tagline, public=public))


def _slug_of(story: Story) -> str:
    """Where headline and title differ, a short title is the slug; its number is the queue's."""
    if not story.headline or story.title.casefold() == story.headline.casefold():
        return ""
    words = re.sub(r"^\d+\s+", "", story.title)
    return words if len(words.split()) <= 4 and not words.endswith((".", "?", "!")) else ""


def _keywords(story: Story) -> list[str]:
    said = _meta(story, ("keywords", "keyword"))
    return [
        word for part in re.split(r"[,;]", said) if (word := SENDER_MARKS.sub("", part.strip()))
    ]


def _meta(story: Story, names: tuple[str, ...]) -> str:
    return next((story.meta[name] for name in names if story.meta.get(name)), "")


def _management(item: Item, story: Story) -> None:
    """A document may cancel itself, or the one that it names (`management-doc-idref-status`)."""
    said = story.management.lower()
    item.status = _STATUS.get(said, "usable")
    if said in _SIGNALS:
        item.signals.append(_SIGNALS[said])
    if story.refers_to:
        item.replaces.append(story.refers_to)
    cancels = story.cancels.lower()
    if _STATUS.get(cancels) == "canceled":
        item.status = "canceled"
    elif _STATUS.get(cancels) == "withheld":
        item.status = "withheld"
    elif cancels in _SIGNALS and _SIGNALS[cancels] not in item.signals:
        item.signals.append(_SIGNALS[cancels])
    if item.status == "canceled" and "kill" not in item.signals:
        item.signals.append("kill")


def _times(item: Item, story: Story, home: str) -> None:
    issued, released, posted = (
        read_time(item, _spread(said), home)
        for said in (story.issued, story.released, story.posted)
    )
    item.created = issued or posted or released
    item.versioned = issued or posted or released
    item.published = posted or released or issued
    held = story.management.lower() == "embargoed"
    if released and (held or (issued and _is_later(issued, released))):
        # The copy may be read now and printed only then.
        item.embargo, item.published = released, released


def _is_later(issued: str, released: str) -> bool:
    """Seconds between the two are the machine's; an embargo is somebody's word."""
    return released[:16] > issued[:16]


def _spread(said: str) -> str:
    """`20160505101530+0200` and `20160505T1015Z` as ISO 8601 writes them."""
    found = re.fullmatch(r"(\d{8})T?(\d{4,6})?(.*)", said)
    if found is None:
        return said
    return f"{found[1]}T{(found[2] or '000000').ljust(6, '0')}{found[3]}"
