"""More than one owner of one report."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "source-conflict"
FINDS = (
    "Lock opens\n\nTwo years late …reports Selby Evening Post\n\nThe gate opened today. (PTI)",
    "Lock opens\n\nBoats wait - reports Ostmark Gazette\n\nThe gate opened today. (AFP)",
    "Lock opens\n\nTwo years late …reports Asia Courier\n\nThe gate opened today.\n\n(ANI)",
)
LEAVES = (
    "Lock opens\n\nThe gate opened today. (PTI)",
    "Lock opens\n\nTwo years late …reports PTI\n\nThe gate opened today. (PTI)",
    "Lock opens\n\nTwo years late …reports Selby Evening Post\n\nThe gate opened today.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding where the credit and the agency are not the same."""
    if not reading.credit or not reading.agency or reading.credit == reading.agency:
        return
    part = next((p for p in reading.parts if p.kind == "agency"), None)
    if part is None:
        return
    credit = tuple((p.start, p.end) for p in reading.parts if p.kind == "credit")
    yield Finding(
        part.start,
        part.end,
        ID,
        "query",
        f"credited to {reading.credit} above and to {reading.agency} below: whose report is it?",
        None,
        credit,
        "one report has one owner",
    )
