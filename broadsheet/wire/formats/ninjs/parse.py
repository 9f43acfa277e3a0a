"""Bytes of ninjs into its shape."""

from __future__ import annotations

from typing import Any

from broadsheet.wire.formats.json_values import load, rows, text, whole
from broadsheet.wire.formats.ninjs.properties import wrong_with
from broadsheet.wire.formats.ninjs.shape import Ninjs, Rendition, Words

_DEEPEST = 4


def parse(data: bytes) -> list[Ninjs]:
    """Every object in a file: one, a list, or one under `items` or `data`.

    Raises:
        ValueError: it is no JSON, or holds no object.
    """
    value, problems = load(data)
    found = [ninjs_of(said) for said in objects_in(value)]
    if not found:
        raise ValueError("it holds no object")
    for one in found:
        one.problems[:0] = problems
    return found


#: What messages call the part that holds the items.
_WRAPPERS = ("data", "items", "item", "_items", "hits")
#: Properties that only an item has.
_OWN = frozenset(
    ["uri", "guid", "type", "headline", "headlines", "title", "body", "bodies", "pubstatus"]
)


def objects_in(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The items of a message, whatever they are wrapped in."""
    if isinstance(value, list):
        return [said for one in value for said in objects_in(one, depth + 1)]
    if not isinstance(value, dict):
        return []
    for name in _WRAPPERS:
        if isinstance(value.get(name), dict | list) and "uri" not in value:
            return objects_in(value[name], depth + 1)
    if depth < _DEEPEST and not any(_is_own(name) for name in value):
        held = [one for one in value.values() if isinstance(one, dict | list)]
        found = [said for one in held for said in objects_in(one, depth + 1)]
        return [said for said in found if any(_is_own(name) for name in said)] or [value]
    return [value]


def _is_own(name: str) -> bool:
    return name.lower() in _OWN or name.startswith(("headline_", "body_", "description_"))


def ninjs_of(value: dict[str, Any], depth: int = 0) -> Ninjs:
    """The shape of one object and of what is associated with it."""
    said = {name.lower(): inner for name, inner in value.items()}
    shape = Ninjs(said, problems=wrong_with(value) if depth == 0 else [])
    shape.headlines = _variants(said, "headline", "headlines")
    shape.bodies = _variants(said, "body", "bodies")
    shape.descriptions = _variants(said, "description", "descriptions")
    shape.renditions = _renditions(said.get("renditions"))
    shape.altids = _altids(said.get("altids"))
    if depth < _DEEPEST:
        shape.associations = [ninjs_of(row, depth + 1) for row in rows(said.get("associations"))]
    return shape


def _variants(said: dict[str, Any], one: str, many: str) -> list[Words]:
    """`headline` and `headline_extended`, or the rows of `headlines`."""
    found = [Words("main", "", text(said[one]))] if text(said.get(one)) else []
    for name, value in said.items():
        if name.startswith(one + "_") and text(value):
            role = name.removeprefix(one + "_")
            found.append(Words(role, role, text(value)))
    for row in rows(said.get(many)):
        low = {name.lower(): inner for name, inner in row.items()}
        if value := text(low.get("value")):
            role, kind = text(low.get("role")) or "main", text(low.get("contenttype"))
            found.append(Words(role.lower(), kind.lower(), value))
    return found


def _renditions(value: Any) -> list[Rendition]:
    found = []
    named = value if isinstance(value, dict) else {}
    for row in rows(value):
        low = {name.lower(): inner for name, inner in row.items()}
        name = next((key for key, inner in named.items() if inner is row), "")
        if href := text(low.get("href")) or text(low.get("url")):
            kind = text(low.get("mimetype")) or text(low.get("contenttype"))
            width = whole(low.get("width")) or 0
            found.append(Rendition(text(low.get("name")) or name, href, kind, width))
    return found


def _altids(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return {name.lower(): text(inner) for name, inner in value.items() if text(inner)}
    return {text(row.get("role")).lower(): text(row.get("value")) for row in rows(value)}
