"""What a web page says of its article, in its words, its metadata and its structured data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class HtmlPage:
    """A page. `meta` holds the first content of each meta element by lower-case name or property,
    `lists` all of them; `ld` is the page's schema.org article, if it has one; `article` is the
    HTML of the part that holds the article, its surroundings taken off."""

    language: str = ""
    base: str = ""
    canonical: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    standfirst: str = ""
    bylines: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    ld: dict[str, Any] = field(default_factory=dict)
    article: str = ""
    problems: list[str] = field(default_factory=list)
