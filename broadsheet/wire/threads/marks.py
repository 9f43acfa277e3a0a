"""What a text is kept by so that it can be found again and compared: its sentences, its quotations,
and the words, names and numbers of each sentence.

Looking one text up costs the same however many are kept: a few keys of it stand in an index. They
are chosen by the smallest of hashes, so that two texts choose alike (A. Broder, "On the resemblance
and containment of documents", 1997).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from struct import pack, unpack, unpack_from

from broadsheet.wire.threads.words import NAME, sentences_of, tokens_of, words_of

__all__ = ["Marks", "mark_of", "marks_of", "sentences_of", "unpacked", "words_of"]

#: Sentences and quotations of fewer words are everybody's.
LEAST_WORDS = 6
LEAST_QUOTED = 8
#: How many of each are looked up.
MOST_SENTENCES = 4
MOST_QUOTES = 3
#: Copy is cut from the end, so the sentences of its beginning are looked up whatever they are.
LEAD = 2
#: Pairs of neighbouring words, over the whole text, and pairs of names and numbers of its head.
PAIRS = 6
FACTS = 5
#: Names anywhere in it: a rare one finds the other accounts of an event.
NAMES = 4
_HEAD_TOKENS = 60
_HEADER = "<4I"
_HEADER_SIZE = 16
_PRIME = (1 << 61) - 1
#: Where the keys of each kind begin, so that none is mistaken for one of another.
_KINDS = {"p": 0, "f": 1 << 61, "n": -(1 << 62)}
#: Odd numbers without a pattern.
_FACTORS = (0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)
_QUOTE = re.compile(r"[“\"«„「『]([^“”\"«»„「」『』]{12,900})[”\"»“」』]")


@dataclass(frozen=True, slots=True)
class Marks:
    """One text's marks.

    Attributes:
        sentences: hashes of all its sentences of six words and more, in order, 64 bits signed.
        quotes: hashes of its quotations of eight words and more.
        rows: the tokens of each sentence, in order (see `words.tokens_of`).
        words: how many words it has.
    """

    sentences: tuple[int, ...]
    quotes: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    words: int

    def keys(self) -> tuple[int, ...]:
        """What an index finds it by; equal keys of two texts mean that they are worth comparing."""
        sample = [*self.sentences[:LEAD], *sorted(self.sentences)[:MOST_SENTENCES]]
        quotes = sorted(self.quotes)[:MOST_QUOTES]
        return tuple(dict.fromkeys([*sample, *quotes, *_words(self.rows)]))

    def packed(self) -> bytes:
        """The marks as bytes, for keeping beside the take."""
        hashes = (*self.sentences, *self.quotes)
        tokens = [token for row in self.rows for token in row]
        counts = (len(self.sentences), len(self.quotes), len(self.rows))
        lengths = [len(row) for row in self.rows]
        return pack(
            f"{_HEADER}{len(hashes)}q{len(lengths)}I{len(tokens)}I",
            *counts, self.words, *hashes, *lengths, *tokens,
        )  # fmt: skip


def unpacked(data: bytes) -> Marks:
    """The marks that `Marks.packed` wrote."""
    sentences, quotes, rows, words = unpack_from(_HEADER, data)
    hashes = unpack_from(f"<{sentences + quotes}q", data, _HEADER_SIZE)
    at = _HEADER_SIZE + 8 * len(hashes)
    lengths = unpack_from(f"<{rows}I", data, at)
    tokens = iter(unpack(f"<{sum(lengths)}I", data[at + 4 * rows :]))
    parts = tuple(tuple(islice(tokens, length)) for length in lengths)
    return Marks(hashes[:sentences], hashes[sentences:], parts, words)


def length_of(data: bytes) -> int:
    """How many words a text has, by its packed marks."""
    return int(unpack_from(_HEADER, data)[3])


def marks_of(paragraphs: Sequence[str]) -> Marks:
    """The marks of a text, given paragraph by paragraph."""
    hashes, rows, count = [], [], 0
    for sentence in sentences_of(paragraphs):
        words = words_of(sentence)
        count += len(words)
        if len(words) >= LEAST_WORDS:
            hashes.append(mark_of(words))
        tokens = tokens_of(sentence)
        if tokens:
            rows.append(tuple(tokens))
    quotes = tuple(dict.fromkeys(_quotes(paragraphs)))
    return Marks(tuple(hashes), quotes, tuple(rows), count)


def mark_of(words: Iterable[str]) -> int:
    """The hash of a run of words: 64 bits of BLAKE2b, signed as databases keep whole numbers."""
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _quotes(paragraphs: Sequence[str]) -> Iterator[int]:
    for paragraph in paragraphs:
        for match in _QUOTE.finditer(paragraph):
            words = words_of(match[1])
            if len(words) >= LEAST_QUOTED:
                # Marked apart from sentences, so that each key says what it found.
                yield mark_of(["“", *words])


def _words(rows: Sequence[Sequence[int]]) -> list[int]:
    """Keys made of words: the smallest hashes of pairs that stand beside each other, of pairs of
    names and numbers of the head, which a rewrite keeps, and of single names."""
    pairs = {_key("p", *sorted((one >> 2, two >> 2))) for row in rows for one, two in pairwise(row)}
    head = islice((token for row in rows for token in row), _HEAD_TOKENS)
    facts = combinations(sorted({token >> 2 for token in head if token & 3}), 2)
    names = {token >> 2 for row in rows for token in row if token & 3 == NAME}
    return [
        *sorted(pairs)[:PAIRS],
        *sorted(_key("f", *two) for two in facts)[:FACTS],
        *sorted(_key("n", name) for name in names)[:NAMES],
    ]


def _key(kind: str, *words: int) -> int:
    return _KINDS[kind] + sum(word * f for word, f in zip(words, _FACTORS, strict=False)) % _PRIME
