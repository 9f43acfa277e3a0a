"""A sentence that is printed twice."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span
from broadsheet.copydesk.sentences import split_sentences

ID = "duplicate-sentence"
FINDS = (
    "Lock opens\n\nThe gate of the sea lock opened on a calm Monday morning. Boats waited.\n\nThe gate of the sea lock opened on a calm Monday morning.",
)
LEAVES = ("Lock opens\n\nThe gate opened. Boats waited.\n\nThe gate opened.",)
_LEAST = 30


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each repetition of a sentence of 30 characters or more."""
    seen: dict[str, Span] = {}
    for part in sorted(reading.parts, key=lambda p: p.start):
        if part.kind not in {"body", "standfirst"}:
            continue
        for s, e in split_sentences(reading.text[part.start : part.end]):
            start, end = part.start + s, part.start + e
            words = " ".join(reading.text[start:end].casefold().split()).rstrip(".…")
            if len(words) >= _LEAST and words in seen:
                yield Finding(
                    start,
                    end,
                    ID,
                    "fix",
                    "this sentence stands in the story twice, word for word",
                    None,
                    (seen[words],),
                    "a sentence is printed once",
                )
            seen.setdefault(words, (start, end))
