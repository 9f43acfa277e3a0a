"""A NITF document's shape into an item."""

from __future__ import annotations

import re

from broadsheet.wire.formats import signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import whole
from broadsheet.wire.formats.nitf.shape import Story
from broadsheet.wire.formats.wiretext import dateline_of

#: What the management status says of this document.
_STATUS = {
    "usable": "usable", "embargoed": "usable", "withheld": "withheld", "canceled": "canceled",
    "cancelled": "canceled", "kill": "canceled", "mandatory": "canceled", "killed": "canceled",
}  # fmt: skip
#: Names under which agencies keep what NITF has no place for.
_SLUGS = ("anpa-keyword", "slug", "slugline", "tx-slug", "keywords")
_SIGNALS = {"correction": "correction", "corrected": "correction", "advisory": "advisory",
            "update": "update", "repeat": "repeat"}  # fmt: skip


def adapt(story: Story) -> list[Item]:
    """The item of a document."""
    item = Item(format="nitf", problems=list(story.problems))
    item.guid = story.identity
    if not item.guid:
        item.problems.append("it has no doc-id")
    item.agency = story.source or story.meta.get("source", "") or story.credit
    item.urgency = whole(story.urgency or story.meta.get("anpa-priority"))
    fill(item, story)
    _management(item, story)
    _times(item, story)
    signals.mark(item)
    return [item]


def fill(item: Item, story: Story) -> None:
    """Everything that a NITF body says, where the item does not know it already; for documents
    inside NewsML too."""
    item.headline = item.headline or story.headline or story.title
    item.slugline = item.slugline or story.slug or _meta(story, _SLUGS)
    item.byline = item.byline or byline(story.names)
    item.dateline = item.dateline or story.dateline
    item.credit = item.credit or story.credit
    item.copyright = item.copyright or story.copyright
    item.language = item.language or language(story.language)
    item.paragraphs = list(story.paragraphs)
    if item.paragraphs:
        place, agency, rest = dateline_of(item.paragraphs[0])
        if place and rest:
            item.dateline = item.dateline or place
            item.agency = item.agency or agency
            item.paragraphs[0] = rest
    item.links += [link for link in story.links if link not in item.links]
    known = {medium.href for medium in item.media}
    item.media += [medium for medium in story.media if medium.href not in known]
    item.subjects = item.subjects or [Subject(code, name) for code, name in story.subjects]
    item.keywords = item.keywords or list(story.keywords)
    for text in story.subheads:
        item.notes.append(Note("subhead", text, public=True))
    if story.abstract and story.abstract != item.headline:
        item.notes.append(Note("summary", story.abstract, public=True))
    for role, text in story.notes:
        # A note to editors may hold names and telephone numbers, whatever it is called.
        item.notes.append(Note(role, text, public=False))
    if story.tagline:
        item.notes.append(Note("signoff", story.tagline, public=True))


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


def _times(item: Item, story: Story) -> None:
    issued, released = _time(item, story.issued), _time(item, story.released)
    posted = _time(item, story.posted)
    item.created = issued or posted or released
    item.versioned = issued or posted or released
    item.published = posted or released or issued
    held = story.management.lower() == "embargoed"
    if released and ((issued and released > issued and _is_later(issued, released)) or held):
        # The copy may be read now and printed only then.
        item.embargo, item.published = released, released


def _is_later(issued: str, released: str) -> bool:
    """Seconds between the two are the machine's; an embargo is somebody's word."""
    return released[:16] > issued[:16]


def _time(item: Item, text: str) -> str | None:
    if not text:
        return None
    compact = re.fullmatch(r"(\d{8})T?(\d{4,6})?(.*)", text)
    stamp = stamps.read(text if not compact or "T" in text else _spread(compact))
    if stamp.problem and stamp.problem not in item.problems:
        item.problems.append(stamp.problem)
    return stamp.value


def _spread(found: re.Match[str]) -> str:
    """`20160505101530+0200` as ISO 8601 writes it."""
    return f"{found[1]}T{(found[2] or '000000').ljust(6, '0')}{found[3]}"
