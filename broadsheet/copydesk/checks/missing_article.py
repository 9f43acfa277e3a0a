"""A sentence that begins with an office without its article: `Fisheries Board official said`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "missing-article"
FINDS = (
    "Lock opens\n\nDepartment of Fisheries official said the gate was open.",
    "Lock opens\n\nBoats came.\n\nOstmark Police spokesman told reporters that nobody was hurt.",
    "Lock opens\n\nMinistry of Sea Trade source said the gate was open.",
)
LEAVES = (
    "Lock opens\n\nFisheries officials said the gate was open.",
    "Lock opens\n\nA Department of Fisheries official said the gate was open.",
    "Lock opens\n\nHarbour spokesman Tom Reyes said the gate was open.",
)
_BARE = re.compile(
    r"(?P<bare>[A-Z][\w&]*(?:\s(?:of|for|and|[A-Z][\w&]*)){1,7})\s"
    r"(?:official|spokesman|spokeswoman|spokesperson|officer|source)\s(?:said|says|told|added|stated)\b"
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a paragraph that opens so; names are let be."""
    for paragraph in reading.paragraphs:
        match = _BARE.match(reading.text, paragraph.start, paragraph.end)
        if match is None or match["bare"].split()[0] in {"The", "A", "An", "One", "Another"}:
            continue
        first = match["bare"].split()[0]
        article = "an" if first[0] in "AEIO" and not first.isupper() else "a"
        yield Finding(
            *match.span("bare"),
            ID,
            "fix",
            f"the sentence opens without an article: “{article.capitalize()} {match[0]}”?",
            rule="a person without a name has an article",
        )
