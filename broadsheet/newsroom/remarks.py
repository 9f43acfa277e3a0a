"""What the copy desk has to say of a copy, sorted for a screen: open, dismissed, left unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wagtail.models import Site

from broadsheet import copydesk
from broadsheet.copydesk.style import spoken
from broadsheet.paper.dismissing import dismissed
from broadsheet.paper.house_style import house_style


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its place among all of the reading's, which is what a button sends back."""

    number: int
    finding: copydesk.Finding


@dataclass(frozen=True, slots=True)
class Remarks:
    """All findings, each in one of three heaps. `unsaid`: how many the house style's profile for
    this agency's copy leaves out."""

    open: tuple[Numbered, ...]
    dismissed: tuple[Numbered, ...]
    unsaid: int


def remarks_on(paper: Site, reading: copydesk.Reading, *, everything: bool = False) -> Remarks:
    """Sort the findings of a reading; `everything` leaves nothing unsaid."""
    findings = [Numbered(n, f) for n, f in enumerate(in_order(reading), 1)]
    said = set(reading.findings if everything else spoken(reading, house_style(reading.text)))
    quiet = dismissed(paper, reading.text, reading.findings)
    heard = [one for one in findings if one.finding in said]
    return Remarks(
        open=tuple(one for one in heard if one.finding not in quiet),
        dismissed=tuple(one for one in heard if one.finding in quiet),
        unsaid=len(findings) - len(heard),
    )


def in_order(reading: copydesk.Reading) -> list[copydesk.Finding]:
    """The findings as they are numbered: in the order of the copy."""
    return sorted(reading.findings, key=lambda f: (f.start, f.end, f.check, f.message))


def numbered(reading: copydesk.Reading, number: str) -> copydesk.Finding:
    """The finding that a button means.

    Raises:
        LookupError: there is none of that number.
    """
    findings = in_order(reading)
    if not re.fullmatch("[0-9]{1,6}", number) or not 0 < int(number) <= len(findings):
        raise LookupError(number)
    return findings[int(number) - 1]
