"""A credit that is run into the standfirst."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "credit-typography"
FINDS = (
    "Lock opens\n\nTwo years late …reports Selby Evening Post\n\nThe gate opened today.",
    "Lock opens\n\nTwo years late. ...reports Ostmark Gazette\n\nThe gate opened today.",
    "Lock opens\n\nBoats wait at the quay … writes Ines Okafor\n\nThe gate opened today.",
)
LEAVES = (
    "Lock opens\n\nTwo years late\n\nThe gate opened today.",
    "Lock opens\n\nTwo years late, Ines Okafor reports\n\nThe gate opened today.",
    "Lock opens\n\nThe gate opened … the Selby Evening Post reports that it leaks.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding where dots and a small letter join the credit to what stands before it."""
    for part in reading.parts:
        words = reading.text[part.start : part.end]
        if part.kind == "credit" and words.startswith(("…", "...")):
            yield Finding(
                part.start,
                part.end,
                ID,
                "fix",
                f"the credit is run into the standfirst: {reading.credit} has a field of its own",
                "",
                rule="a credit stands by itself",
            )
