"""What a NewsML 1.x news item says (NewsML 1.2, https://iptc.org/std/NewsML/1.2/)."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.nitf.shape import Story


@dataclass(slots=True)
class Content:
    """A content item: a file or the text itself, with where it stands among the components.

    Attributes:
        href, media, mime: the file's address, `MediaType` and `MimeType`.
        role: of its component (`Main`, `Caption`, `Supporting`, `Preview` ...).
        width: in pixels, 0 where it is not said.
        nitf, html, plain: the content, as one of these.
        headline, credit, byline: of its component.
    """

    href: str = ""
    media: str = ""
    mime: str = ""
    role: str = ""
    width: int = 0
    nitf: Story | None = None
    html: str = ""
    plain: str = ""
    headline: str = ""
    credit: str = ""
    byline: str = ""


@dataclass(slots=True)
class NewsItem:
    """One news item. Texts are empty where it says nothing."""

    public_id: str = ""
    provider_id: str = ""
    date_id: str = ""
    item_id: str = ""
    revision: str = ""
    update: str = ""
    label: str = ""
    kind: str = ""
    status: str = ""
    urgency: str = ""
    created: str = ""
    revised: str = ""
    embargo: str = ""
    sent: str = ""
    derived_from: list[str] = field(default_factory=list)
    instructions: list[str] = field(default_factory=list)
    headline: str = ""
    subheadline: str = ""
    slugline: str = ""
    bylines: list[str] = field(default_factory=list)
    dateline: str = ""
    location: str = ""
    credit: str = ""
    copyright: str = ""
    usage: str = ""
    provider: str = ""
    source: str = ""
    creators: list[str] = field(default_factory=list)
    language: str = ""
    keywords: list[str] = field(default_factory=list)
    subjects: list[tuple[str, str]] = field(default_factory=list)
    abstract: str = ""
    notes: list[str] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
