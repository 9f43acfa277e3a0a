"""`broadsheet check`: the copy desk's findings, printed as a compiler prints its own. It needs no
paper."""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from broadsheet.cli.copy_in import CopyIn, NoCopyError, day, say_in_utf8, take_in
from broadsheet.cli.terminal import Paint, safe, width

if TYPE_CHECKING:
    from broadsheet.copydesk import Finding, Reading

HELP = """Print what a sub-editor would mark in a piece of copy. Of an agency's copy only what must
be fixed is said, since nobody can ring the agency; --all says the rest.
Exit codes: 0 nothing to fix, 1 something to fix, 2 misuse or failure.

examples:
  broadsheet check copy.txt --published 2026-03-06
  broadsheet check stories/*.txt --github"""

_BREAK = re.compile(r"\r\n|\n|\r")
_LEVEL_STYLES = {"fix": ("red", "bold"), "query": ("yellow", "bold"), "style": ("blue", "bold")}
_GITHUB = {"fix": "error", "query": "warning", "style": "notice"}
#: Columns of the copy that are shown to the left and the right of a finding.
_AROUND = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "files", nargs="*", default=["-"], metavar="FILE", help="files of copy; - is stdin"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="one JSON object a file")
    how.add_argument("--github", action="store_true", help="as remarks of a GitHub action")
    parser.add_argument("--all", action="store_true", help="every finding, whatever its level")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the day of publication, YYYY-MM-DD"
    )


def run(args: argparse.Namespace) -> int:
    """Check each file; 1 when any of them needs a fix, 2 when one could not be read."""
    say_in_utf8()
    code = 0
    for name in args.files:
        try:
            copy = take_in(name)
        except NoCopyError as error:
            print(f"broadsheet check: {error}", file=sys.stderr)
            code = 2
            continue
        code = max(code, _check(copy, args))
    return code


def _check(copy: CopyIn, args: argparse.Namespace) -> int:
    from broadsheet import copydesk

    if copy.remark:
        print(f"broadsheet check: {copy.name}: {copy.remark}.", file=sys.stderr)
    reading = copydesk.read(copy.text, published=args.published)
    said = list(reading.findings) if args.all else list(spoken(reading))
    places = Lines(copy.text)
    if args.json:
        print(json.dumps({"file": copy.name, "findings": list(_rows(said, places))},
                         ensure_ascii=False))  # fmt: skip
    else:
        paint = Paint.for_stdout()
        for finding in said:
            print(_github(copy.name, finding, places) if args.github
                  else _printed(copy.name, finding, places, paint))  # fmt: skip
    held = len(reading.findings) - len(said)
    if held and not args.json:
        words = "1 remark is" if held == 1 else f"{held} remarks are"
        print(f"{copy.name}: {words} held back, as this is the copy of {reading.agency}; "
              "--all shows them.", file=sys.stderr)  # fmt: skip
    return int(any(finding.level == "fix" for finding in said))


def spoken(reading: Reading) -> Iterator[Finding]:
    """The findings that are worth a person's time: of an agency's copy what must be fixed."""
    for finding in reading.findings:
        if finding.level == "fix" or not reading.agency:
            yield finding


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

    def around(self, start: int, end: int) -> tuple[str, str]:
        """The line that holds `start`, cut to what stands near it, and a caret line under it."""
        index = bisect_right(self.starts, start) - 1
        first, last = self.starts[index], self.ends[index]
        end = max(start, min(end, last, start + 2 * _AROUND))
        left, right = max(first, start - _AROUND), min(last, end + _AROUND)
        head = ("…" if left > first else "") + safe(self.text[left:start])
        found, tail = safe(self.text[start:end]), safe(self.text[end:right])
        carets = "^" * max(1, width(found))
        return head + found + tail + ("…" if right < last else ""), " " * width(head) + carets


def _printed(name: str, finding: Finding, places: Lines, paint: Paint) -> str:
    line, column = places.at(finding.start)
    words, caret = places.around(finding.start, finding.end)
    style = _LEVEL_STYLES[finding.level]
    evidence = _evidence(finding.evidence, places)
    head = paint(f"{name}:{line}:{column}", "bold") + " " + paint(finding.level, *style)
    return "\n".join(
        [
            f"{head} {finding.check} {safe(finding.message)}{evidence}",
            f"    {words}",
            f"    {paint(caret, *style)}",
        ]
    )


def _evidence(spans: Iterable[tuple[int, int]], places: Lines) -> str:
    at = list(dict.fromkeys("{}:{}".format(*places.at(start)) for start, _ in spans))
    return f" (see {', '.join(at[:5])})" if at else ""


def _rows(findings: list[Finding], places: Lines) -> Iterator[dict[str, Any]]:
    for finding in findings:
        line, column = places.at(finding.start)
        yield {"line": line, "column": column, **asdict(finding)}


def _github(name: str, finding: Finding, places: Lines) -> str:
    """A workflow command of GitHub's runner: `::error file=,line=,col=,title=::message`."""
    line, column = places.at(finding.start)
    facts = f"file={_escaped(name)},line={line},col={column},title={_escaped(finding.check)}"
    message = safe(finding.message).replace("%", "%25")
    return f"::{_GITHUB[finding.level]} {facts}::{message}"


def _escaped(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value
