"""What changed between two public texts, word by word, in plain text."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from broadsheet.paper.models import Version
from broadsheet.paper.provenance import plain

LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "bylines": "By",
    "dateline": "Dateline",
    "credit": "Credit",
    "agency": "Agency",
    "published": "Published",
    "address": "Address",
    "picture_caption": "Caption",
    "language": "Language",
}
CONTEXT = 12
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, came or went. `kind`: same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one place of the story."""

    label: str
    runs: tuple[Run, ...]


def between(before: Version | None, after: Version) -> list[Difference]:
    """The differences that made `after`. A text that was taken down has none to show."""
    if before is None or not before.text or not after.text:
        return []
    old, new = json.loads(before.text), json.loads(after.text)
    found = []
    for name, label in LABELS.items():
        runs = word_runs(_words_of(old.get(name)), _words_of(new.get(name)))
        if runs:
            found.append(Difference(label, runs))
    if old.get("picture") != new.get("picture"):
        found.append(_picture(old.get("picture"), new.get("picture")))
    runs = word_runs(body_text(old["body"]), body_text(new["body"]))
    if runs:
        found.append(Difference("Text", runs))
    return found


def _picture(old: int | None, new: int | None) -> Difference:
    went = (Run("removed", "a picture"),) if old else ()
    came = (Run("added", "another picture" if old else "a picture"),) if new else ()
    return Difference("Picture", went + came)


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Changed words with a few around them; nothing when both texts are the same."""
    if old == new:
        return ()
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    matcher = difflib.SequenceMatcher(a=a, b=b, autojunk=False)
    runs = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", _shortened(a[a1:a2])))
            continue
        if a2 > a1:
            runs.append(Run("removed", "".join(a[a1:a2])))
        if b2 > b1:
            runs.append(Run("added", "".join(b[b1:b2])))
    return tuple(runs)


def _shortened(words: list[str]) -> str:
    if len(words) <= CONTEXT * 2:
        return "".join(words)
    return "".join([*words[:CONTEXT], " … ", *words[-CONTEXT:]])


def _words_of(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def body_text(body: list[dict[str, Any]]) -> str:
    """The words of a recorded body, a block a line."""
    return "\n".join(" ".join(_texts(block["value"])) for block in body)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
