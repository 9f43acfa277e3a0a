"""What a NewsML-G2 item says (NewsML-G2 2.x, https://iptc.org/std/NewsML-G2/)."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.nitf.shape import Story


@dataclass(slots=True)
class Concept:
    """A concept by its QCode or URI, its name, and its type."""

    code: str
    name: str
    type: str = ""


@dataclass(slots=True)
class Remote:
    """A file that lies elsewhere: one rendition of a picture, film or sound."""

    href: str
    type: str
    rendition: str
    width: int


@dataclass(slots=True)
class Link:
    """A link of the item or a reference in a package."""

    rel: str
    target: str
    href: str
    title: str
    kind: str


@dataclass(slots=True)
class G2Item:
    """One item of any kind. Texts are empty where it says nothing.

    Attributes:
        element: the local name of its element (`newsItem`, `packageItem` ...).
        names, creators: who signed (`by`), and the people who are named as makers.
        headlines, descriptions, notes: each text with its role.
        published: the time that the copy itself says that it was published.
        is_event: what it is about is an event (`cpnat:event`, `events`).
        private: parts of the content that are for the desk.
        nitf: a NITF body inside it.
        html: other markup inside it.
        plain: plain text inside it.
    """

    element: str
    guid: str = ""
    version: str = ""
    language: str = ""
    kind: str = ""
    status: str = ""
    provider: Concept = field(default_factory=lambda: Concept("", ""))
    created: str = ""
    versioned: str = ""
    content_created: str = ""
    embargoed: str | None = None
    urgency: str = ""
    slugline: str = ""
    dateline: str = ""
    located: str = ""
    credit: str = ""
    copyright: str = ""
    usage: str = ""
    title: str = ""
    published: str = ""
    is_event: bool = False
    names: list[str] = field(default_factory=list)
    creators: list[str] = field(default_factory=list)
    sources: list[Concept] = field(default_factory=list)
    headlines: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    signals: list[str] = field(default_factory=list)
    subjects: list[Concept] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    files: list[Remote] = field(default_factory=list)
    nitf: Story | None = None
    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
