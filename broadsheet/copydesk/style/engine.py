"""The engine of house style: every rule of a style tried on the copy, once from start to end."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading
from broadsheet.copydesk.style.shape import Style

_RANK = {"fix": 0, "query": 1, "style": 2}


def in_rank(findings: list[Finding]) -> list[Finding]:
    """The gravest level first, then in order of place."""
    return sorted(findings, key=lambda f: (_RANK[f.level], f.start, f.end, f.check))


def style_findings(reading: Reading, quoted: list[list[Quoted]], style: Style) -> Iterator[Finding]:
    """What a style has to say.

    Args:
        reading: everything but the findings.
        quoted: the quoted stretches of each paragraph of the body.
    """
    yield from ()
