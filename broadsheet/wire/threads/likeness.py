"""How alike two texts are, and in what: why two takes belong to one thread, in words."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.wire.threads.marks import Marks

#: The share of the shorter text's sentences that makes the two one text.
ENOUGH_SENTENCES = 0.4
#: The estimated share of the shorter text's word triples that makes one a rewrite of the other.
ENOUGH_WORDS = 0.5
#: The same with a quotation in common: a house rewrite keeps the quotation and little else.
ENOUGH_WITH_QUOTE = 0.12
#: Two accounts of one event share some of their words; that is a link, no thread.
LINK_WORDS = 0.1
_SHORT = 25
_ENOUGH_SAMPLES = 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common.

    Attributes:
        sentences: the share of the shorter's sentences that stand in the other, 0 to 1.
        quotes: how many quotations both have.
        words: the estimated share of the shorter's word triples in the other, 0 to 1.
        common: how many sentences they share.
    """

    sentences: float
    quotes: int
    words: float
    common: int

    @property
    def is_one_text(self) -> bool:
        """Whether the two are versions or rewrites of one text."""
        return bool(self.reason)

    @property
    def is_linked(self) -> bool:
        """Whether they may tell of one event in words of their own."""
        return not self.is_one_text and (self.quotes > 0 or self.words >= LINK_WORDS)

    @property
    def reason(self) -> str:
        """Why they are one text, in words; empty when they are not."""
        if self.sentences >= ENOUGH_SENTENCES and self.common > 1:
            return f"{round(100 * self.sentences)} % of sentences"
        if self.words >= ENOUGH_WORDS:
            return f"{round(100 * self.words)} % of the wording"
        if self.quotes and self.words >= ENOUGH_WITH_QUOTE:
            return "same quotation" if self.quotes == 1 else f"{self.quotes} same quotations"
        return ""


def likeness(one: Marks, other: Marks) -> Likeness:
    """Compare two texts by their marks alone."""
    if min(one.words, other.words) < _SHORT:
        same = one.words > 0 and one.sketch == other.sketch and one.words == other.words
        return Likeness(float(same), 0, float(same), 2 if same else 0)
    mine, theirs = set(one.sentences), set(other.sentences)
    common = len(mine & theirs)
    least = min(len(mine), len(theirs))
    return Likeness(
        common / least if least else 0.0,
        len(set(one.quotes) & set(other.quotes)),
        _contained(one, other),
        common,
    )


def _contained(one: Marks, other: Marks) -> float:
    """The share of the shorter text's triples in the longer, estimated from the two samples.

    The samples hold all the hashes below their largest; below the smaller of the two largest,
    what one text has and the other lacks is known for certain.
    """
    if not one.sketch or not other.sketch:
        return 0.0
    bound = min(one.sketch[-1], other.sketch[-1])
    mine = {mark for mark in one.sketch if mark <= bound}
    theirs = {mark for mark in other.sketch if mark <= bound}
    least = min(len(mine), len(theirs))
    return (
        len(mine & theirs) / least if least >= min(_ENOUGH_SAMPLES, _all(one), _all(other)) else 0.0
    )


def _all(marks: Marks) -> int:
    """How many triples the sample can hold at most."""
    return max(1, len(marks.sketch) // 2)
