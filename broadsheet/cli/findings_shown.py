"""Findings in print: as of a compiler, as rows of JSON, as GitHub's workflow commands."""

from __future__ import annotations

import re
import shutil
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from broadsheet.cli.terminal import Paint, safe, width

if TYPE_CHECKING:
    from broadsheet.copydesk import Finding

_BREAK = re.compile(r"\r\n|\n|\r")
_LEVEL_STYLES = {"fix": ("red", "bold"), "query": ("yellow", "bold"), "style": ("blue", "bold")}
_GITHUB = {"fix": "error", "query": "warning", "style": "notice"}
#: Columns of the copy that are shown to the left and the right of a finding, where there is room.
_AROUND = 40
_INDENT = 4
#: Places of evidence that are named; there may be hundreds.
_PLACES = 5


class Lines:
    """Offsets into lines and columns, both counted from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(_BREAK.finditer(text))
        self.starts = [0, *(match.end() for match in breaks)]
        self.ends = [*(match.start() for match in breaks), len(text)]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        index = bisect_right(self.starts, offset) - 1
        return index + 1, offset - self.starts[index] + 1

    def around(self, start: int, end: int, room: int = _AROUND) -> tuple[str, str]:
        """The line that holds `start`, cut to `room` columns on either side, and a caret line."""
        index = bisect_right(self.starts, start) - 1
        first, last = self.starts[index], self.ends[index]
        end = max(start, min(end, last, start + 2 * room))
        left, right = max(first, start - room), min(last, end + room)
        head = ("…" if left > first else "") + safe(self.text[left:start])
        found, tail = safe(self.text[start:end]), safe(self.text[end:right])
        carets = "^" * max(1, width(found))
        return head + found + tail + ("…" if right < last else ""), " " * width(head) + carets


def printed(name: str, finding: Finding, lines: Lines, paint: Paint) -> str:
    """`file:line:column level check message`, the line, a caret, and where the evidence stands."""
    line, column = lines.at(finding.start)
    words, caret = lines.around(finding.start, finding.end, _room())
    style = _LEVEL_STYLES[finding.level]
    head = paint(f"{name}:{line}:{column}", "bold") + " " + paint(finding.level, *style)
    evidence = _evidence(finding.evidence, lines)
    blank = " " * _INDENT
    return "\n".join(
        [
            f"{head} {finding.check} {safe(finding.message)}{evidence}",
            f"{blank}{words}",
            f"{blank}{paint(caret, *style)}",
        ]
    )


def _room() -> int:
    """Columns beside a finding; fewer on a narrow terminal, so that the caret stays under it."""
    if not sys.stdout.isatty():
        return _AROUND
    columns = shutil.get_terminal_size((100, 40)).columns
    return max(8, min(_AROUND, (columns - _INDENT - 2) // 4))


def _evidence(spans: Iterable[tuple[int, int]], lines: Lines) -> str:
    at = list(dict.fromkeys("{}:{}".format(*lines.at(start)) for start, _ in spans))
    more = f" and {len(at) - _PLACES} more" if len(at) > _PLACES else ""
    return f" (see {', '.join(at[:_PLACES])}{more})" if at else ""


def rows(findings: Iterable[Finding], lines: Lines) -> Iterator[dict[str, Any]]:
    """Each finding for machines, with its line and column."""
    for finding in findings:
        line, column = lines.at(finding.start)
        yield {"line": line, "column": column, **asdict(finding)}


def github(name: str, finding: Finding, lines: Lines) -> str:
    """A workflow command of GitHub's runner: `::error file=,line=,col=,title=::message`."""
    line, column = lines.at(finding.start)
    last, behind = lines.at(finding.end)
    facts = f"file={_escaped(name)},line={line},col={column},endLine={last},endColumn={behind}"
    message = safe(finding.message + _evidence(finding.evidence, lines)).replace("%", "%25")
    return f"::{_GITHUB[finding.level]} {facts},title={_escaped(finding.check)}::{message}"


def _escaped(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value
