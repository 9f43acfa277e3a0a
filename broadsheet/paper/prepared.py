"""What a paper finds in copy before anything is kept: the parts, its sections, the questions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from wagtail.models import Site

from broadsheet import copydesk
from broadsheet.paper import lists
from broadsheet.paper.founding import find_section
from broadsheet.paper.house_style import house_style
from broadsheet.paper.models import Copy, Section, Story

#: Quotation marks and spaces, which a block of its own does without.
_MARKS = " \t\n\u00a0\"'“”‘’«»„‹›"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was found in copy, before anything is kept."""

    reading: copydesk.Reading
    headline: str
    standfirst: str
    credit: str
    agency: str
    byline: str
    dateline: str
    sections: tuple[Section, ...]
    unknown_sections: tuple[str, ...]
    unsure_names: tuple[str, ...]
    in_top_news: bool
    published: date | None
    body: tuple[tuple[str, Any], ...]
    related: tuple[str, ...]
    standing: Story | None

    @property
    def questions(self) -> tuple[str, ...]:
        """What only a person can answer."""
        questions = []
        if self.published is None:
            questions.append("No date found. When was this published?")
        if not self.headline:
            questions.append("No headline found. What is it?")
        for name in self.unknown_sections:
            questions.append(f"There is no section “{name}”. Make it, or choose another?")
        for name in self.unsure_names:
            questions.append(f"Is “{name}” a section? This paper has none of that name.")
        return tuple(questions)


def fingerprint(text: str) -> str:
    """What the same copy is known by, whatever its line ends and spaces: SHA-256, hexadecimal."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def prepare(paper: Site, text: str, *, published: date | None = None) -> Prepared:
    """Read copy for this paper. Nothing is written.

    Args:
        published: the day of publication if it is known; else one printed in the copy is used.
    """
    front = paper.root_page.specific
    titles = [section.title for section in lists.sections(paper)]
    reading = copydesk.read(
        text,
        published=published,
        known_sections=titles,
        known_places=[front.top_name],
        style=house_style(text),
    )
    known, unknown, unsure, top = _trail(paper, reading, front.top_name)
    day = published or reading.published
    standing = Copy.objects.filter(paper=paper, fingerprint=fingerprint(text)).first()
    return Prepared(
        reading=reading,
        headline=reading.headline,
        standfirst=reading.standfirst,
        credit=reading.credit,
        agency=reading.agency,
        byline=reading.byline,
        dateline=reading.dateline,
        sections=known,
        unknown_sections=unknown,
        unsure_names=unsure,
        in_top_news=top,
        published=day,
        body=tuple(body_blocks(reading)),
        related=tuple(reading.related),
        standing=standing.story if standing else None,
    )


def _trail(
    paper: Site, reading: copydesk.Reading, top_name: str
) -> tuple[tuple[Section, ...], tuple[str, ...], tuple[str, ...], bool]:
    known: list[Section] = []
    unknown: list[str] = []
    unsure: list[str] = []
    top = False
    for name in reading.trail:
        section = find_section(paper, name.name)
        if name.kind == "place" or name.name.casefold() == top_name.casefold():
            top = True
        elif section is not None:
            known.append(section)
        elif name.kind in {"section", "usual"}:
            unknown.append(name.name)
        else:
            unsure.append(name.name)
    return tuple(known), tuple(unknown), tuple(unsure), top


def body_blocks(reading: copydesk.Reading) -> Iterator[tuple[str, Any]]:
    """The body as blocks of the story's stream, paragraph by paragraph."""
    for paragraph in reading.paragraphs:
        if paragraph.kind == "subhead":
            yield "heading", paragraph.text[:160]
        elif paragraph.kind in {"embed", "quote-block"}:
            yield from _quoted(reading, paragraph)
        else:
            yield _paragraph(paragraph.text)


def _paragraph(text: str) -> tuple[str, str]:
    return "paragraph", f"<p>{escape(text.strip(), quote=False)}</p>"


def _quoted(reading: copydesk.Reading, paragraph: copydesk.Paragraph) -> Iterator[tuple[str, Any]]:
    """Words set apart become a block; what leads in to them and follows them stays a paragraph."""
    inside = [q for q in reading.quotes if q.direct and paragraph.start <= q.start < paragraph.end]
    if not inside:
        yield _paragraph(paragraph.text)
        return
    quote = inside[0]
    before = reading.text[paragraph.start : quote.start].rstrip(_MARKS)
    after = reading.text[quote.end : paragraph.end].lstrip(_MARKS)
    if before.strip():
        yield _paragraph(before)
    yield (
        "post" if paragraph.kind == "embed" else "quotation",
        {
            "text": reading.text[quote.start : quote.end],
            "speaker": quote.person or quote.speaker or "",
            "source": paragraph.platform,
            "url": "",
        },
    )
    if any(c.isalnum() for c in after):
        yield _paragraph(after)
