"""A report that rests on what another outlet reported."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "second-hand"
FINDS = (
    "Lock opens\n\nThe gate opened on Tuesday, reported CNN.",
    "Lock opens\n\nAccording to the Selby Evening Post, the gate leaks.",
    "Lock opens\n\nThe gate leaks, Channel Nine reported. It will close, Channel Nine reported.",
)
LEAVES = (
    "Lock opens\n\nThe gate opened on Tuesday. (PTI)",
    "Lock opens\n\nThe gate leaks, according to the harbour master.",
    "Lock opens\n\nThe Selby Evening Post has its office beside the gate.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding an outlet, however often it is named."""
    for source in reading.sources:
        if source.kind == "outlet":
            times = len(source.mentions)
            often = {1: "once", 2: "twice"}.get(times, f"{times} times")
            yield Finding(
                *source.mentions[0],
                ID,
                "query",
                f"rests on {source.name} (named {often}): has anybody here confirmed it?",
                None,
                source.mentions[1:],
                "what another outlet reported is confirmed or said to be theirs",
            )
