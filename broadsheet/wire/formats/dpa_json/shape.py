"""What an entry of dpa's digitalwires says (format `digitalwires@0.9.1`)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class DpaPicture:
    """One associated file, with the widest of its renditions."""

    href: str
    type: str
    credit: str
    caption: str


@dataclass(slots=True)
class DpaNote:
    """A note to the editors, and whether dpa lets it be printed."""

    role: str
    text: str
    public: bool


@dataclass(slots=True)
class DpaEntry:
    """One entry. Texts are empty where the entry says null."""

    urn: str = ""
    entry_id: str = ""
    kind: str = ""
    version: str = ""
    version_created: str = ""
    content_created: str = ""
    updated: str = ""
    embargoed: str = ""
    pubstatus: str = ""
    signal: str = ""
    language: str = ""
    urgency: int | None = None
    kicker: str = ""
    headline: str = ""
    teaser: str = ""
    byline: str = ""
    dateline: str = ""
    html: list[str] = field(default_factory=list)
    creditline: str = ""
    copyright: str = ""
    usage: str = ""
    captions: list[str] = field(default_factory=list)
    notes: list[DpaNote] = field(default_factory=list)
    pictures: list[DpaPicture] = field(default_factory=list)
    subjects: list[tuple[str, str]] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
