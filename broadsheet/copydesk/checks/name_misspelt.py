"""A name spelt otherwise than everywhere else in the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from broadsheet.copydesk.people import one_slip
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "name-misspelt"
FINDS = ("Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Then Okafro returned.",)
LEAVES = (
    "Sarran votes\n\nSarran voted. Sarran waited. Sarran slept. A Sarrani farmer woke.",
    "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Okafor’s aide stayed.",
    "Twins win\n\nMarin and Martin ran. Marin led. Marin won. Martin lost. Martin wept.",
)
_ENDINGS = ("s", "n", "an", "ns", "ish", "ese", "ic", "i")
_BEFORE = re.compile(r"(?:\b([A-Z][a-z]+)\s)?$")
_NAME = re.compile(r"(?<![\w’'])[A-Z][a-z]{4,}(?![\w])")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each spelling that stands once beside one that stands three times."""
    counts = Counter(match[0] for match in _NAME.finditer(reading.text))
    small = set(re.findall(r"\b[a-z]{4,}\b", reading.text))
    firm = [word for word, count in counts.items() if count >= 3 and word.lower() not in small]
    by_letter: dict[str, list[str]] = {}
    for word in firm:
        by_letter.setdefault(word[0], []).append(word)
    for match in _NAME.finditer(reading.text):
        word = match[0]
        if counts[word] > 1 or word.lower() in small:
            continue
        right = next((f for f in by_letter.get(word[0], ()) if _slip(word, f)), None)
        if right is not None and _same_bearer(reading.text, match.start(), right):
            yield Finding(
                *match.span(),
                ID,
                "fix",
                f"“{word}” is spelt “{right}” {counts[right]} times elsewhere in this story",
                right,
                tuple(m.span() for m in islice(re.finditer(rf"\b{right}\b", reading.text), 5)),
                "a name is spelt one way in one story",
            )


def _slip(word: str, right: str) -> bool:
    """Whether the one is the other misspelt, not another form of it (Sarran, Sarrani)."""
    long, short = (word, right) if len(word) > len(right) else (right, word)
    formed = long.startswith(short) and long[len(short) :] in _ENDINGS
    return not formed and one_slip(word, right)


def _same_bearer(text: str, at: int, right: str) -> bool:
    """A first name in front that never stands before the other spelling is somebody else's; so is
    a name that goes on (`bin`, `al`)."""
    before = _BEFORE.search(text, max(0, at - 30), at)
    first = before[1] if before else None
    goes_on = re.compile(r"[A-Z]\w+\s(?:bin|al|ul|van|von|de)\s").match(text, at)
    if goes_on:
        return False
    return first is None or first in _FUNCTION or f"{first} {right}" in text


#: Words with a capital at a sentence's start that are no first names.
_FUNCTION = frozenset(
    """The In On At And But For With When If As That This Then Later Mr Mrs Ms Dr While After Before
    By To From Of So Yet Or It What Why How Where Who Since Under Both""".replace("\n", " ").split(
        " "
    )
)
