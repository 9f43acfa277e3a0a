"""The shape of a reading: everything that the copy desk finds in one piece of copy.

Offsets are Unicode code points into the text as given, end exclusive.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of copy and what it is: trail, headline, standfirst, credit, byline, dateline,
    body, quote-block, embed, agency, related or furniture."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TrailName:
    """One name of the trail above the copy. `kind`: section (the paper has it), place (on the
    front), usual (a section that papers usually have) or unknown (to be asked about)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body. `kind`: body, subhead, embed or quote-block. `text` is without
    stray spaces; `platform` names where an embedded post stood."""

    kind: str
    start: int
    end: int
    text: str
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported words: who said them, as written and as the person meant, and through whom they
    came. `start` and `end` leave the quotation marks out."""

    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    person: str | None
    cue: str | None
    direct: bool
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, with every place where the name or part of it stands."""

    name: str
    role: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, agency or document that the copy rests on."""

    name: str
    kind: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; `value` is ISO 8601, or None when it cannot be known."""

    start: int
    end: int
    text: str
    value: str | None
    grain: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit."""

    start: int
    end: int
    text: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `level`: fix, query or style. `rule` names what it follows."""

    start: int
    end: int
    check: str
    level: str
    message: str
    suggestion: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All of it, with what a story is made of at hand."""

    text: str
    parts: tuple[Part, ...] = ()
    trail: tuple[TrailName, ...] = ()
    headline: str = ""
    standfirst: str = ""
    credit: str = ""
    agency: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    related: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    #: Names that the paper knows, which no check doubts; not in the JSON.
    known_names: frozenset[str] = frozenset()
    #: The house style that was tried; empty when none was.
    style: str = ""

    @property
    def furniture(self) -> tuple[Part, ...]:
        """What belongs to the page that the copy was taken from, not to the copy."""
        return tuple(part for part in self.parts if part.kind == "furniture")

    def to_json(self) -> dict[str, Any]:
        """The object that `broadsheet read --json` prints."""
        names = ("parts", "quotes", "people", "sources", "dates", "quantities", "findings", "trail")
        rows = {name: [asdict(row) for row in getattr(self, name)] for name in names}
        return {**rows, "style": self.style}
