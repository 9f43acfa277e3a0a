"""How alike two texts are, and in what: why two takes belong to one thread, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.wire.threads.marks import Marks

#: The share of a sentence's weight that makes it the same one told in other words.
TOLD = 0.5
#: The share of the shorter text that the other must tell, whatever it is that they share.
NEARLY_ALL = 0.9
#: The same when they share names and numbers, or the beginning.
MOST = 0.75
#: The same when they share both: a rewrite, or one agency's copy within a house's own.
ENOUGH = 0.42
#: Another day's story has some sentences of yesterday's whole and nothing of the others; a rewrite
#: has something of each, or begins alike.
NEWS = 0.4
REST = 0.12
#: The same with a quotation in common: a house rewrite keeps the quotation and little else.
ENOUGH_WITH_QUOTE = 0.2
#: How far the beginning must be told then, and the sentences that are not the same: another
#: day's story keeps yesterday's quotation too, but begins with other news.
HEAD_WITH_QUOTE = 0.3
NEWS_WITH_QUOTE = 0.15
#: Standing paragraphs and foot lines hold fewer names and numbers than this.
LEAST_FACTS = 4
#: So few words may be a quotation that both heard.
LEAST_TOLD = 20
#: The share of sentences told alike, but with other names or numbers, that makes it other news:
#: market reports, results, the weather.
MOST_AT_ODDS = 0.34
#: Two accounts of one event share some of what they tell; that is a link, no thread.
LINK = 0.2
LINK_FACTS = 0.5
#: In a text of fewer words each word counts, not each sentence.
SMALL = 40
#: A text of fewer words (an alert) is judged as a whole; one of still fewer is never judged.
FEW = 14
TOO_FEW = 6
ENOUGH_OF_FEW = 0.8
#: How much of the longer text must be told by the shorter when the longer's beginning is not:
#: what stands at the foot of everything says nothing of what stands above it.
COVERS = 0.4
_GLANCE = 0.3
_GLANCE_WITH_FACTS = 0.15
_HEAD = 2
_SAYS_SOMETHING = 5
_LINES = 6
#: A word that stands in more sentences of a text does not say which of them tells this one.
_EVERYWHERE = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common.

    Attributes:
        sentences: the share of the shorter's sentences that stand in the other as they are.
        told: the share of the shorter text that the other tells, in the same words or others.
        size: how many words that is, without those that everybody uses.
        held: how many names and numbers stand in it.
        rest: how far, on average, the sentences are told that do not count as told.
        quotes: how many quotations both have.
        head: how far the beginning of one is told in the other, 0 to 1.
        at_odds: the share of the sentences told alike that have other names or numbers.
        facts: the share of the shorter's names and numbers that the other has.
        common: how many those are.
        news: how far the beginning of the longer is told in the shorter.
        covers: how much of the longer the shorter may tell at most.
        words: how many words the shorter has.
    """

    sentences: float = 0.0
    told: float = 0.0
    size: int = 0
    held: int = 0
    rest: float = 0.0
    quotes: int = 0
    head: float = 0.0
    at_odds: float = 0.0
    facts: float = 0.0
    common: int = 0
    news: float = 0.0
    covers: float = 0.0
    words: int = 0

    @property
    def is_one_text(self) -> bool:
        """Whether the two are versions or rewrites of one text."""
        return bool(self.reason)

    @property
    def rank(self) -> float:
        """How near the two are, to tell the nearest of several."""
        return self.sentences + self.told + 0.1 * self.quotes

    @property
    def is_linked(self) -> bool:
        """Whether they may tell of one event in words of their own."""
        if self.is_one_text or self.common < LEAST_FACTS:
            return False
        alike = self.told >= LINK and self.at_odds <= MOST_AT_ODDS
        return self.quotes > 0 or alike or (self.facts >= LINK_FACTS and self.words >= FEW)

    @property
    def reason(self) -> str:
        """Why they are one text, in words; empty when they are not."""
        if self.at_odds > MOST_AT_ODDS:
            return ""
        if self._is_most or self._is_rewrite:
            if self.sentences >= ENOUGH:
                return f"{round(100 * self.sentences)} % of sentences"
            return f"{round(100 * self.told)} % of what is told"
        if self._keeps_quotes:
            return "same quotation" if self.quotes == 1 else f"{self.quotes} same quotations"
        return ""

    @property
    def _is_most(self) -> bool:
        if self.words < TOO_FEW:
            return self.told == 1.0 == self.sentences == self.covers
        if self.news < TOLD and self.covers < COVERS:
            return False
        if self.words < FEW:
            return self.told >= ENOUGH_OF_FEW and self.head >= TOLD
        begins = self.head >= TOLD and self.size >= LEAST_TOLD
        known = begins or self.held >= LEAST_FACTS
        return self.told >= NEARLY_ALL or (self.told >= MOST and known)

    @property
    def _is_rewrite(self) -> bool:
        begins = self.head >= TOLD and (self.news >= NEWS or self.rest >= REST)
        known = begins and self.held >= LEAST_FACTS and self.size >= LEAST_TOLD
        return self.words >= FEW and self.told >= ENOUGH and known

    @property
    def _keeps_quotes(self) -> bool:
        return (
            self.quotes > 0
            and self.words >= FEW
            and self.told >= ENOUGH_WITH_QUOTE
            and self.head >= HEAD_WITH_QUOTE
            and self.news >= NEWS_WITH_QUOTE
            and self.rest >= REST
        )


