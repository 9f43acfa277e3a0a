"""A sentence that is printed twice."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "duplicate-sentence"
FINDS = (
    "Lock opens\n\nThe gate of the sea lock opened on a calm Monday morning. Boats waited.\n\nThe gate of the sea lock opened on a calm Monday morning.",
    "Lock opens\n\nOn Monday Capt. Reyes took the first of nine boats through the new sea lock.\n\nReyes took the first of nine boats through the new sea lock. It rained.",
    "Lock opens\n\nThe old lock was shut for nine winters by order of the board. A boat waited.\n\nThe old lock was shut for nine winters by order of the board. A gull sat on it.",
    "Lock opens\n\nThe board met. “Nobody in this town ever asked us for a lock,” Reyes said.\n\nNobody in this town ever asked us for a lock. The board left.",
)
LEAVES = (
    "Lock opens\n\nThe gate opened. Boats waited.\n\nThe gate opened.",
    "Lock opens\n\n“Nobody in this town ever asked us for a lock,” Reyes said. The board left.\n\nLater he said: “Nobody in this town ever asked us for a lock.”",
    "Lock opens\n\nThe head of the Selby Board for Harbours, Locks and Fisheries spoke first. The chair of the Selby Board for Harbours, Locks and Fisheries spoke last.",
)
#: A whole sentence counts from here, in characters; part of a longer one from here, in words.
_LEAST = 30
_RUN = 9
_LONGEST = 80
#: A dateline or a title in front may have been left off with up to so many words.
_SKIP = 2
#: Every stop but an initial’s may end a sentence here: a piece of one that is repeated is as bad.
_END = re.compile(r"(?<![.\s][A-Z])[.!?…][\"'”’»)\]]*()\s+(?=\S)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_STOPS = tuple(".!?…")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each sentence that stood before, by itself or as part of a longer one. Words
    that are quoted again are the speaker's."""
    sentences = list(_sentences(reading))
    said = [(q.start, q.end) for rows in quoted for q in rows]
    found = dict(_whole(reading.text, [s for s in sentences if not _inside(s[0], said)]))
    starts = {start for start, _ in found}
    for span, first in _parts(reading.text, sentences, said):
        if span[0] not in starts:
            found[span] = first
    for span, first in found.items():
        yield Finding(
            *span,
            ID,
            "fix",
            "this sentence stands in the story twice, word for word",
            None,
            (first,),
            "a sentence is printed once",
        )


def _sentences(reading: Reading) -> Iterator[Span]:
    """Those of the standfirst and the body; what stands first is the headline, which the first
    paragraph may well say again."""
    parts = sorted(reading.parts, key=lambda p: p.start)
    for part in parts if reading.headline else parts[1:]:
        if part.kind in {"body", "standfirst"}:
            start = part.start
            for stop in _END.finditer(reading.text, part.start, part.end):
                yield start, stop.start(1)
                start = stop.end()
            if start < part.end:
                yield start, part.end


def _whole(text: str, sentences: list[Span]) -> Iterator[tuple[Span, Span]]:
    seen: dict[str, Span] = {}
    for start, end in sentences:
        words = " ".join(text[start:end].casefold().split()).rstrip(".…")
        if len(words) >= _LEAST and words in seen:
            yield (start, end), seen[words]
        seen.setdefault(words, (start, end))


def _parts(text: str, sentences: list[Span], said: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Sentences whose first words, up to a full stop, stood inside an earlier one."""
    words: list[re.Match[str]] = []
    opening: dict[int, int] = {}
    for start, end in sentences:
        opening |= {len(words) + skipped: start for skipped in range(_SKIP)}
        words += _WORD.finditer(text, start, end)
    low = [word[0].casefold() for word in words]
    first: dict[tuple[str, ...], int] = {}
    beginnings = {(low[at], low[at + 1]) for at in opening if at + 1 < len(low)}
    for at, pair in enumerate(pairwise(low)):
        # Only words that open a sentence somewhere can be the beginning of a repetition.
        if pair not in beginnings:
            continue
        before = first.setdefault(tuple(low[at : at + _RUN]), at)
        if before + _RUN > at or at not in opening or _inside(words[at].start(), said):
            continue
        run = range(_length(low, before, at) - 1, _RUN - 2, -1)
        last = next((n for n in run if text.startswith(_STOPS, words[at + n].end())), None)
        if last is not None:
            stood = (words[before].start(), words[before + last].end())
            yield (opening[at], words[at + last].end() + 1), stood


def _inside(at: int, said: list[Span]) -> bool:
    place = bisect(said, (at, at))
    return any(start <= at < end for start, end in said[max(0, place - 1) : place + 1])


def _length(low: list[str], before: int, at: int) -> int:
    """How many words from `at` on are those from `before` on."""
    length = _RUN
    while (
        length < _LONGEST
        and at + length < len(low)
        and before + length < at
        and low[before + length] == low[at + length]
    ):
        length += 1
    return length
