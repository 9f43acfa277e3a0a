"""The word list in memory: one block of bytes, found into by the first four letters.

A set of 150,000 words would take a tenth of a second to build and twenty times the room.
"""

from __future__ import annotations

import zlib
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("words.bin")
#: How usual a word is: 0 the commonest thousand and ten, 4 found in large dictionaries only.
CLASSES = 5
#: Whose spelling it is: `us` American alone, `z` American and Oxford or Canadian,
#: `uk` British and its relatives, `s` British with -ise alone; an empty one is everybody's.
TONGUES = ("", "us", "z", "uk", "s")
_FIRST_TAG = 0x21
#: A word that is written with a capital only.
_NAME_ONLY = 0x60
_KEY = 4


class Entry(NamedTuple):
    """What the lists say of a word. `rank` is its class; `name`: it is (also) a name."""

    rank: int
    tongue: str
    name: bool


def tag(entry: Entry | None) -> int:
    """The byte behind a word in the block; None is a name and nothing else.

    It is smaller than any letter, so that a word comes before the longer ones it begins."""
    if entry is None:
        return _NAME_ONLY
    side = TONGUES.index(entry.tongue)
    return _FIRST_TAG + entry.rank + CLASSES * (side + len(TONGUES) * entry.name)


@cache
def _entry(byte: int) -> Entry | None:
    if byte == _NAME_ONLY:
        return None
    rest, rank = divmod(byte - _FIRST_TAG, CLASSES)
    name, side = divmod(rest, len(TONGUES))
    return Entry(rank, TONGUES[side], bool(name))


def pack(entries: dict[str, Entry | None]) -> bytes:
    """The block, compressed: a line of first letters, a line with the length of their words, then
    the words in order, each behind a line end and before its tag."""
    rows = sorted((word.encode(), tag(entry)) for word, entry in entries.items())
    lengths: dict[bytes, int] = {}
    for word, _ in rows:
        lengths[word[:_KEY]] = lengths.get(word[:_KEY], 0) + len(word) + 2
    head = b" ".join(lengths) + b"\n" + b" ".join(b"%d" % n for n in lengths.values())
    body = b"".join(b"\n%s%c" % row for row in rows)
    return zlib.compress(head + body, 9)


@cache
def _block() -> tuple[bytes, dict[bytes, tuple[int, int]]]:
    data = zlib.decompress(DATA.read_bytes())
    keys, lengths, _ = data.split(b"\n", 2)
    ends = accumulate(map(int, lengths.split()), initial=len(keys) + 1 + len(lengths))
    return data, dict(zip(keys.split(b" "), pairwise(ends), strict=True))


def _find(word: str) -> int:
    """The tag of a word in small letters; 0 if it is not in the lists."""
    data, places = _block()
    raw = word.encode(errors="replace")
    place = places.get(raw[:_KEY])
    if place is None:
        return 0
    at = data.find(b"\n" + raw, *place)
    if at < 0:
        return 0
    byte = data[at + 1 + len(raw)]
    return byte if byte <= _NAME_ONLY else 0


def look_up(word: str) -> Entry | None:
    """What the lists know of a word in small letters; None when they do not have it, or only as a
    name."""
    byte = _find(word)
    return _entry(byte) if byte else None


def is_name(word: str) -> bool:
    """Whether a word, given in small letters, is known as a name, alone or also."""
    byte = _find(word)
    entry = _entry(byte) if byte else None
    return bool(byte) and (entry is None or entry.name)
