"""The copy of one item of a feed: its paragraphs, links and pictures, from the full content or,
where there is none, from the summary."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadsheet.wire.formats import markup
from broadsheet.wire.formats.bylines import opening_byline
from broadsheet.wire.formats.feed_media import FeedMedium, kind_of, type_of
from broadsheet.wire.formats.item import Item, Medium, Note
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import dateline_of, is_drawn

#: What blogging systems write under each item; no copy of the author's.
_TAIL = re.compile(
    r"^(?:continue reading|read (?:more|on|the (?:full|rest|whole))|weiterlesen|lire la suite"
    r"|seguir leyendo|leer más|leggi tutto)\b.{0,160}$",
    re.IGNORECASE | re.DOTALL,
)
#: Characters that such a sentence has before the headline, and between it and the site.
_BETWEEN = 40
#: Where the copy breaks off.
_CUT = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3}|&hellip;)\s*(?:\[\+?\d+ chars\])?$")


@dataclass(slots=True)
class FeedText:
    """One text of an item: HTML or plain, and what its links are relative to."""

    value: str = ""
    html: bool = True
    base: str = ""


def fill(item: Item, content: FeedText, summary: FeedText, link: str) -> None:
    """Put the copy into the item, whose headline and agency are known. `link` is the item's own
    address, first among its links."""
    main, teaser = (content, summary) if content.value.strip() else (summary, FeedText())
    block = _read(main)
    item.paragraphs = [p for p in block.paragraphs if not _TAIL.match(p) and not is_drawn(p)]
    opening_byline(item)
    _take_dateline(item)
    if item.paragraphs:
        item.paragraphs[-1] = _without_site(item.paragraphs[-1], item)
        item.paragraphs = list(filter(None, item.paragraphs))
    item.links = list(dict.fromkeys(filter(None, [link, *block.links])))
    item.media += block.media
    if item.paragraphs and _CUT.search(item.paragraphs[-1]):
        item.problems.append(
            "the feed gives only the beginning of the copy; the rest is at its link"
        )
    _take_summary(item, teaser)


def _take_dateline(item: Item) -> None:
    """A dateline that the copy opens with; the agency in it has the credit, whosever feed it is."""
    opening = item.paragraphs[0] if item.paragraphs else ""
    if "(" not in opening[:120] and "/" not in opening[:120]:
        return
    place, agency, rest = dateline_of(opening)
    if agency and rest:
        item.dateline = item.dateline or place
        item.credit = item.credit or agency
        item.paragraphs[0] = rest


def _without_site(text: str, item: Item) -> str:
    """The text without a last sentence that names headline and site and says little besides, which
    is the blog's own in whatever language: "The post … appeared first on …"."""
    at = text.rfind(item.headline) if item.headline and item.agency else -1
    if at < 0:
        return text
    rest = text[at + len(item.headline) :].rstrip(' .!»”"')
    if not rest.endswith(item.agency) or not 0 < len(rest) - len(item.agency) <= _BETWEEN:
        return text
    start = 1 + max(text.rfind(stop, 0, at) for stop in ".!?…")
    return text[:start].strip() if at - start <= _BETWEEN else text


def _take_summary(item: Item, summary: FeedText) -> None:
    said = _without_site(plain(summary.value), item)
    if said and not _repeats(said, item.paragraphs):
        item.notes.append(Note("summary", said, public=True))


def _read(text: FeedText) -> markup.Block:
    if text.html:
        return markup.read(text.value, text.base)
    paragraphs = (plain(p) for p in re.split(r"\n\s*\n", text.value))
    return markup.Block([p for p in paragraphs if p])


def _repeats(summary: str, paragraphs: list[str]) -> bool:
    """Whether a summary is but the beginning of the copy, its last word perhaps cut."""
    words = re.findall(r"\w+", _CUT.sub("", summary).lower())
    copy = re.findall(r"\w+", " ".join(paragraphs)[: 2 * len(summary) + 200].lower())
    return copy[: len(words) - 1] == words[:-1]


def add_media(item: Item, files: list[FeedMedium]) -> None:
    """Put enclosures and Media RSS into the item, each file once, before what stands in the copy."""
    for file in files:
        kind = kind_of(file)
        item.media.append(
            Medium(
                file.href,
                file.type or type_of(file.href) or (kind if kind != "document" else ""),
                plain(file.credit),
                plain(file.caption),
            )
        )


def once(media: list[Medium]) -> list[Medium]:
    """The files, each address once; what is said of one in several places is put together."""
    found: dict[str, Medium] = {}
    for medium in media:
        known = found.setdefault(medium.href, medium)
        known.credit = known.credit or medium.credit
        known.caption = known.caption or medium.caption
        if "/" not in known.type:
            known.type = type_of(known.href) or known.type or medium.type
    return list(found.values())


#: Characters of copy from which an item with a sound or film beside it is a text.
_TEXT = 1500


def kind_by(item: Item, files: list[FeedMedium], *, cast: bool = False) -> str:
    """What the item is. An enclosure is the thing itself, unless it comes with a whole article;
    `cast`: the feed is a podcast's or a film channel's, where long notes are notes."""
    kinds = [kind_of(file) for file in files if file.role == "enclosure" or cast]
    if cast or sum(map(len, item.paragraphs)) < _TEXT:
        for kind in ("video", "audio"):
            if kind in kinds:
                return kind
    return "text"
