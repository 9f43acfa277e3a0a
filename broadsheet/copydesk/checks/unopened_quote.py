"""A quotation that is closed and was never opened."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.checks.marks import marks_in
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "unopened-quote"
FINDS = (
    "Lock opens\n\nWe waited two winters,” the harbour master said.",
    'Lock opens\n\nThe gate is late. It is ours," Okafor said.',
    "Lock opens\n\n“It is ours,” Okafor said. We waited two winters,” she added.",
)
LEAVES = (
    "Lock opens\n\n“We waited two winters,” the harbour master said.",
    "Lock opens\n\n“We waited two winters.\n\nNobody thanked us,” the harbour master said.",
    'Lock opens\n\nThe gate is 14\' 6" high, and the sill 9" wide.',
    "Lock opens\n\n“We waited two winters.\n\n“Nobody thanked us,” the harbour master said.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each, save where a quotation of an earlier paragraph is still open."""
    text = reading.text
    left_open = False
    for paragraph, marks in zip(reading.paragraphs, marks_in(reading), strict=True):
        at = marks.lonely_closing()
        if at is not None and not left_open and not text[at - 1].isdigit():
            start = next(
                (c + 1 for c, opens in reversed(marks.order) if c < at and not opens), None
            )
            yield Finding(
                at,
                at + 1,
                ID,
                "fix",
                "this quotation is closed, but nothing opens it",
                evidence=((start or paragraph.start, at),),
                rule="every closing mark has an opening one",
            )
        if marks.order:
            left_open = len(marks.opening) > len(marks.closing) or not marks.sure
