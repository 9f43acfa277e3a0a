"""Who is meant by a surname, a title or a pronoun, as the story goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from broadsheet.copydesk.cues import DETERMINERS, PRONOUNS, WITHIN
from broadsheet.copydesk.cues import words as words_of
from broadsheet.copydesk.people import one_slip
from broadsheet.copydesk.reading import Person

_LEAST_FOR_SLIP = 4


#: Heads of phrases that speak in copy and are nobody: bodies, papers, machines.
_THINGS = words_of(
    """agency airline army association authority bank board body box bureau cabinet campaign centre
    channel charity church city club commission committee company congress council country court
    daily document embassy federation firm force group hospital inquiry institute house ledger letter
    magazine ministry museum network newspaper notice office paper party police poll post press
    regulator report research school senate show site state statement station study supermarket survey
    team television university union website works"""
)


def is_thing(phrase: str) -> bool:
    """Whether a phrase names a body or a thing, by its head: the last word before a preposition."""
    words = phrase.lower().split()
    at = next((i for i, word in enumerate(words) if i and word in WITHIN), len(words))
    head = words[at - 1] if words else ""
    return head in _THINGS or head.removesuffix("s") in _THINGS or head.endswith(("tion", "ment"))


@dataclass(slots=True)
class Persons:
    """Remembers who was named, in order of reading."""

    text: str
    people: Sequence[Person]
    last_noun: str | None = None
    last_named: str | None = None
    _by_word: dict[str, str] = field(default_factory=dict)
    _by_letter: dict[str, list[str]] = field(default_factory=dict)
    _places: list[tuple[int, str]] = field(default_factory=list)
    _passed: int = 0

    def __post_init__(self) -> None:
        for person in self.people:
            surname = person.name.split()[-1]
            self._by_word.setdefault(surname, person.name)
            self._by_letter.setdefault(surname[0], []).append(surname)
        self._places = sorted((s, p.name) for p in self.people for s, _ in p.mentions)

    def knows(self, label: str) -> bool:
        """Whether a transcript's label in capitals is the surname of somebody in the copy."""
        return label.split()[-1].title() in self._by_word

    def meant(self, start: int, end: int) -> str | None:
        """The person or body behind the speaker's words at `start`."""
        words = " ".join(self.text[start:end].split())
        if words.lower() in PRONOUNS:
            single = words.lower() in {"he", "she", "who"}
            return self._pronoun(start) if single else self.last_noun
        aside = words.rpartition(", ")[2]
        named = self._named(aside.split()) or self._named(words.split())
        if named is not None:
            self.last_named = named
            self.last_noun = None
            return named
        head = words.split()[-1].lower()
        again = self.last_noun is not None and words.lower().startswith("the ")
        if again and self.last_noun and head in self.last_noun.lower().split():
            return self.last_noun
        self.last_noun = words
        return words

    def _pronoun(self, at: int) -> str | None:
        """The last one who spoke; before anybody has, the last who was named."""
        if self.last_named is None and self.last_noun is None:
            self.last_named = self._named_before(at)
        if self.last_noun is not None and not is_thing(self.last_noun):
            return self.last_noun
        # A thing is never "he": better nobody than the wrong one.
        return self.last_named if self.last_noun is None else None

    def _named_before(self, at: int) -> str | None:
        name = None
        while self._passed < len(self._places) and self._places[self._passed][0] < at:
            name = self._places[self._passed][1]
            self._passed += 1
        return name

    def _named(self, words: Sequence[str]) -> str | None:
        if words[0].lower() in DETERMINERS:
            # `an official travelling with Reyes` is not Reyes.
            inner = (n for n, word in enumerate(words) if word.lower() in WITHIN)
            words = words[: next(inner, len(words))]
        for word in reversed(words):
            bare = word.strip(".,()").removesuffix("’s").removesuffix("'s")
            if bare not in self._by_word and bare.isupper():
                bare = bare.title()
            if bare in self._by_word:
                return self._by_word[bare]
            if len(bare) <= _LEAST_FOR_SLIP or not bare[:1].isupper():
                continue
            for surname in self._by_letter.get(bare[0], ()):
                if len(surname) > _LEAST_FOR_SLIP and one_slip(bare, surname):
                    return self._by_word[surname]
        return None
