"""What is reported without marks: the words around a verb of saying that are the speaker's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.copydesk.attribution import Attribution, speaks_to
from broadsheet.copydesk.cues import ASKING, CUES, DAYS, LOOSE, PREPOSITIONS
from broadsheet.copydesk.nouns import Row

_STOPS = frozenset(",.;—–")


class Sentence(NamedTuple):
    """A sentence's tokens, its attributions, where its quotations are, where what it reports ends
    and whether it holds a word of its own."""

    row: Row
    found: Sequence[Attribution]
    quotes: Sequence[int]
    stop: int
    has_words: bool


def closing_link(row: Row, every: Sequence[Attribution]) -> int:
    """Where a closing `, CNN reported` or `, according to CNN` begins; else the sentence's end."""
    end = _trimmed(row, 0, len(row))
    for one in reversed(every):
        if max(one.last, one.cue_end) < end or one.borrowed:
            break
        end = _trimmed(row, 0, min(one.first, one.cue))
    return end


def content(heard: Sentence, one: Attribution) -> Iterator[tuple[int, int]]:
    """What is reported: behind the verb, or before a speaker and verb that close the clause."""
    row, stop = heard.row, heard.stop
    first = max(one.cue_end, one.last if one.inverted else 0)
    opening = one.cue if one.borrowed else min(one.first, one.cue)
    if one.borrowed:
        first = one.cue_end
    closing = (
        first >= len(row)
        or row[first].text in _STOPS
        or (not one.borrowed and _only_when(row, opening, first))
    )
    behind_quote = opening > 0 and row[max(0, opening - 2) : opening][-1].quote >= 0
    if behind_quote:
        return
    if not (one.inverted or closing):
        yield from _behind(heard, one, first)
        return
    resumes = first + 1 < len(row) and closing and row[first].text == ","
    if resumes and row[first + 1].quote >= 0:
        return
    if not one.borrowed and opening > 1:
        yield 0, _trimmed(row, 0, opening)
    if resumes and first + 4 < stop:
        yield first + 1, _trimmed(row, first + 1, stop)


def _only_when(row: Row, opening: int, first: int) -> bool:
    """`..., the board said in a statement`: what follows the verb says when or where."""
    if opening < 4 or row[opening - 1].text != ",":
        return False
    here = row[first].low in PREPOSITIONS or row[first].low in DAYS
    return here and not any(token.low == "that" for token in row[first : first + 8])


def _behind(heard: Sentence, one: Attribution, first: int) -> Iterator[tuple[int, int]]:
    row, stop = heard.row, heard.stop
    verb = CUES.get(row[one.cue].low, "")
    that = _that(row, first, speaks_to(row, one))
    led = first < len(row) and row[first].low in ASKING.get(verb, ())
    if not (that or led or verb not in LOOSE or (heard.quotes and heard.quotes[-1] >= first)):
        return
    if led and row[first].low != "to":
        first += 1
    begin = that if that is not None else first
    if begin + 2 < stop and row[begin].low == "on" and row[begin + 1].low in DAYS:
        begin += 2
    yield begin, _trimmed(row, begin, max(begin, stop))


def _that(row: Row, first: int, hearer: bool) -> int | None:
    """Where the words begin: behind `that`, or behind the hearer."""
    for index in range(first, min(first + 8, len(row))):
        if row[index].low in {"that", ":"} or row[index].text == ":":
            return index + 1
        if row[index].low in {"to", "if", "whether", "how", "why", "what"} and hearer:
            return index
        if not row[index].is_word and row[index].quote < 0:
            break
    if hearer:
        return min(first + 1, len(row) - 1)
    return None


def _trimmed(row: Row, first: int, last: int) -> int:
    while last > first and not row[last - 1].is_word and row[last - 1].quote < 0:
        last -= 1
    return last
