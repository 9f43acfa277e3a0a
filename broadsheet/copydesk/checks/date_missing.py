"""Copy that does not say when it was published."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "unanchored-date"
FINDS = (
    "Lock opens\n\nThe gate opened on Tuesday.",
    "Lock opens\n\nThe gate opened yesterday, a day late.",
    "Lock opens\n\nOn 4 March the gate opened, and on Friday it closed.",
)
LEAVES = (
    "Lock opens\n\nPublished: 4 March 2026\n\nThe gate opened on Tuesday.",
    "Lock opens\n\nThe gate opened on March 3, 2026.",
    "Lock opens\n\nThe gate opened. It had been two years late.",
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding on the first date that cannot be known without the day of publication."""
    unknown = [d for d in reading.dates if d.value is None]
    if dated or reading.published is not None or not unknown:
        return
    first = unknown[0]
    yield Finding(
        first.start,
        first.end,
        ID,
        "query",
        f"“{first.text}”: no date found in the copy to reckon from. When was this published?",
        None,
        tuple((d.start, d.end) for d in unknown[1:6]),
        "a weekday needs a date of publication",
    )
