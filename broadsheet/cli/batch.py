"""Copy in batches: JSON lines in, one JSON object a line out, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from broadsheet.cli.copy_in import NoCopyError

#: Makes the answer to a text and its day of publication.
Answer = Callable[[str, date | None], dict[str, Any]]


def answer_batch(name: str, answer: Answer) -> int:
    """Answer each line of a file of {"id", "text", "pubdate"}; how many could not be read.

    Args:
        name: the file; `-` is standard input.

    Raises:
        NoCopyError: the file cannot be read.
    """
    if name == "-":
        return _answer(sys.stdin.buffer, answer)
    try:
        with open(name, "rb") as lines:
            return _answer(lines, answer)
    except OSError as error:
        raise NoCopyError(f"{name}: {(error.strerror or str(error)).lower()}.") from None


def _answer(lines: Iterable[bytes], answer: Answer) -> int:
    bad = 0
    for line in lines:
        if line.strip():
            found = _line(line, answer)
            bad += "error" in found
            # Whoever feeds the lines one by one waits for each answer.
            print(json.dumps(found, ensure_ascii=False), flush=True)
    return bad


def _line(line: bytes, answer: Answer) -> dict[str, Any]:
    """The answer to one line; a line that is no copy is answered by what is wrong with it."""
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"this line is not JSON: {error}"}
    if not isinstance(item, dict):
        return {"id": None, "error": 'this line is not an object {"id", "text", "pubdate"}'}
    name, text = item.get("id"), item.get("text")
    if not isinstance(text, str):
        return {"id": name, "error": '"text" is missing or is not a string'}
    try:
        published = _published(item.get("pubdate"))
    except ValueError:
        return {"id": name, "error": f'"pubdate" is not a date: {item["pubdate"]!r}'}
    return {"id": name, **answer(text, published)}


def _published(value: object) -> date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(value)
    return date.fromisoformat(value[:10])
