"""A report that rests on what another outlet reported."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "second-hand"
FINDS = ("Lock opens\n\nThe gate opened on Tuesday, reported CNN.",)
LEAVES = ("Lock opens\n\nThe gate opened on Tuesday. (PTI)",)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding an outlet, however often it is named."""
    for source in reading.sources:
        if source.kind == "outlet":
            times = len(source.mentions)
            often = "once" if times == 1 else f"{times} times"
            yield Finding(
                *source.mentions[0],
                ID,
                "query",
                f"rests on {source.name} (named {often}): has anybody here confirmed it?",
                None,
                source.mentions[1:],
                "what another outlet reported is confirmed or said to be theirs",
            )
