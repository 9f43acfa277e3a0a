"""The desk: one copy read from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from broadsheet.copydesk.checks import check_all
from broadsheet.copydesk.dates import find_dates
from broadsheet.copydesk.layout import Layout, lay_out
from broadsheet.copydesk.outlets import AGENCIES, outlets_in
from broadsheet.copydesk.people import find_people
from broadsheet.copydesk.quantities import find_quantities
from broadsheet.copydesk.quotes import Quoted, quoted_in
from broadsheet.copydesk.reading import DateMention, Paragraph, Part, Quote, Reading, Source, Span
from broadsheet.copydesk.speakers import Speakers
from broadsheet.copydesk.style import Style, in_rank, style_findings
from broadsheet.copydesk.transcript import label

_OPENING = '“"‘«„'
_PLATFORM = re.compile(
    r"\b(?:post(?:ed)?|tweet(?:ed)?|wrote|shared|sharing|message|statement|caption)\b[^.“”\"]{0,60}?\b"
    r"(?:on|to)\s(?P<platform>X\b(?:,?\s*\(?formerly[^,)]{0,30}\)?)?|Twitter|Facebook|Instagram|Truth Social|"
    r"Telegram|Bluesky|Threads|Mastodon|LinkedIn|YouTube|TikTok|WhatsApp|Weibo)",
    re.I,
)


def read(
    text: str,
    *,
    published: date | None = None,
    known_sections: Sequence[str] = (),
    known_places: Sequence[str] = (),
    names: Collection[str] = (),
    style: Style | None = None,
) -> Reading:
    """Read one piece of copy.

    Args:
        text: the copy as it came.
        published: the day of publication, against which dates are resolved; without it one that
            is printed in the copy is used.
        known_sections, known_places: the paper's own names, for splitting a trail.
        names: names that the paper knows, of whatever kind; those of the style are added.
        style: the house style whose rules are tried too; None tries none.
    """
    layout = lay_out(text, known_sections, known_places)
    day = published or layout.published
    quoted = _quoted(text, layout)
    people = find_people(_copy_alone(text, layout))
    tail = tuple(name for name in (layout.agency, layout.credit) if name)
    speakers = Speakers(text, people, tail)
    paragraphs = [_paragraph(text, s, rows) for s, rows in zip(layout.body, quoted, strict=True)]
    said = [
        speakers.paragraph(one.start, one.end, rows, platform=one.platform)
        for one, rows in zip(paragraphs, quoted, strict=True)
    ]
    quotes = tuple(_carried_back(text, paragraphs, quoted, said))
    reading = _reading(text, layout, paragraphs, quotes, list(_dates(text, layout, quoted, day)))
    reading = replace(reading, people=people, sources=_sources(text, layout))
    if names or style:
        known = frozenset(names) | (style.names if style else frozenset())
        reading = replace(reading, known_names=known, style=style.name if style else "")
    reading = replace(reading, findings=tuple(check_all(reading, quoted, published is not None)))
    if style is None:
        return reading
    found = in_rank([*reading.findings, *style_findings(reading, quoted, style)])
    return replace(reading, findings=tuple(found))


def _copy_alone(text: str, layout: Layout) -> str:
    """The text, equally long, with blank lines for what is no copy: names are not sought there."""
    pieces: list[str] = []
    at = 0
    for part in layout.parts:
        if part.kind in {"trail", "furniture", "related", "credit"} and part.start >= at:
            pieces += [text[at : part.start], "\n" * (part.end - part.start)]
            at = part.end
    return "".join([*pieces, text[at:]])


def _carried_back(
    text: str, paragraphs: list[Paragraph], quoted: list[list[Quoted]], quotes: list[list[Quote]]
) -> Iterator[Quote]:
    """A quotation left open at a paragraph's end is said by whoever says the next one."""
    for index in range(len(paragraphs) - 2, -1, -1):
        here, behind = quotes[index], [q for q in quotes[index + 1] if q.direct]
        if not here or not behind or not any(q.goes_on for q in quoted[index][-1:]):
            continue
        if label(text, paragraphs[index + 1].start, paragraphs[index + 1].end):
            continue
        last, said, start = here[-1], behind[0], paragraphs[index].start
        if last.direct and (last.speaker_start is None or last.speaker_start < start):
            here[-1] = replace(said, start=last.start, end=last.end)
    for rows in quotes:
        yield from rows


def _quoted(text: str, layout: Layout) -> list[list[Quoted]]:
    opens = [text[start : start + 1] in _OPENING for start, _ in layout.body]
    return [
        quoted_in(text, start, end, index + 1 < len(opens) and opens[index + 1])
        for index, (start, end) in enumerate(layout.body)
    ]


def _reading(
    text: str,
    layout: Layout,
    paragraphs: list[Paragraph],
    quotes: tuple[Quote, ...],
    dates: list[DateMention],
) -> Reading:
    return Reading(
        text=text,
        parts=tuple(_parts(layout, paragraphs)),
        trail=layout.trail,
        headline=_words(text, layout.headline),
        standfirst=_words(text, layout.standfirst),
        credit=layout.credit,
        agency=layout.agency,
        byline=layout.byline,
        dateline=layout.dateline,
        published=layout.published,
        paragraphs=tuple(paragraphs),
        related=tuple(layout.related),
        quotes=quotes,
        dates=tuple(dates),
        quantities=tuple(find_quantities(text)),
    )


def _dates(
    text: str, layout: Layout, quoted: list[list[Quoted]], day: date | None
) -> Iterator[DateMention]:
    for (start, end), rows in zip(layout.body, quoted, strict=True):
        yield from find_dates(text, start, end, day, [(q.start, q.end) for q in rows])


def _words(text: str, span: Span | None) -> str:
    return " ".join(text[slice(*span)].split()) if span else ""


def _paragraph(text: str, span: Span, quoted: list[Quoted]) -> Paragraph:
    start, end = span
    words = " ".join(text[start:end].split())
    post = _PLATFORM.search(text, start, end)
    long_quote = any(q.end - q.start > 40 and (not post or q.start > post.start()) for q in quoted)
    if post is not None and long_quote:
        platform = re.split(r",|\s\(", post["platform"])[0].strip()
        return Paragraph("embed", start, end, words, platform)
    short = len(words) <= 90 and len(words.split()) <= 12
    if short and words[-1:].isalnum() and not quoted and words[:1].isupper():
        return Paragraph("subhead", start, end, words)
    return Paragraph("body", start, end, words)


def _parts(layout: Layout, paragraphs: list[Paragraph]) -> list[Part]:
    kinds = {(p.start, p.end): p.kind for p in paragraphs if p.kind == "embed"}
    parts = []
    for part in layout.parts:
        parts.append(part)
        if part.kind == "body" and (part.start, part.end) in kinds:
            parts.append(Part("embed", part.start, part.end))
    return parts


def _sources(text: str, layout: Layout) -> tuple[Source, ...]:
    spans: dict[str, list[Span]] = {}
    for start, end in layout.body:
        for name, s, e in outlets_in(text, start, end):
            spans.setdefault(name, []).append((s, e))
    for part in layout.parts:
        if part.kind == "agency":
            spans.setdefault(layout.agency, []).append((part.start + 1, part.end - 1))
    return tuple(
        Source(name, "agency" if name in AGENCIES or name == layout.agency else "outlet", tuple(at))
        for name, at in spans.items()
    )
