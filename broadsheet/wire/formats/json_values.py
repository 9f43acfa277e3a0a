"""JSON as agencies write it: bytes to values, and values that may be of the wrong kind."""

from __future__ import annotations

import json
from typing import Any

_BOMS = {b"\xff\xfe\x00\x00": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def load(data: bytes) -> tuple[Any, list[str]]:
    """The value of a JSON text (RFC 8259) and what had to be mended.

    Raises:
        ValueError: it is no JSON; the words say where.
    """
    problems: list[str] = []
    coding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8-sig")
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        problems.append(f"it is not UTF-8 at byte {error.start}; read as Windows-1252")
    try:
        return json.loads(text), problems
    except json.JSONDecodeError:
        # Line ends and tabs that were not escaped: the one mistake that loses nothing.
        value = json.loads(text, strict=False)
        problems.append("line ends or control codes stand unescaped in its texts")
        return value, problems


def text(value: Any) -> str:
    """A string, or a number as one; everything else is no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def whole(value: Any) -> int | None:
    """A whole number, however it is written."""
    try:
        return int(float(value)) if not isinstance(value, bool) and value is not None else None
    except (TypeError, ValueError, OverflowError):
        return None


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or of an object that names each, or the one object by itself."""
    if isinstance(value, dict):
        inner = list(value.values())
        value = inner if all(isinstance(one, dict) for one in inner) else [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts(value: Any) -> list[str]:
    """The strings of a list, or the one string by itself."""
    value = value if isinstance(value, list) else [value]
    return [found for one in value if (found := text(one))]


def words(row: str) -> frozenset[str]:
    """The words of a row."""
    return frozenset(row.split())
