"""The copy as the desk shows it: its parts, its quotations and the remarks, laid over the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from broadsheet import copydesk
from broadsheet.copydesk.dismissals import sentence_at
from broadsheet.newsroom.remarks import Numbered, numbered

LABELS = {
    "trail": "sections",
    "headline": "headline",
    "standfirst": "standfirst",
    "credit": "credit",
    "byline": "byline",
    "dateline": "dateline",
    "body": "",
    "quote-block": "quotation",
    "embed": "social post",
    "agency": "agency",
    "related": "related story",
    "furniture": "left out",
}
EVIDENCE = 3
EVIDENCE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Note:
    """One finding, as a note beside the copy. `number` is shown; `place` is what a button sends
    back; `mend` is what the marked words could be instead; `before` and `after` are the rest of
    their sentence."""

    number: int
    place: int
    level: str
    message: str
    words: str
    mend: str
    evidence: tuple[str, ...]
    rule: str
    check: str
    before: str
    after: str

    @property
    def can_mend(self) -> bool:
        """Whether one press of a button puts it right."""
        return bool(self.mend) and self.mend != self.words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one set of marks."""

    text: str
    quoted: bool = False
    direct: bool = True
    said_by: str = ""
    notes: tuple[int, ...] = ()
    level: str = ""
    ends_note: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the copy, with the notes that belong beside it."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def marked(reading: copydesk.Reading, shown: Sequence[Numbered]) -> list[Part]:
    """The whole copy in order, part by part, with the remarks that are shown; what belongs to no
    part is given as `gap`."""
    notes = notes_of(reading, shown)
    found = [(note.number, one.finding) for note, one in zip(notes, shown, strict=True)]
    return [
        Part(
            kind,
            LABELS.get(kind, ""),
            tuple(_pieces(reading, found, start, end)),
            tuple(notes[n - 1] for n, finding in found if start <= finding.start < end),
        )
        for kind, start, end in _spans(reading)
    ]


def notes_of(reading: copydesk.Reading, shown: Sequence[Numbered]) -> list[Note]:
    """Findings as notes, numbered from one."""
    return [_note(reading, number, one) for number, one in enumerate(shown, 1)]


def mend(reading: copydesk.Reading, place: str) -> str:
    """The copy with one finding's suggestion put in.

    Raises:
        LookupError: there is no such finding, or it has no certain mend.
    """
    finding = numbered(reading, place)
    if not finding.suggestion:
        raise LookupError(place)
    return reading.text[: finding.start] + finding.suggestion + reading.text[finding.end :]


def _spans(reading: copydesk.Reading) -> Iterator[tuple[str, int, int]]:
    at = 0
    for part in sorted(reading.parts, key=lambda p: (p.start, p.end)):
        start = max(part.start, at)
        if reading.text[at:start].strip():
            yield "gap", at, start
        if start < part.end:
            yield part.kind, start, part.end
            at = part.end
    if reading.text[at:].strip():
        yield "gap", at, len(reading.text)


def _note(reading: copydesk.Reading, number: int, one: Numbered) -> Note:
    finding = one.finding
    words = reading.text[finding.start : finding.end]
    start, end = sentence_at(reading.text, finding.start)
    proofs = dict.fromkeys(" ".join(reading.text[s:e].split()) for s, e in finding.evidence)
    return Note(
        number=number,
        place=one.number,
        level=finding.level,
        message=finding.message,
        words=words,
        mend=finding.suggestion or "",
        evidence=tuple(p[:EVIDENCE_LENGTH] for p in proofs if p and p != words)[:EVIDENCE],
        rule=finding.rule,
        check=finding.check,
        before=_cut(reading.text[start : finding.start][::-1])[::-1],
        after=_cut(reading.text[finding.end : end]),
    )


def _cut(text: str) -> str:
    return text if len(text) <= EVIDENCE_LENGTH else text[: EVIDENCE_LENGTH - 1] + "…"


def _pieces(
    reading: copydesk.Reading, shown: list[tuple[int, copydesk.Finding]], start: int, end: int
) -> Iterator[Piece]:
    quotes = [q for q in reading.quotes if q.start < end and q.end > start]
    found = [(n, f) for n, f in shown if f.start < end and f.end > start]
    cuts = {start, end}
    ends = [(q.start, q.end) for q in quotes] + [(f.start, f.end) for _, f in found]
    for mark_start, mark_end in ends:
        cuts |= {max(start, min(end, mark_start)), max(start, min(end, mark_end))}
    edges = sorted(cuts)
    for a, b in pairwise(edges):
        quote = next((q for q in quotes if q.start <= a and q.end >= b), None)
        here = [(n, f) for n, f in found if f.start <= a and f.end >= b]
        yield Piece(
            text=reading.text[a:b],
            quoted=quote is not None,
            direct=quote is None or quote.direct,
            said_by=_speaker(quote) if quote is not None and quote.end == b else "",
            notes=tuple(n for n, _ in here),
            level=here[0][1].level if here else "",
            ends_note=tuple(n for n, f in here if f.end == b),
        )


def _speaker(quote: copydesk.Quote) -> str:
    who = quote.person or quote.speaker or "speaker not found"
    through = [outlet for outlet in quote.chain if outlet != who]
    return f"{who}, via {', '.join(through)}" if through else who
