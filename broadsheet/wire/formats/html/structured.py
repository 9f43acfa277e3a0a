"""The schema.org article in a page's JSON-LD: found, and its fields read whatever their form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

#: Types of https://schema.org/Article and below, best first; any *Article counts as well.
_BEST = ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting", "Article")
_DEEPEST = 12


def article_in(scripts: list[str]) -> dict[str, Any]:
    """The best article of the page's JSON-LD scripts, or an empty dict."""
    found = [node for script in scripts for node in _nodes(_loaded(script), 0) if _rank(node)]
    return max(found, key=_rank, default={})


def _loaded(script: str) -> object:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        # Broken structured data is common, and the page itself says the same.
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _nodes(value.get(name), depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)


def _rank(node: dict[str, Any]) -> int:
    kinds = texts(node.get("@type"))
    for points, kind in zip(range(len(_BEST) + 1, 1, -1), _BEST, strict=False):
        if kind in kinds:
            return points
    return int(any(kind.endswith(("Article", "BlogPosting")) for kind in kinds))


def texts(value: object) -> list[str]:
    """Every string in a value: a string, a list of them, or what has a name, text or @value."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [str(value)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    if isinstance(value, dict):
        for name in ("name", "@value", "text", "headline"):
            if name in value:
                return texts(value[name])
    return []


def first(value: object) -> str:
    """The first of `texts`, or an empty string."""
    return next(iter(texts(value)), "")


def addresses(value: object) -> list[dict[str, str]]:
    """Pictures and other files: `href`, `caption`, `credit` of a URL, an ImageObject or a list."""
    if isinstance(value, str):
        return [{"href": value.strip(), "caption": "", "credit": ""}] if value.strip() else []
    if isinstance(value, list):
        return [row for each in value for row in addresses(each)]
    if not isinstance(value, dict):
        return []
    href = first(value.get("contentUrl")) or first(value.get("url"))
    caption = first(value.get("caption")) or first(value.get("description"))
    credit = first(value.get("creditText")) or first(value.get("copyrightHolder"))
    return [{"href": href, "caption": caption, "credit": credit}] if href else []
