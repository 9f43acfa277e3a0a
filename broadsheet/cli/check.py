"""`broadsheet check`: the copy desk's findings, printed as a compiler prints its own. It needs no
paper."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from broadsheet.cli.batch import answer_batch
from broadsheet.cli.copy_in import CopyIn, NoCopyError, take_in
from broadsheet.cli.desk import Desk, add_desk_options, desk_for
from broadsheet.cli.dismissing import Dismissed, dismiss
from broadsheet.cli.findings_shown import Lines, github, printed, rows
from broadsheet.cli.terminal import Paint, say_in_utf8

if TYPE_CHECKING:
    from broadsheet.copydesk import Finding, Reading, Style

HELP = """Print what a sub-editor would mark in a piece of copy. Of an agency's copy only what must
be fixed is said, since nobody can ring the agency; --all says the rest.
Exit codes: 0 nothing to fix, 1 something to fix, 2 misuse or failure.

examples:
  broadsheet check copy.txt --published 2026-03-06
  broadsheet check copy.txt --style uk --fix
  broadsheet check --dismiss anonymous-source copy.txt:7
  broadsheet check stories/*.txt --sarif > findings.sarif"""


@dataclass(frozen=True, slots=True)
class Checked:
    """One copy with what is said of it, what was dismissed, and how much is held back."""

    copy: CopyIn
    reading: Reading
    style: Style | None
    said: list[Finding]
    dismissed: list[Finding] = field(default_factory=list)
    held: int = 0

    @property
    def code(self) -> int:
        """1 where something is to be fixed."""
        return int(any(finding.level == "fix" for finding in self.said))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="files of copy; - is stdin (also when none is named)",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="one JSON object a file")
    how.add_argument(
        "--batch",
        action="store_true",
        help='JSON lines {"id", "text", "pubdate"} in, one object a line out, in order',
    )
    how.add_argument("--github", action="store_true", help="as remarks of a GitHub action")
    how.add_argument("--sarif", action="store_true", help="all files in one SARIF 2.1.0 document")
    how.add_argument(
        "--fix",
        action="store_true",
        help="make the mends that are certain, never in names or quoted words; the differences are "
        "shown first, and without --yes you are asked",
    )
    parser.add_argument("--yes", action="store_true", help="with --fix: write without asking")
    parser.add_argument("--all", action="store_true", help="every finding, whatever its level")
    parser.add_argument(
        "--dismiss",
        nargs=2,
        action="append",
        default=[],
        metavar=("RULE", "FILE:LINE"),
        help="say no more of what this rule finds in that line's sentence; may be given several "
        "times",
    )
    parser.add_argument(
        "--examples",
        action="store_true",
        help="check no copy: run the examples of the style that --style names, and say what fails",
    )
    add_desk_options(parser)


def run(args: argparse.Namespace) -> int:
    """Check each file; 1 when any of them needs a fix, 2 when one could not be read."""
    say_in_utf8()
    try:
        desk = desk_for(args)
        for rule, place in args.dismiss:
            dismiss(desk, rule, place, date.today())  # noqa: DTZ011 - the day on the user's wall
    except NoCopyError as error:
        return _refused(error)
    if args.examples:
        return _examples(desk)
    if args.dismiss and not args.files:
        return 0
    checked: list[Checked] = []
    code = 0
    for name in args.files or ["-"]:
        try:
            code = max(code, _file(name, desk, args, checked))
        except NoCopyError as error:
            code = _refused(error)
    if args.sarif:
        from broadsheet.cli.sarif import document

        print(json.dumps(document(checked), ensure_ascii=False, indent=1))
    return code


def _refused(error: NoCopyError) -> int:
    print(f"broadsheet check: {error}", file=sys.stderr)
    return 2


def _examples(desk: Desk) -> int:
    from broadsheet.copydesk.style.examples import failures

    style = desk.style_for("")
    wrong = list(failures(style)) if style else []
    for words in wrong:
        print(words)
    if style and not wrong:
        print(f"{style.name}: the examples of {len(style.rules)} rules hold.")
    return int(bool(wrong))


def _file(name: str, desk: Desk, args: argparse.Namespace, checked: list[Checked]) -> int:
    if args.batch:
        return _batch(name, desk, args)
    if args.fix:
        return _fix(name, desk, args)
    one = _check(take_in(name), desk, args)
    checked.append(one)
    if args.json:
        print(json.dumps({"file": one.copy.name, **_answer(one)}, ensure_ascii=False))
    elif args.github:
        for finding in one.said:
            print(github(one.copy.name, finding, Lines(one.copy.text)))
    if not args.json and not args.sarif:
        _print(one, remarks_only=args.github)
    return one.code


def _fix(name: str, desk: Desk, args: argparse.Namespace) -> int:
    from broadsheet.cli.fixing import fix

    copy = fix(name, desk, yes=args.yes)
    if copy is None:
        # Standard input was answered whole; what somebody declined is left to be fixed.
        return int(not (name == "-" and args.yes))
    left = _check(copy, desk, args)
    _print(left)
    return left.code


def _check(copy: CopyIn, desk: Desk, args: argparse.Namespace, day: date | None = None) -> Checked:
    from broadsheet.copydesk.style import spoken

    if copy.remark:
        print(f"broadsheet check: {copy.name}: {copy.remark}.", file=sys.stderr)
    reading = desk.read(copy.text, day)
    open_, dismissed = Dismissed.for_copy(desk, copy).parted(copy.text, reading.findings)
    style = desk.style_for(copy.text)
    heard = set(spoken(reading, style))
    said = open_ if args.all else [finding for finding in open_ if finding in heard]
    return Checked(copy, reading, style, said, dismissed, len(open_) - len(said))


def _print(one: Checked, *, remarks_only: bool = False) -> None:
    """The findings, and on stderr what was not said and by which style was gone."""
    paint, lines = Paint.for_stdout(), Lines(one.copy.text)
    for finding in () if remarks_only else one.said:
        print(printed(one.copy.name, finding, lines, paint))
    for words in _remarks(one):
        print(f"{one.copy.name}: {words}", file=sys.stderr)


def _remarks(one: Checked) -> list[str]:
    found = []
    if one.held:
        words = "1 remark is" if one.held == 1 else f"{one.held} remarks are"
        why = f"as this is the copy of {one.reading.agency}" if one.reading.agency else "as the style says"  # fmt: skip
        found.append(f"{words} held back, {why}; --all shows them.")
    if one.dismissed:
        words = "1 dismissed finding is" if len(one.dismissed) == 1 else f"{len(one.dismissed)} dismissed findings are"  # fmt: skip
        found.append(f"{words} not shown.")
    if any(finding.rule.endswith(f".{finding.check}") for finding in one.said):
        found.append(f"house style: {one.reading.style} (--style NAME for another, none for none).")
    return found


def _answer(one: Checked) -> dict[str, Any]:
    return {
        "style": one.reading.style,
        "findings": list(rows(one.said, Lines(one.copy.text))),
        "held_back": one.held,
        "dismissed": len(one.dismissed),
    }


def _batch(name: str, desk: Desk, args: argparse.Namespace) -> int:
    codes = [0]

    def answer(text: str, published: date | None) -> dict[str, Any]:
        one = _check(CopyIn("-", text), desk, args, published)
        codes.append(one.code)
        return _answer(one)

    bad = answer_batch(name, answer)
    if bad:
        print(f"broadsheet check: lines that could not be read: {bad}.", file=sys.stderr)
    return 2 if bad else max(codes)
