"""Words set in lines of so many columns: wide characters count for two, and a word that is longer
than a line is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadsheet.cli.terminal import Paint, width

#: A word and the looks that it is painted in.
Word = tuple[str, tuple[str, ...]]


def words(text: str, *looks: str) -> list[Word]:
    """Each word of a text, all in the same looks."""
    return [(word, looks) for word in text.split()]


def flowed(row: Iterable[Word], paint: Paint, room: int, hang: int = 0) -> Iterator[str]:
    """The words in painted lines.

    Args:
        room: columns in a line, at least 2.
        hang: columns by which every line but the first is set in.
    """
    pieces: list[str] = []
    filled = 0
    for word, looks in row:
        for piece in _cut(word, room - hang):
            columns = width(piece)
            if filled and filled + 1 + columns > room:
                yield "".join(pieces)
                pieces, filled = [" " * hang], hang
            elif filled and pieces[-1].strip():
                pieces.append(" ")
                filled += 1
            pieces.append(paint(piece, *looks))
            filled += columns
    yield "".join(pieces)


def _cut(word: str, room: int) -> Iterator[str]:
    """The word whole, or in pieces that fit."""
    if width(word) <= room:
        yield word
        return
    piece, filled = "", 0
    for char in word:
        columns = width(char)
        if piece and filled + columns > room:
            yield piece
            piece, filled = "", 0
        piece += char
        filled += columns
    yield piece
