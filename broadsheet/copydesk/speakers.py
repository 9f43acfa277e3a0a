"""Who says what: quotations and reported speech, each with its speaker, person and chain."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from broadsheet.copydesk.apart import apart
from broadsheet.copydesk.attribution import Attribution, attributions
from broadsheet.copydesk.cues import (
    DETERMINERS,
    PRONOUNS,
    SPEAKING_NOUNS,
    words,
)
from broadsheet.copydesk.nouns import Row, subject
from broadsheet.copydesk.outlets import is_outlet, outlets_in
from broadsheet.copydesk.persons import Persons
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Person, Quote, Span
from broadsheet.copydesk.reported import Sentence, closing_link, content
from broadsheet.copydesk.tokens import sentences_of
from broadsheet.copydesk.tongues import speaker_in_other_tongues
from broadsheet.copydesk.transcript import is_direction, label, opens, spoken

_LEAST_WORDS = 3
_TERM_MOST = 4
_SPOKEN_ENDS = frozenset(".!?…")
_PARTING = frozenset({"and", "but", "while", "as", "after", "because"})
_TITLE_MOST = 6
_TITLE_LEADS = words("on in of titled entitled from magazine film movie book show song play")
_REACH = 200
_DEEPEST = 4
_DASHES = frozenset("—–-―")


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker as written, where, and the verb."""

    start: int
    end: int
    cue: str
    person: str | None = None


@dataclass(slots=True)
class Speakers:
    """Walks the paragraphs of one copy and remembers who spoke last, and in a transcript who speaks."""

    text: str
    people: tuple[Person, ...]
    tail: tuple[str, ...] = ()
    last: Said | None = None
    host: Said | None = None
    persons: Persons = field(init=False)

    def __post_init__(self) -> None:
        self.persons = Persons(self.text, self.people)

    def paragraph(
        self, start: int, end: int, quoted: Sequence[Quoted], *, platform: str = ""
    ) -> list[Quote]:
        """The quotations and the reported speech of one paragraph, in order of place.

        Args:
            start, end: the paragraph.
            quoted: its quoted stretches.
            platform: where an embedded post stood, the first link of its chain.
        """
        chain = self._chain(start, end, platform)
        spoken = self._transcript(start, end, quoted)
        if spoken is not None:
            return [self._row(*span, self.host, chain, direct=True) for span in spoken]
        rows = sentences_of(self.text, start, end, quoted)
        found = list(self._sentences(rows, chain))
        return apart(self.text, sorted(found, key=lambda q: (q.start, not q.direct)))

    def _transcript(self, start: int, end: int, quoted: Sequence[Quoted]) -> list[Span] | None:
        """What is spoken in a paragraph of a transcript; None where it is none."""
        marked = opens(self.text, start)
        found = label(self.text, start, end)
        if found is not None and (marked or self.persons.knows(self.text[slice(*found[0])])):
            self.host = Said(*found[0], "", self.persons.meant(*found[0]))
            return [found[1]]
        if self.host is not None and is_direction(self.text, start, end):
            return []
        if self.host is not None and marked and any(q.goes_on or q.mended for q in quoted[-1:]):
            return [spoken(self.text, start + 1, end)]
        self.host = None
        return None

    def _chain(self, start: int, end: int, platform: str) -> tuple[str, ...]:
        names = [platform] if platform else []
        names += [name for name, _, _ in outlets_in(self.text, start, end)]
        return tuple(dict.fromkeys([*names, *self.tail]))

    def _sentences(self, rows: Sequence[Row], chain: tuple[str, ...]) -> Iterator[Quote]:
        heard = [self._heard(row) for row in rows]
        before: Said | None = None
        for index, one in enumerate(heard):
            said = self._said(one.row, one.found[0]) if one.found else None
            for at in one.quotes:
                own = _nearest(one, at)
                said = (
                    self._said(one.row, own)
                    if own
                    else self._without_verb(heard, index, at, before)
                )
                token = one.row[at]
                short = len(self.text[token.start : token.end].split()) < _LEAST_WORDS
                before = before if short and own is None else said or before
                yield self._row(token.start, token.end, said, chain, direct=True)
            yield from self._reported(one, chain)
            before = before or said
        self.last = before or self.last

    def _heard(self, row: Row) -> Sentence:
        """The attributions of a sentence; an outlet that closes one with a speaker of its own is
        a link of the chain, not the speaker."""
        every = attributions(row)
        people = [one for one in every if not is_outlet(self._words(row, one))]
        quotes = [
            at
            for at, token in enumerate(row)
            if token.quote >= 0 and not _is_title(self.text, row, at)
        ]
        if not every:
            quotes = [at for at in quotes if not self._is_only_a_term(row, at)]
        stop = closing_link(row, every)
        return Sentence(row, people or every, quotes, stop, any(t.is_word for t in row))

    def _is_only_a_term(self, row: Row, at: int) -> bool:
        """`a “philanthropub”`: a word held with tongs where nobody is said to speak."""
        inside = self.text[row[at].start : row[at].end]
        within = at > 0 and row[at - 1].is_word
        return within and len(inside.split()) <= _TERM_MOST and inside[-1:] not in _SPOKEN_ENDS

    def _words(self, row: Row, one: Attribution) -> str:
        return self.text[row[one.first].start : row[one.last - 1].end]

    def _said(self, row: Row, one: Attribution) -> Said:
        start, end = row[one.first].start, row[one.last - 1].end
        cue = self.text[row[one.cue].start : row[one.cue_end - 1].end]
        person = self.persons.meant(start, end)
        return Said(start, end, cue, person)

    def _without_verb(
        self, heard: Sequence[Sentence], index: int, at: int, before: Said | None
    ) -> Said | None:
        """A quotation whose sentence has no verb of saying: signed behind a dash, going on from
        the one before, begun by the one behind, or of the one that the sentence is about."""
        here = heard[index]
        behind = heard[index + 1] if index + 1 < len(heard) else None
        signed = self._signed(here.row, at, behind) or self._foreign(here.row[at].end)
        if signed is not None:
            return signed
        if not here.has_words:
            follows = self._said(behind.row, behind.found[0]) if behind and behind.found else None
            if before is None and behind is not None and behind.quotes:
                return follows or self.last
            return before or follows or self.last
        span = subject(here.row, at)
        if span is not None and self._may_speak(here.row, span):
            start, end = here.row[span[0]].start, here.row[span[1] - 1].end
            return Said(start, end, "", self.persons.meant(start, end))
        return before

    def _foreign(self, at: int) -> Said | None:
        span = speaker_in_other_tongues(self.text, at, at + _REACH)
        return Said(*span, "", self.text[slice(*span)]) if span else None

    def _signed(self, row: Row, at: int, behind: Sentence | None) -> Said | None:
        tokens = list(row[at + 1 : at + 14]) or list(behind.row[:13] if behind else ())
        if not 2 <= len(tokens) <= 12 or tokens[0].text not in _DASHES or not tokens[1].is_name:
            return None
        last = next((k for k, t in enumerate(tokens) if k and t.text == ","), len(tokens))
        start, end = tokens[1].start, tokens[last - 1].end
        return Said(start, end, "", self.persons.meant(start, end))

    def _may_speak(self, row: Row, span: tuple[int, int]) -> bool:
        tokens = row[span[0] : span[1]]
        if tokens[0].low in PRONOUNS:
            return tokens[0].low not in {"it", "you", "who"}
        if tokens[-1].low in SPEAKING_NOUNS:
            return True
        return tokens[-1].is_name and tokens[-1].low not in DETERMINERS

    def _reported(self, heard: Sentence, chain: tuple[str, ...]) -> Iterator[Quote]:
        row, found = heard.row, heard.found
        for number, one in enumerate(found):
            inner = number and found[number - 1].cue < one.first and not one.borrowed
            if inner and not one.inverted:
                continue
            for first, last in content(heard, one):
                if last - first >= _LEAST_WORDS:
                    start, end = row[first].start, row[last - 1].end
                    yield self._row(start, end, self._said(row, one), chain)

    def _row(
        self,
        start: int,
        end: int,
        said: Said | None,
        chain: tuple[str, ...],
        direct: bool | None = None,
    ) -> Quote:
        direct = bool(direct) if said is not None or direct else direct is None
        if said is None:
            return Quote(start, end, None, None, None, None, None, direct, chain)
        speaker = self.text[said.start : said.end]
        return Quote(
            start, end, speaker, said.start, said.end, said.person, said.cue or None, direct, chain
        )


