"""A take's text as the wire room shows it: with the copy desk's remarks over it and beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from broadsheet import copydesk
from broadsheet.newsroom.paste.marks import Note, Part, marked, notes_of
from broadsheet.newsroom.remarks import remarks_on
from broadsheet.wire.models import Take, TakeReading

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Shown:
    """The text paragraph by paragraph, each with the remarks that belong to it.

    Attributes:
        put_away: remarks that somebody dismissed.
        unsaid: how many the house style leaves out of an agency's copy.
    """

    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    put_away: int = 0
    unsaid: int = 0


def text_of(take: Take) -> str:
    """The text that remarks count their places in."""
    return BETWEEN.join(take.paragraphs)


def shown(paper: Site, take: Take, found: TakeReading | None, *, everything: bool) -> Shown:
    """A take with the remarks on it; without any while the copy desk has not read it."""
    reading = _reading(take, found.findings if found else ())
    remarks = remarks_on(paper, reading, everything=everything)
    return Shown(
        tuple(marked(reading, remarks.open)),
        tuple(notes_of(reading, remarks.open)),
        len(remarks.dismissed),
        remarks.unsaid,
    )


def _reading(take: Take, findings: Sequence[dict[str, Any]]) -> copydesk.Reading:
    text, parts, at = text_of(take), [], 0
    for paragraph in take.paragraphs:
        parts.append(copydesk.Part("body", at, at + len(paragraph)))
        at += len(paragraph) + len(BETWEEN)
    agency = take.agency.name if take.agency else str(take.item.get("agency") or "")
    kept = tuple(_finding(row) for row in findings)
    return copydesk.Reading(
        text,
        parts=tuple(parts),
        agency=agency,
        findings=tuple(one for one in kept if one.end <= len(text)),
    )


def _finding(row: dict[str, Any]) -> copydesk.Finding:
    return copydesk.Finding(
        start=int(row["start"]),
        end=int(row["end"]),
        check=str(row["check"]),
        level=str(row["level"]),
        message=str(row["message"]),
        suggestion=row.get("suggestion"),
        evidence=tuple((int(start), int(end)) for start, end in row.get("evidence") or ()),
        rule=str(row.get("rule") or ""),
    )
