"""Marks what people say in a paragraph's HTML. The rich text itself holds no mark: the words are
found anew each time the page is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[^<&]|[<&]", re.DOTALL)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words with who said them, and the outlets that they came through."""

    words: str
    speaker: str
    chain: tuple[str, ...] = ()


def mark(html: str, spoken: Iterable[Spoken]) -> str:
    """The same HTML with the words in `<q data-speaker data-through>`.

    A quotation over several paragraphs is marked in each. Words that are not found, or that begin
    inside one element and end in another, stay unmarked.

    Args:
        html: well-formed, as a sanitiser gives it.
    """
    for quotation in spoken:
        for part in re.split(r"\n\s*\n", quotation.words):
            if part.strip():
                html = _mark_one(html, part.strip(), quotation)
    return html


def _mark_one(html: str, words: str, quotation: Spoken) -> str:
    pieces = _PIECE.findall(html)
    text, places = _text(pieces)
    found = re.search(r"\s+".join(map(re.escape, _SPACES.split(words))), text)
    if found is None or found.start() == found.end():
        return html
    start, end = places[found.start()], places[found.end() - 1] + 1
    # Closing tags that belong to elements opened inside the words belong to the words.
    while end < len(pieces) and pieces[end].startswith("</") and not _balanced(pieces[start:end]):
        end += 1
    if not _balanced(pieces[start:end]) or _inside_q(pieces[:start]):
        return html
    opening = f'<q data-speaker="{escape(quotation.speaker)}"' if quotation.speaker else "<q"
    if quotation.chain:
        opening += f' data-through="{escape(", ".join(quotation.chain))}"'
    return "".join([*pieces[:start], opening, ">", *pieces[start:end], "</q>", *pieces[end:]])


def _text(pieces: list[str]) -> tuple[str, list[int]]:
    """The text as a reader sees it, and the piece that each of its characters comes from."""
    text: list[str] = []
    places: list[int] = []
    for number, piece in enumerate(pieces):
        if len(piece) > 1 and piece.startswith("<"):
            continue
        for character in unescape(piece):
            text.append(character)
            places.append(number)
    return "".join(text), places


def _balanced(pieces: list[str]) -> bool:
    depth = 0
    for piece in pieces:
        if len(piece) > 1 and piece.startswith("<"):
            depth += -1 if piece.startswith("</") else 0 if piece.startswith("<br") else 1
            if depth < 0 or piece.startswith(("<p", "</p", "<q")):
                return False
    return depth == 0


def _inside_q(before: list[str]) -> bool:
    opened = sum(piece.startswith("<q") and len(piece) > 1 for piece in before)
    return opened > before.count("</q>")