def _is_title(text: str, row: Row, at: int) -> bool:
    """`on “Harbour Hour,”`: the name of a show, book or paper rather than words that were said."""
    inside = [w.strip(".,!?") for w in text[row[at].start : row[at].end].split()]
    if not at or not 0 < len(inside) <= _TITLE_MOST or not row[at - 1].is_word:
        return False
    before = row[at - 1].low
    led = before in _TITLE_LEADS or before.endswith(("’s", "'s"))
    return led and all(w[:1].isupper() or w[:1].isdigit() or len(w) < 4 for w in inside)


def _nearest(heard: Sentence, at: int) -> Attribution | None:
    """The verb that a quotation at `at` belongs to: one right behind it, else the last before it,
    else the next behind it."""
    found = heard.found
    parting = bisect(found, at, key=lambda one: one.cue)
    behind = found[parting] if parting < len(found) else None
    before = _outermost(heard.row, found, parting - 1) if parting else None
    if behind is not None and _closes(heard.row, behind, at):
        # `Reyes told them: “...,” she said`: the name says more than the pronoun.
        named = before is not None and _introduces(heard, before, at)
        return before if named and heard.row[behind.first].low in PRONOUNS else behind
    return before or behind


def _closes(row: Row, behind: Attribution, at: int) -> bool:
    """`“...,” said Reyes`; not `said it was “...,” but he said`, which is another clause."""
    near = min(behind.first, behind.cue) - at in {1, 2}
    joined = row[at + 1].low
    return near and not behind.borrowed and (joined == "as" or joined not in _PARTING)


def _introduces(heard: Sentence, before: Attribution, at: int) -> bool:
    """Whether somebody who is named says the words at `at`, and no others before them."""
    earlier = any(before.cue < quote < at for quote in heard.quotes)
    return heard.row[before.first].low not in PRONOUNS and not before.inverted and not earlier


def _outermost(row: Row, before: Sequence[Attribution], at: int) -> Attribution:
    """`Reyes said that she expects “...”`: the words are Reyes's. A clause of its own, behind a
    joining word or a stop, keeps its own speaker."""
    for _ in range(min(at, _DEEPEST)):
        one, outer = before[at], before[at - 1]
        opening = row[one.first - 1] if one.first else None
        parted = opening is None or opening.low in _PARTING or not opening.is_word
        if one.borrowed or one.inverted or outer.inverted or parted or outer.cue > one.first:
            break
        at -= 1
    return before[at]
