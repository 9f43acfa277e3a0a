"""Two sentences in a row that lean on the same words of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "repeated-phrase"
FINDS = (
    "Lock opens\n\n“It is open,” the mason further said. The mason further said it was late.",
    "Lock opens\n\n“It is open,” Okafor said. Okafor said it was late.",
    "Lock opens\n\n“It is open,” Okafor added. Okafor added that it was late.",
)
LEAVES = (
    "Lock opens\n\n“It is open,” the mason said. The harbour master said it was late.",
    "Lock opens\n\n“It is open,” Okafor said. She said it was late.",
    "Lock opens\n\n“It is open,” Okafor said. It was late, Okafor said.",
)
_TWICE = re.compile(
    r"(?<![\w’'-])(?P<words>(?:the\s\w+|[A-Z][\w’'-]+)\s(?:also\s|further\s|later\s)?(?:said|added|stated))\."
    r"\s(?P<again>(?P=words))\b",
    re.I,
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a pair."""
    for match in _TWICE.finditer(reading.text):
        yield Finding(
            *match.span(),
            ID,
            "fix",
            f"“{match['words']}” closes one sentence and opens the next",
            evidence=(match.span("again"),),
            rule="an attribution is not repeated at once",
        )
