"""What a JSON Feed says (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class JsonAttachment:
    """A file that belongs to an item."""

    url: str
    mime_type: str = ""
    title: str = ""


@dataclass(slots=True)
class JsonEntry:
    """One item. Times are as written; `authors` are names."""

    id: str = ""
    url: str = ""
    external_url: str = ""
    title: str = ""
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    image: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attachments: list[JsonAttachment] = field(default_factory=list)


@dataclass(slots=True)
class JsonFeed:
    """A feed and its items in order."""

    version: str = ""
    title: str = ""
    home_page_url: str = ""
    feed_url: str = ""
    language: str = ""
    authors: list[str] = field(default_factory=list)
    items: list[JsonEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
