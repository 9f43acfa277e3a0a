"""Words of a sentence as attribution sees them: each quotation is one token, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.sentences import split_sentences

_TOKEN = re.compile(
    r"(?:[A-Z]\.){1,4}|(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Jr|Sr|St|Maj|Adm|No)\."
    r"|\b(?i:I|you|he|she|it|we|they|who|that)(?=[’'](?:s|m|re|ve|d|ll)\b)|[’'](?:s|m|re|ve|d|ll)\b"
    r"|\d+(?:/\d+)+|[^\W_]+(?:[’'&.-][^\W_]+)*|[^\w\s]"
)
#: Markup that was left in the copy says nothing.
_TAG = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]{0,400})?/?>")
_new = tuple.__new__
_MARKS = frozenset("“”\"„«»‘’'")


class Token(NamedTuple):
    """A word, a mark, or (with `quote` set to its number) a whole quotation."""

    start: int
    end: int
    text: str
    low: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a mark or a quotation."""
        return self.quote < 0 and self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it is written as names are."""
        return self.quote < 0 and self.text[0].isupper()


def masked(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> str:
    """The paragraph, equally long, with the quoted words blotted out; the last character of each
    stays, since a full stop inside the marks ends the sentence outside too."""
    pieces: list[str] = []
    at = start
    for quote in quoted:
        last = quote.end - 1
        while last > quote.start and text[last].isspace():
            last -= 1
        pieces += [text[at : quote.start], "x" * (last - quote.start)]
        pieces.append(
            text[last : quote.end] if text[last : last + 1] in ".!?…," else "x" * (quote.end - last)
        )
        at = quote.end
    pieces.append(text[at:end])
    return _TAG.sub(lambda tag: " " * len(tag[0]), "".join(pieces))


def sentences_of(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> list[list[Token]]:
    """The sentences of a paragraph as rows of tokens. `“Why?” Reyes asked` is one sentence."""
    mask = masked(text, start, end, quoted)
    rows: list[list[Token]] = []
    first = 0
    for s, e in split_sentences(mask):
        while first < len(quoted) and quoted[first].end <= start + s:
            first += 1
        last = first
        while last < len(quoted) and quoted[last].start < start + e:
            last += 1
        row = _tokens(mask[s:e], start + s, quoted, range(first, last))
        if row:
            rows.append(row)
    return rows


def _tokens(mask: str, offset: int, quoted: Sequence[Quoted], here: range) -> list[Token]:
    row: list[Token] = []
    at = 0
    for number in here:
        quote = quoted[number]
        row += _words(mask, at, max(at, quote.start - offset), offset)
        row.append(Token(quote.start, quote.end, "Q", "", number))
        at = max(at, quote.end - offset)
    return row + _words(mask, at, len(mask), offset)


def _words(mask: str, start: int, end: int, offset: int) -> list[Token]:
    # Made as tuples are, past the named tuple's own constructor: there is one for every word.
    return [
        _new(Token, (m.start() + offset, m.end() + offset, word, word.lower(), -1))
        for m in _TOKEN.finditer(mask, start, end)
        if (word := m[0]) not in _MARKS
    ]
