"""Bytes of a JSON Feed into its shape. Source: https://www.jsonfeed.org/version/1.1/ and 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from broadsheet.wire.formats.jsonfeed.shape import JsonAttachment, JsonEntry, JsonFeed


def parse(data: bytes) -> JsonFeed:
    """Read a feed.

    Raises:
        ValueError: it is no JSON, or no object.
    """
    said = json.loads(data.decode("utf-8-sig"))
    if not isinstance(said, dict):
        raise ValueError("a JSON Feed is one object")
    feed = JsonFeed(
        version=_text(said, "version"),
        title=_text(said, "title"),
        home_page_url=_text(said, "home_page_url"),
        feed_url=_text(said, "feed_url"),
        language=_text(said, "language"),
        authors=_authors(said),
    )
    for number, item in enumerate(_list(said, "items"), 1):
        if isinstance(item, dict):
            feed.items.append(_entry(item))
        else:
            feed.problems.append(f"item {number} is no object and was left out")
    return feed


def _entry(said: dict[str, Any]) -> JsonEntry:
    return JsonEntry(
        id=_text(said, "id"),
        url=_text(said, "url"),
        external_url=_text(said, "external_url"),
        title=_text(said, "title"),
        content_html=_text(said, "content_html"),
        content_text=_text(said, "content_text"),
        summary=_text(said, "summary"),
        image=_text(said, "image") or _text(said, "banner_image"),
        published=_text(said, "date_published"),
        modified=_text(said, "date_modified"),
        language=_text(said, "language"),
        authors=_authors(said),
        tags=[tag.strip() for tag in _list(said, "tags") if isinstance(tag, str) and tag.strip()],
        attachments=list(_attachments(said)),
    )


def _attachments(said: dict[str, Any]) -> Iterator[JsonAttachment]:
    for file in _list(said, "attachments"):
        if isinstance(file, dict) and (url := _text(file, "url")):
            yield JsonAttachment(url, _text(file, "mime_type"), _text(file, "title"))


def _authors(said: dict[str, Any]) -> list[str]:
    """Version 1.1 has a list, version 1 a single author."""
    rows = [*_list(said, "authors"), said.get("author")]
    names = (_text(row, "name") for row in rows if isinstance(row, dict))
    return list(dict.fromkeys(name for name in names if name))


def _text(said: dict[str, Any], key: str) -> str:
    """A string, or a number as one: ids are numbers in feeds that mistook them."""
    value = said.get(key)
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _list(said: dict[str, Any], key: str) -> list[Any]:
    value = said.get(key)
    return value if isinstance(value, list) else []
