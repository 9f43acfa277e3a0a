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
from heapq import nsmallest
from itertools import combinations, islice, pairwise
from struct import pack, unpack_from

from broadsheet.wire.threads.words import NAME, sentences_of, words_and_tokens, words_of

__all__ = ["Marks", "mark_of", "marks_of", "sentences_of", "unpacked", "words_of"]

#: Sentences and quotations of fewer words are everybody's.
LEAST_WORDS = 6
LEAST_QUOTED = 8
#: How many of each are looked up.
MOST_SENTENCES = 3
MOST_QUOTES = 3
#: Copy is cut from the end, so the sentences of its beginning are looked up whatever they are.
LEAD = 2
#: Pairs of neighbouring words, over the whole text, and pairs of names and numbers of its head.
PAIRS = 5
FACTS = 4
#: Names anywhere in it: a rare one finds the other accounts of an event.
NAMES = 3
_HEAD_TOKENS = 60
_HEADER = "<4I"
_HEADER_SIZE = 16
_PRIME = (1 << 61) - 1
#: Where the keys of each kind begin, so that none is mistaken for one of another.
_FACT_KEYS, _NAME_KEYS = 1 << 61, -(1 << 62)
#: Odd numbers without a pattern.
_FACTOR, _OTHER_FACTOR = 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179
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

    @property
    def size(self) -> int:
        """How many words it has without those that everybody uses."""
        return sum(map(len, self.rows))

    def keys(self) -> tuple[int, ...]:
        """What an index finds it by; equal keys of two texts mean that they are worth comparing."""
        sample = [*self.sentences[:LEAD], *sorted(self.sentences)[:MOST_SENTENCES]]
        quotes = sorted(self.quotes)[:MOST_QUOTES]
        return tuple(dict.fromkeys([*sample, *quotes, *_words(self.rows)]))

    @property
    def tokens(self) -> frozenset[int]:
        """All its tokens."""
        return frozenset(token for row in self.rows for token in row)

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
    sentences, quotes, _, words = unpack_from(_HEADER, data)
    hashes = unpack_from(f"<{sentences + quotes}q", data, _HEADER_SIZE)
    lengths, tokens = _tokens(data)
    parts, at = [], 0
    for length in lengths:
        parts.append(tokens[at : at + length])
        at += length
    return Marks(hashes[:sentences], hashes[sentences:], tuple(parts), words)


def tokens_in(data: bytes) -> frozenset[int]:
    """All tokens of packed marks."""
    return frozenset(_tokens(data)[1])


def _tokens(data: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """How many tokens each sentence has, and all of them."""
    sentences, quotes, rows, _ = unpack_from(_HEADER, data)
    at = _HEADER_SIZE + 8 * (sentences + quotes)
    end = at + 4 * rows
    return unpack_from(f"<{rows}I", data, at), unpack_from(f"<{(len(data) - end) // 4}I", data, end)


def length_of(data: bytes) -> int:
    """How many words a text has, by its packed marks."""
    return int(unpack_from(_HEADER, data)[3])


def marks_of(paragraphs: Sequence[str]) -> Marks:
    """The marks of a text, given paragraph by paragraph."""
    hashes, rows, count = [], [], 0
    for sentence in sentences_of(paragraphs):
        words, tokens = words_and_tokens(sentence)
        count += len(words)
        if tokens:
            rows.append(tuple(tokens))
            if len(words) >= LEAST_WORDS:
                hashes.append(mark_of(words))
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
    pairs = {_both(one >> 2, two >> 2) for row in rows for one, two in pairwise(row)}
    head = list(islice((token for row in rows for token in row), _HEAD_TOKENS))
    facts = combinations({token >> 2 for token in head if token & 3}, 2)
    names = {token >> 2 for row in rows for token in row if token & 3 == NAME}
    return [
        *nsmallest(PAIRS, pairs),
        *(_FACT_KEYS + key for key in nsmallest(FACTS, {_both(*two) for two in facts})),
        *(_NAME_KEYS + key for key in nsmallest(NAMES, {_both(name, 0) for name in names})),
    ]


def _both(one: int, other: int) -> int:
    """A hash of two words in any order, below 2**61."""
    low, high = (one, other) if one < other else (other, one)
    return (low * _FACTOR + high * _OTHER_FACTOR) % _PRIME
