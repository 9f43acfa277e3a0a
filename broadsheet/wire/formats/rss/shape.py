"""What an RSS feed says, element by element, nothing made of it yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.feed_media import FeedMedia


@dataclass(slots=True)
class RssItem:
    """One item. `words` holds its single elements by short name (`title`, `link`, `dc:date`), text
    or HTML as it stood. Authors are as written; `base` is its own xml:base or empty."""

    words: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    creators: list[str] = field(default_factory=list)
    categories: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    media: FeedMedia = field(default_factory=FeedMedia)
    guid_is_link: bool = True
    about: str = ""
    source: str = ""
    podcast: bool = False
    base: str = ""


@dataclass(slots=True)
class RssFeed:
    """A feed: its version as it names it, the channel's own elements, the items in order."""

    version: str = ""
    words: dict[str, str] = field(default_factory=dict)
    items: list[RssItem] = field(default_factory=list)
    base: str = ""
    problems: list[str] = field(default_factory=list)
