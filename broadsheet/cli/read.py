"""`broadsheet read`: what the copy desk reads in a piece of copy. It needs no paper."""

from __future__ import annotations

import argparse
import json
import shutil
import sys

from broadsheet.cli.batch import answer_batch
from broadsheet.cli.copy_in import NoCopyError, take_in
from broadsheet.cli.desk import Desk, add_desk_options, desk_for
from broadsheet.cli.terminal import say_in_utf8

HELP = """Show what the copy desk reads in a piece of copy: parts, quotations with their speakers
and the outlets between, people, sources, dates, findings.

examples:
  broadsheet read copy.txt --published 2026-03-06
  pbpaste | broadsheet read --json
  broadsheet read --batch < takes.jsonl      lines of {"id", "text", "pubdate"}"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "files", nargs="*", default=["-"], metavar="FILE", help="files of copy; - is stdin"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--json", action="store_true", help="one JSON object a file, for machines: everything"
    )
    how.add_argument(
        "--batch",
        action="store_true",
        help='JSON lines {"id", "text", "pubdate"} in, one object a line out, in order',
    )
    add_desk_options(parser)


def run(args: argparse.Namespace) -> int:
    """Read each file, or each batch; 0 done, 2 when one could not be read."""
    say_in_utf8()
    try:
        desk = desk_for(args)
    except NoCopyError as error:
        return _refused(error)
    code = 0
    for name in args.files:
        try:
            code = max(code, _batch(name, desk) if args.batch else _one(name, desk, args))
        except NoCopyError as error:
            code = _refused(error)
    return code


def _refused(error: NoCopyError) -> int:
    print(f"broadsheet read: {error}", file=sys.stderr)
    return 2


def _batch(name: str, desk: Desk) -> int:
    bad = answer_batch(name, lambda text, published: desk.read(text, published).to_json())
    if bad:
        print(f"broadsheet read: lines that could not be read: {bad}.", file=sys.stderr)
    return 2 if bad else 0


def _one(name: str, desk: Desk, args: argparse.Namespace) -> int:
    copy = take_in(name)
    if copy.remark:
        print(f"broadsheet read: {copy.name}: {copy.remark}.", file=sys.stderr)
    reading = desk.read(copy.text)
    several = len(args.files) > 1
    if args.json:
        found = reading.to_json()
        if several:
            print(json.dumps({"file": copy.name, **found}, ensure_ascii=False))
        else:
            print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    from broadsheet.cli.reading_shown import shown
    from broadsheet.cli.terminal import Paint

    columns = shutil.get_terminal_size((100, 40)).columns
    paint = Paint.for_stdout()
    if several:
        print(paint(copy.name, "bold") + "\n")
    for line in shown(reading, paint, columns):
        print(line)
    return 0
