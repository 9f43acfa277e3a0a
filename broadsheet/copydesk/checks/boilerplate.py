"""Page furniture and related lines that were pasted along with the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "boilerplate"
FINDS = (
    "Floods recede\n\nThe river fell on Monday.\n\nLeave a Reply",
    "Floods recede\n\nThe river fell on Monday.\n\nFacebook\n\nTwitter\n\nIt rose again on Tuesday.",
    "Floods recede\n\nThe river fell on Monday.\n\nALSO READ: Ferries sail again",
)
LEAVES = (
    "Floods recede\n\nThe river fell on Monday, and nobody left a reply.",
    "Floods recede\n\nThe town met on Monday to share this burden.",
    "Readers write\n\nThe river fell, says Ines Okafor.\n\nFacebook\n\nThe river rose, says Tom Reyes.",
)
#: Between two paragraphs of copy this is a heading; in a row of its like it is a row of buttons.
_PLATFORM = re.compile(r"\W*(?:facebook|twitter|instagram|reddit|telegram|youtube)\W*", re.I)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each stretch of furniture."""
    words = {
        "furniture": "belongs to the page that this was copied from, not to the copy",
        "trail": "the row of sections from above the headline",
        "related": "a link to another story: it has a field of its own",
    }
    for at, part in enumerate(reading.parts):
        if part.kind in words and not _is_heading(reading, at):
            line = " ".join(reading.text[part.start : part.end].split())
            yield Finding(
                part.start,
                part.end,
                ID,
                "fix",
                f"“{line[:60]}”: {words[part.kind]}",
                "",
                rule="copy holds the story and nothing of the page around it",
            )


def _is_heading(reading: Reading, at: int) -> bool:
    part, beside = reading.parts[at], reading.parts[max(0, at - 1) : at + 2]
    alone = len(beside) == 3 and beside[0].kind == beside[2].kind == "body"
    return alone and bool(_PLATFORM.fullmatch(reading.text, part.start, part.end))
