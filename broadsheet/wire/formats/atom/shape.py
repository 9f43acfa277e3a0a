"""What an Atom feed says, construct by construct (RFC 4287, and the draft 0.3 before it)."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.feed_media import FeedMedia


@dataclass(slots=True)
class AtomText:
    """A text construct, with escaping and base64 undone. `html`: it is markup, whose links are
    relative to `base` (empty where the feed does not say)."""

    value: str = ""
    html: bool = False
    base: str = ""


@dataclass(slots=True)
class AtomLink:
    """A link, its address made absolute where the feed says by what."""

    href: str
    rel: str = "alternate"
    type: str = ""
    title: str = ""


@dataclass(slots=True)
class AtomPerson:
    """Somebody who wrote."""

    name: str = ""
    email: str = ""


@dataclass(slots=True)
class AtomEntry:
    """One entry. Times are as written; `base` is its xml:base, resolved, or empty."""

    id: str = ""
    title: AtomText = field(default_factory=AtomText)
    summary: AtomText = field(default_factory=AtomText)
    content: AtomText = field(default_factory=AtomText)
    content_src: AtomLink | None = None
    rights: AtomText = field(default_factory=AtomText)
    published: str = ""
    created: str = ""
    updated: str = ""
    edited: str = ""
    language: str = ""
    authors: list[AtomPerson] = field(default_factory=list)
    links: list[AtomLink] = field(default_factory=list)
    categories: list[tuple[str, str, str]] = field(default_factory=list)
    media: FeedMedia = field(default_factory=FeedMedia)
    source: str = ""
    video: bool = False
    base: str = ""


@dataclass(slots=True)
class AtomFeed:
    """A feed, or a lone entry."""

    version: str = ""
    title: AtomText = field(default_factory=AtomText)
    rights: AtomText = field(default_factory=AtomText)
    updated: str = ""
    language: str = ""
    authors: list[AtomPerson] = field(default_factory=list)
    links: list[AtomLink] = field(default_factory=list)
    entries: list[AtomEntry] = field(default_factory=list)
    base: str = ""
    problems: list[str] = field(default_factory=list)