def may_be_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts have so many words in common that it is worth to compare them sentence by
    sentence; takes a hundredth of the time."""
    common = one & other
    least = min(len(one), len(other))
    if len(common) >= _GLANCE * least:
        return True
    facts = sum(1 for token in common if token & 3)
    return facts >= LEAST_FACTS and len(common) >= _GLANCE_WITH_FACTS * least


def likeness(one: Marks, other: Marks) -> Likeness:
    """Compare two texts by their marks alone."""
    short, long = sorted((one, other), key=lambda marks: marks.size)
    if not short.rows:
        return Likeness()
    mine, theirs = _Places(short), _Places(long)
    tellings = [_telling(mine, theirs, at) for at in range(len(mine.rows))]
    told = [telling for telling in tellings if telling.share >= TOLD]
    rest = [telling.share for telling in tellings if telling.share < TOLD]
    checked = [telling for telling in told if telling.facts]
    shared = mine.every_fact & theirs.every_fact
    size = sum(telling.size for telling in told)
    news = _head([_telling(theirs, mine, at) for at in theirs.begin])
    return Likeness(
        sentences=_share_of_sentences(short, long),
        told=_share(told, tellings),
        size=size,
        held=len(shared & _all(checked)),
        rest=sum(rest) / len(rest) if rest else 1.0,
        quotes=len(set(one.quotes) & set(other.quotes)),
        head=max(_head(tellings), news),
        at_odds=sum(telling.at_odds for telling in checked) / len(checked) if checked else 0.0,
        facts=len(shared) / len(mine.every_fact) if mine.every_fact else 0.0,
        common=len(shared),
        news=news,
        covers=short.size / long.size,
        words=short.size,
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence of a text, and how far the other text tells it.

    Attributes:
        share: the share of its weight that stands in one place of the other.
        size: how many words it has.
        facts: its names and numbers.
        at_odds: whether it has a name or number that the other lacks, and that place one which
            this text lacks.
    """

    share: float
    size: int
    facts: frozenset[int]
    at_odds: bool = False


class _Places:
    """Where in a text each word stands."""

    def __init__(self, marks: Marks) -> None:
        self.rows = [frozenset(token >> 2 for token in row) for row in marks.rows]
        self.facts = [frozenset(token for token in row if token & 3) for row in marks.rows]
        self.every_fact = {token >> 2 for row in self.facts for token in row}
        self.whole = {row: at for at, row in reversed([*enumerate(self.rows)])}
        self.all: dict[int, list[int]] = {}
        for at, row in enumerate(self.rows):
            for word in row:
                self.all.setdefault(word, []).append(at)

    @property
    def begin(self) -> range:
        """The places of the sentences that the news may stand in."""
        return range(min(_LINES, len(self.rows)))


def _share(told: Sequence[_Telling], tellings: Sequence[_Telling]) -> float:
    """How much of a text is told."""
    whole = sum(one.size for one in tellings)
    if whole < SMALL:
        return sum(one.size * one.share for one in tellings) / whole
    return sum(one.size for one in told) / whole


def _share_of_sentences(short: Marks, long: Marks) -> float:
    mine, theirs = set(short.sentences), set(long.sentences)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def _all(tellings: Sequence[_Telling]) -> set[int]:
    return {token >> 2 for telling in tellings for token in telling.facts}


def _telling(mine: _Places, theirs: _Places, at: int) -> _Telling:
    """A word weighs the less the more sentences have it: a name that stands everywhere makes no
    two sentences one."""
    row = mine.rows[at]
    if row in theirs.whole:
        same = theirs.whole[row]
        return _Telling(
            1.0, len(row), mine.facts[at], _at_odds(mine, theirs, at, range(same, same + 1))
        )
    whole = 0.0
    found: dict[int, float] = {}
    weights: dict[int, float] = {}
    for word in row:
        places = theirs.all.get(word, ())
        weight = weights[word] = 1.0 / max(len(places), len(mine.all[word]))
        whole += weight
        if len(places) <= _EVERYWHERE:
            for place in places:
                found[place] = found.get(place, 0.0) + weight
    if not found:
        return _Telling(0.0, len(row), mine.facts[at])
    place = max(found, key=lambda one: (found[one] + found.get(one + 1, 0.0), -one))
    window = range(place, min(place + 2, len(theirs.rows)))
    near = row & frozenset().union(*(theirs.rows[n] for n in window))
    share = sum(weights[word] for word in near) / whole
    return _Telling(share, len(row), mine.facts[at], _at_odds(mine, theirs, at, window))


def _at_odds(mine: _Places, theirs: _Places, at: int, window: range) -> bool:
    lacks = {token & 3 for token in mine.facts[at] if token >> 2 not in theirs.all}
    has = {token & 3 for n in window for token in theirs.facts[n] if token >> 2 not in mine.all}
    return bool(lacks & has)


def _head(tellings: Sequence[_Telling]) -> float:
    """How far the first sentences that say something are told; of lines as in a table, the first
    few together."""
    begin = [one.share for one in tellings[: _HEAD + 1] if one.size >= _SAYS_SOMETHING]
    if begin:
        return max(begin[:_HEAD])
    some = tellings[:_LINES]
    size = sum(one.size for one in some)
    return sum(one.share * one.size for one in some) / size if size else 0.0
