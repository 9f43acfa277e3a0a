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
        group: the component with lines of its own that it stands in: a picture and its caption.
        is_rendition: its component says that what is in it is the same thing in several forms.
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
    group: str = ""
    is_rendition: bool = False


@dataclass(slots=True)
class NewsItem:
    """One news item, or one of several stories in it. Texts are empty where it says nothing.

    Attributes:
        part: which of the item's stories it is, by its own id or language; empty for the only one.
    """

    public_id: str = ""
    provider_id: str = ""
    date_id: str = ""
    item_id: str = ""
    revision: str = ""
    update: str = ""
    part: str = ""
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
    sender: str = ""
    source: str = ""
    language: str = ""
    keywords: list[str] = field(default_factory=list)
    subjects: list[tuple[str, str]] = field(default_factory=list)
    abstract: str = ""
    notes: list[str] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
