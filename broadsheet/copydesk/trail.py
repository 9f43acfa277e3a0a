"""The trail: the row of section names that a page prints above its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.copydesk.reading import TrailName
from broadsheet.copydesk.usual_names import PLACES, SECTIONS

_SEPARATOR = re.compile(r"\s*(?:[›»>|/·•,→]|\s[-–—]\s)\s*")
_EDGES = " \t\u00a0-–—›»>|/·•:"


def split_trail(
    line: str, sections: Sequence[str] = (), places: Sequence[str] = ()
) -> tuple[TrailName, ...]:
    """The names in a trail.

    A trail with separators is split at them. One without is split by the longest match against
    the paper's own sections and places first, then the usual names; what remains between two
    matches is one name, to be asked about.

    Args:
        line: the trail as printed.
        sections: names of the paper's sections.
        places: names of places on its front.
    """
    known = _Known(sections, places)
    names: list[str] = []
    for piece in _SEPARATOR.split(line.strip(_EDGES)):
        words = piece.strip(_EDGES).split()
        names += [" ".join(words)] if known.kind(words) != "unknown" else known.split(words)
    seen: dict[str, TrailName] = {}
    for name in names:
        if name:
            seen.setdefault(name.casefold(), TrailName(name, known.kind(name.split())))
    return tuple(seen.values())


class _Known:
    def __init__(self, sections: Sequence[str], places: Sequence[str]) -> None:
        self.sections = {name.casefold() for name in sections}
        self.places = {name.casefold() for name in places}
        names = self.sections | self.places | SECTIONS | PLACES
        self.longest = max(len(name.split()) for name in names)

    def kind(self, words: Sequence[str]) -> str:
        name = " ".join(words).casefold()
        if name in self.places:
            return "place"
        if name in self.sections:
            return "section"
        if name in PLACES:
            return "place"
        return "usual" if name in SECTIONS else "unknown"

    def split(self, words: list[str]) -> list[str]:
        names: list[str] = []
        rest: list[str] = []
        at = 0
        while at < len(words):
            length = self._match(words, at)
            if not length:
                rest.append(words[at])
                at += 1
                continue
            names += [" ".join(rest)] if rest else []
            rest = []
            names.append(" ".join(words[at : at + length]))
            at += length
        return names + ([" ".join(rest)] if rest else [])

    def _match(self, words: list[str], at: int) -> int:
        """How many words from `at` are one name; the paper's own names before the usual ones."""
        usual = 0
        for length in range(min(self.longest, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length]).casefold()
            if name in self.sections or name in self.places:
                return length
            if not usual and (name in PLACES or name in SECTIONS):
                usual = length
        return usual


def looks_like_trail(line: str, sections: Sequence[str], places: Sequence[str]) -> bool:
    """Whether a line above the headline is a trail: short, no sentence, and made of names that
    are known for the most part."""
    if len(line) > 160 or line.rstrip().endswith((".", "!", "?", ",")):
        return False
    names = split_trail(line, sections, places)
    known = sum(len(name.name) for name in names if name.kind != "unknown")
    every = sum(len(name.name) for name in names)
    marked = bool(_SEPARATOR.search(line.strip(_EDGES))) or line.lstrip()[:1] in "-›>»"
    several = sum(name.kind != "unknown" for name in names) > 1
    return bool(every) and known * (3 if marked else 2 if several else 1.5) >= every
