"""Who says what: quotations and indirect speech with their speakers and the outlets between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from broadsheet.copydesk.outlets import outlets_in
from broadsheet.copydesk.people import NAME, TITLES, one_slip
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Person, Quote, Span
from broadsheet.copydesk.sentences import split_sentences

_CUE = (
    r"(?:said|says|stated|states|added|adds|told|announced|announces|claimed|explained|noted|asked|"
    r"replied|wrote|writes|posted|tweeted|declared|warned|insisted|argued|remarked|continued|stressed|"
    r"emphasi[sz]ed|confirmed|denied|admitted|suggested|recalled|observed|concluded|acknowledged|"
    r"called|urged|promised|vowed|maintained|reiterated|revealed|complained|joked|recounted)"
)
_ADVERB = r"(?:(?:further|also|then|later|once|again|earlier|[a-z]+ly)\s)?"
_NOUN = (
    r"(?:official|officials|spokesman|spokeswoman|spokesperson|minister|president|secretary|police|"
    r"officer|source|sources|statement|report|analyst|professor|doctor|mayor|governor|leader|chief|"
    r"chairman|chairwoman|director|manager|owner|farmer|teacher|resident|residents|witness|witnesses|"
    r"lawyer|judge|coach|captain|company|ministry|department|government|harbour\s?master|harbourmaster|"
    r"head|founder|editor|driver|mother|father|aide|adviser|advisor|envoy|ambassador|senator|lawmaker)"
)
_PHRASE = (
    rf"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er)\s)?(?:[\w’'-]+\s(?:of\s)?){{0,7}}?{_NOUN}"
    r"(?:\s(?:of|for|from|at|with|in|travelling\swith|traveling\swith)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4}){0,3}"
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho)"
_ROLE = rf"(?:(?:[\w’'&-]+\s){{0,6}}{TITLES}\s)?"
SPEAKER = rf"(?P<speaker>(?:{_PRONOUN}|{_ROLE}{NAME}|{_PHRASE}|[A-Z][\w’'-]+))"
_SPEAKER_2 = SPEAKER.replace("speaker", "other")

#: After the quotation: `,” said Reyes`, `,” Reyes said`.
_AFTER = re.compile(
    rf"[\s,”\"’»]*(?:{SPEAKER}(?:,[^,“\"]{{3,80}},)?\s{_ADVERB}(?P<cue>{_CUE})\b"
    rf"|{_ADVERB}(?P<cue2>{_CUE})\s{_SPEAKER_2})"
)
#: Before it: `Okafor stated, “`, `The official added that the gate was “`.
_BEFORE = re.compile(
    rf"(?<![\w])(?:{SPEAKER}(?:,[^,“\"]{{3,80}},)?\s{_ADVERB}(?P<cue>{_CUE})\b)(?=[^.!?]{{0,160}}$)"
)
_INDIRECT = re.compile(
    rf"(?<![\w])(?:{SPEAKER}(?:,[^,“\"]{{3,80}},)?\s{_ADVERB}(?P<cue>{_CUE})\b\s?(?:that\s)?)"
)


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: str
    span: Span
    cue: str


@dataclass(slots=True)
class Speakers:
    """Finds speakers through one copy, remembering who spoke and who was named last."""

    text: str
    people: tuple[Person, ...]
    agency: str = ""
    last_person: str | None = None
    last_noun: str | None = None

    def paragraph(self, start: int, end: int, quoted: list[Quoted]) -> Iterator[Quote]:
        """The quotations and the reported speech of one paragraph, in order of place."""
        sentences = [(start + s, start + e) for s, e in split_sentences(self.text[start:end])]
        chain = self._chain(start, end)
        found: list[Quote] = []
        for quote in quoted:
            found.append(self._direct(quote, start, end, found, chain))
        for s, e in sentences:
            if not any(q.start < e and q.end > s for q in quoted):
                found += self._indirect(s, e, chain)
        yield from sorted(found, key=lambda q: q.start)

    def _chain(self, start: int, end: int) -> tuple[str, ...]:
        names = dict.fromkeys(name for name, _, _ in outlets_in(self.text, start, end))
        return (*names, *([self.agency] if self.agency and self.agency not in names else []))

    def _direct(
        self, quote: Quoted, start: int, end: int, before: list[Quote], chain: tuple[str, ...]
    ) -> Quote:
        said = self._after(quote.end, end) or self._before(start, quote.start)
        if said is None and before:
            last = before[-1]
            return replace(last, start=quote.start, end=quote.end, direct=True, chain=chain)
        return self._quote(quote.start, quote.end, said, chain, direct=True)

    def _after(self, at: int, end: int) -> _Said | None:
        return _said(_AFTER.match(self.text, at, min(end, at + 400)))

    def _before(self, start: int, at: int) -> _Said | None:
        """The last speaker named before the quotation, in its own sentence."""
        window = self.text[max(start, at - 400) : at].rstrip(' “"‘«„\n')
        offset = max(start, at - 400)
        sentences = split_sentences(window)
        if not sentences:
            return None
        s, e = sentences[-1]
        matches = list(_INDIRECT.finditer(window, s, e))
        said = _said(matches[-1]) if matches else None
        if said is None:
            return None
        return replace(said, span=(said.span[0] + offset, said.span[1] + offset))

    def _indirect(self, start: int, end: int, chain: tuple[str, ...]) -> list[Quote]:
        match = _INDIRECT.search(self.text, start, end)
        said = _said(match)
        if match is not None and said is not None and match.end() < end - 8:
            content = (match.end(), end - (self.text[end - 1] in ".!?"))
            return [self._quote(*content, said, chain, direct=False)]
        outlets = outlets_in(self.text, start, end)
        if not outlets:
            return []
        name, s, e = outlets[-1]
        return [
            Quote(start, max(start, self._content_end(start, s)), name, s, e, name, "reported",
                  False, chain)
        ]  # fmt: skip

    def _content_end(self, start: int, outlet: int) -> int:
        return start + len(
            re.sub(r"[\s,]*(?:reported|reports|according to|said)?\s*(?:the\s)?$", "",
                   self.text[start:outlet])
        )  # fmt: skip

    def _quote(
        self, start: int, end: int, said: _Said | None, chain: tuple[str, ...], *, direct: bool
    ) -> Quote:
        if said is None:
            return Quote(start, end, None, None, None, None, None, direct, chain)
        person = self._person(said)
        return Quote(start, end, said.speaker, *said.span, person, said.cue, direct, chain)

    def _person(self, said: _Said) -> str | None:
        """Who is meant: the full name behind a surname, a title or a pronoun."""
        speaker = said.speaker
        if re.fullmatch(_PRONOUN, speaker):
            return self.last_person or self.last_noun
        named = self._named(speaker)
        if named is not None:
            self.last_person = named
            return named
        again = speaker.lower().startswith("the ") and self.last_noun
        if again and speaker.split()[-1].lower() in (self.last_noun or "").lower():
            return self.last_noun
        self.last_noun = speaker
        return speaker

    def _named(self, speaker: str) -> str | None:
        speaker = re.split(r"\s(?:travell?ing\s)?(?:for|from|at|with|in|of\sthe)\s", speaker)[0]
        for person in self.people:
            surname = person.name.split()[-1]
            last = speaker.split()[-1].removesuffix("’s")
            if person.name in speaker or last == surname or _misspelt(last, surname):
                return person.name
        return None


def _misspelt(last: str, surname: str) -> bool:
    return len(surname) > 4 and last[:1] == surname[:1] and one_slip(last, surname)


def _said(match: re.Match[str] | None) -> _Said | None:
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("other"):
        return _Said(groups["other"], match.span("other"), groups["cue2"])
    if not groups.get("speaker"):
        return None
    return _Said(groups["speaker"], match.span("speaker"), groups["cue"])
