"""What a WordPress export says of its posts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class WxrPost:
    """One post, page, attachment or other object. Times are as written; `dated_utc` is the one
    that WordPress gives in UTC. `content` is as the author typed it: HTML in which an empty line
    makes a paragraph, with WordPress's own short codes."""

    post_id: str = ""
    post_type: str = "post"
    status: str = "publish"
    password: str = ""
    title: str = ""
    link: str = ""
    guid: str = ""
    author: str = ""
    dated: str = ""
    dated_utc: str = ""
    changed_utc: str = ""
    published: str = ""
    content: str = ""
    excerpt: str = ""
    attachment_url: str = ""
    thumbnail_id: str = ""
    alternative: str = ""
    categories: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class WxrExport:
    """A whole export: the site, its authors' names by their sign-in names, the posts in order."""

    version: str = ""
    title: str = ""
    link: str = ""
    language: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    posts: list[WxrPost] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
