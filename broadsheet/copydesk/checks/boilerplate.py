"""Page furniture and related lines that were pasted along with the copy."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "boilerplate"
FINDS = ("Floods recede\n\nThe river fell on Monday.\n\nLeave a Reply",)
LEAVES = ("Floods recede\n\nThe river fell on Monday, and nobody left a reply.",)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each stretch of furniture."""
    words = {
        "furniture": "belongs to the page that this was copied from, not to the copy",
        "trail": "the row of sections from above the headline",
        "related": "a link to another story: it has a field of its own",
    }
    for part in reading.parts:
        if part.kind in words:
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
