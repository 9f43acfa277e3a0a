"""What a text is found again by: its sentences, its quotations, and a sketch of its words.

The sketch is a bottom-k sample of hashed word triples (A. Broder, "On the resemblance and
containment of documents", 1997), cut into bands so that a database index finds what is near
(locality-sensitive hashing): looking one text up costs the same however many are kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from struct import pack, unpack
from zlib import crc32

from broadsheet.copydesk.sentences import split_sentences

#: Sentences and quotations of fewer words are everybody's.
LEAST_WORDS = 6
LEAST_QUOTED = 8
#: How many of each are looked up; the smallest hashes, so that two texts sample alike.
MOST_SENTENCES = 6
MOST_QUOTES = 4
#: Copy is cut from the end, so the sentences of its beginning are looked up whatever they are.
LEAD = 4
#: Hashes of the sketch, and how many keys are made of the text's word triples.
SKETCH = 96
BANDS = 8
_HEAD = 20
_PRIME = (1 << 61) - 1
#: Odd numbers without a pattern, one a place in the triple.
_FACTORS = (0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179, 0x2545F4914F6CDD1D)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTE = re.compile(r"[“\"«„]([^“”\"«»„]{20,900})[”\"»“]")


@dataclass(frozen=True, slots=True)
class Marks:
    """One text's marks.

    Attributes:
        sentences: hashes of all its sentences of six words and more, in order, 64 bits signed.
        quotes: hashes of its quotations of eight words and more.
        sketch: the smallest hashes of its word triples, sorted; at most `SKETCH`.
        bands: keys made of all its word triples.
        words: how many words it has.
    """

    sentences: tuple[int, ...]
    quotes: tuple[int, ...]
    sketch: tuple[int, ...]
    bands: tuple[int, ...]
    words: int

    def keys(self) -> tuple[int, ...]:
        """What an index finds it by; equal keys of two texts mean that they are worth comparing."""
        sample = [*self.sentences[:LEAD], *sorted(self.sentences)[:MOST_SENTENCES]]
        quotes = sorted(self.quotes)[:MOST_QUOTES]
        return tuple(dict.fromkeys([*sample, *quotes, *self.bands]))

    def packed(self) -> bytes:
        """The marks as bytes, eight a hash, for keeping beside the take."""
        rows = (self.sentences, self.quotes, self.sketch, self.bands)
        hashes = [mark for row in rows for mark in row]
        return pack(f"<5I{len(hashes)}q", *map(len, rows), self.words, *hashes)


def unpacked(data: bytes) -> Marks:
    """The marks that `Marks.packed` wrote."""
    *counts, words = unpack("<5I", data[:_HEAD])
    hashes = iter(unpack(f"<{sum(counts)}q", data[_HEAD:]))
    sentences, quotes, sketch, bands = (tuple(islice(hashes, count)) for count in counts)
    return Marks(sentences, quotes, sketch, bands, words)


def marks_of(paragraphs: Sequence[str]) -> Marks:
    """The marks of a text, given paragraph by paragraph."""
    words = [words_of(paragraph) for paragraph in paragraphs]
    triples = _triples(words)
    return Marks(
        tuple(_sentences(paragraphs)),
        tuple(dict.fromkeys(_quotes(paragraphs))),
        tuple(sorted(triples)[:SKETCH]),
        tuple(_bands(triples)),
        sum(len(row) for row in words),
    )


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, one kind of apostrophe."""
    return _WORD.findall(text.lower().replace("’", "'"))


def mark_of(words: Iterable[str]) -> int:
    """The hash of a run of words: 64 bits of BLAKE2b, signed as databases keep whole numbers."""
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def sentences_of(paragraphs: Sequence[str]) -> Iterator[str]:
    """The sentences of a text, in order."""
    for paragraph in paragraphs:
        for start, end in split_sentences(paragraph):
            yield paragraph[start:end]


def _sentences(paragraphs: Sequence[str]) -> Iterator[int]:
    for sentence in sentences_of(paragraphs):
        words = words_of(sentence)
        if len(words) >= LEAST_WORDS:
            yield mark_of(words)


def _quotes(paragraphs: Sequence[str]) -> Iterator[int]:
    for paragraph in paragraphs:
        for match in _QUOTE.finditer(paragraph):
            words = words_of(match[1])
            if len(words) >= LEAST_QUOTED:
                # Marked apart from sentences, so that each key says what it found.
                yield mark_of(["“", *words])


def _triples(rows: Sequence[Sequence[str]]) -> set[int]:
    """Hashes of all runs of three words, below 2**61; each word is hashed once."""
    found: set[int] = set()
    for row in rows:
        codes = [crc32(word.encode()) + 1 for word in row]
        found.update(
            (one * _FACTORS[0] + two * _FACTORS[1] + three * _FACTORS[2]) % _PRIME
            for one, two, three in zip(codes, codes[1:], codes[2:], strict=False)
        )
    return found


def _bands(triples: Iterable[int]) -> Iterator[int]:
    """Keys that two texts share the more likely the more triples they share: the smallest hash of
    each bucket, two buckets a key (P. Li et al., "One permutation hashing", 2012)."""
    smallest = [_PRIME] * (BANDS * 2)
    for one in triples:
        bucket = one % (BANDS * 2)
        if one < smallest[bucket]:
            smallest[bucket] = one
    for band in range(BANDS):
        pair = smallest[2 * band : 2 * band + 2]
        if _PRIME not in pair:
            digest = hashlib.blake2b(pack("<B2Q", band, *pair), digest_size=8).digest()
            yield int.from_bytes(digest, "big", signed=True)
