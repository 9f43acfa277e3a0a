"""An item: what any wire format's file comes to, field by field as the rest of the house reads it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Subject:
    """A subject by the sender's code (empty when it gave only a name) and its name."""

    code: str
    name: str


@dataclass(slots=True)
class Medium:
    """A picture, film, sound or other file: its address, MIME type, who made it, what it shows."""

    href: str
    type: str = ""
    credit: str = ""
    caption: str = ""


@dataclass(slots=True)
class Note:
    """A remark that came with the copy. `public`: it may be printed."""

    role: str
    text: str
    public: bool = False


@dataclass(slots=True)
class Item:
    """One item. Times are ISO 8601 in UTC with `Z`, or None."""

    format: str | None = None
    guid: str = ""
    version: str | int | None = None
    agency: str = ""
    kind: str = "text"
    status: str = "usable"
    urgency: int | None = None
    language: str = ""
    headline: str = ""
    slugline: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    copyright: str = ""
    embargo: str | None = None
    created: str | None = None
    versioned: str | None = None
    published: str | None = None
    subjects: list[Subject] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    signals: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    replaces: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The object that `broadsheet take --dry-run --json` prints, but for `file`."""
        return asdict(self)
