"""An agency's copy that says neither where nor when it was written."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "missing-dateline"
FINDS = (
    "Lock opens\n\nThe gate of the sea lock opened. (PTI)",
    "Lock opens\n\nTwo winters late\n\nThe gate opened. Boats came. (AFP)",
    "Lock opens\n\nThe gate of the sea lock opened.\n\n(ANI)",
)
LEAVES = (
    "Lock opens\n\nSELBY, March 4 (PTI) — The gate of the sea lock opened.",
    "Lock opens\n\nThe gate of the sea lock opened.",
    "Lock opens\n\nPublished: 4 March 2026\n\nThe gate of the sea lock opened. (PTI)",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding on the first word of the body."""
    if not reading.agency or reading.dateline or reading.published or not reading.paragraphs:
        return
    start = reading.paragraphs[0].start
    words = reading.text[start : reading.paragraphs[0].end].split(maxsplit=1)
    yield Finding(
        start,
        start + len(words[0]) if words else start,
        ID,
        "query",
        f"copy of {reading.agency} without a dateline: where was this written, and when?",
        rule="an agency's copy carries its dateline",
    )
