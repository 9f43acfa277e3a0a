"""A name spelt otherwise than everywhere else in the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from broadsheet.copydesk.people import one_slip
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

FINDS = ("Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Then Okafro returned.",)
LEAVES = (
    "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Okafor’s aide stayed.",
    "Twins win\n\nMarin and Martin ran. Marin led. Marin won. Martin lost. Martin wept.",
)
_NAME = re.compile(r"(?<![\w’'])[A-Z][a-z]{4,}(?![\w])")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each spelling that stands once beside one that stands three times."""
    counts = Counter(match[0] for match in _NAME.finditer(reading.text))
    surnames = {w for person in reading.people for w in person.name.split()}
    firm = [word for word, count in counts.items() if count >= 3 and word in surnames]
    by_letter: dict[str, list[str]] = {}
    for word in firm:
        by_letter.setdefault(word[0], []).append(word)
    for match in _NAME.finditer(reading.text):
        word = match[0]
        right = next((f for f in by_letter.get(word[0], ()) if one_slip(word, f)), None)
        if counts[word] == 1 and right is not None:
            yield Finding(
                *match.span(),
                "name-misspelt",
                "fix",
                f"“{word}” is spelt “{right}” {counts[right]} times elsewhere in this story",
                right,
                tuple(m.span() for m in re.finditer(rf"\b{right}\b", reading.text))[:5],
                "a name is spelt one way in one story",
            )
