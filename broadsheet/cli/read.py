"""`broadsheet read`: what the copy desk reads in a piece of copy. It needs no paper."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from broadsheet.cli.copy_in import NoCopyError, day, say_in_utf8, take_in

HELP = """Show what the copy desk reads in a piece of copy: parts, quotations with their speakers
and the outlets between, people, sources, dates, findings.

examples:
  broadsheet read copy.txt --published 2026-03-06
  pbpaste | broadsheet read --json
  broadsheet read --batch < takes.jsonl      lines of {"id", "text", "pubdate"}"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="a file of copy; - is stdin"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object, for machines")
    parser.add_argument(
        "--batch",
        action="store_true",
        help='JSON lines {"id", "text", "pubdate"} in, one object a line out, in order',
    )
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the day of publication, YYYY-MM-DD"
    )


def run(args: argparse.Namespace) -> int:
    """Read one copy, or a batch; 0 done, 2 when there was nothing to read."""
    say_in_utf8()
    try:
        return _batch(args.file) if args.batch else _one(args)
    except NoCopyError as error:
        print(f"broadsheet read: {error}", file=sys.stderr)
        return 2


def _one(args: argparse.Namespace) -> int:
    from broadsheet import copydesk

    copy = take_in(args.file)
    if copy.remark:
        print(f"broadsheet read: {copy.name}: {copy.remark}.", file=sys.stderr)
    reading = copydesk.read(copy.text, published=args.published)
    if args.json:
        print(json.dumps(reading.to_json(), ensure_ascii=False, indent=1))
        return 0
    from broadsheet.cli.reading_shown import shown
    from broadsheet.cli.terminal import Paint

    columns = shutil.get_terminal_size((100, 40)).columns
    for line in shown(reading, Paint.for_stdout(), columns):
        print(line)
    return 0


def _batch(name: str) -> int:
    if name == "-":
        return _answer(sys.stdin.buffer)
    try:
        with open(name, "rb") as lines:
            return _answer(lines)
    except OSError as error:
        raise NoCopyError(f"{name}: {(error.strerror or str(error)).lower()}.") from None


def _answer(lines: Iterable[bytes]) -> int:
    bad = 0
    for line in lines:
        if line.strip():
            found = _line(line)
            bad += "error" in found
            # Whoever feeds the lines one by one waits for each answer.
            print(json.dumps(found, ensure_ascii=False), flush=True)
    if bad:
        print(f"broadsheet read: lines that could not be read: {bad}.", file=sys.stderr)
    return 2 if bad else 0


def _line(line: bytes) -> dict[str, Any]:
    """The answer to one line; a line that is no copy is answered by what is wrong with it."""
    from broadsheet import copydesk

    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"this line is not JSON: {error}"}
    if not isinstance(item, dict):
        return {"id": None, "error": 'this line is not an object {"id", "text", "pubdate"}'}
    name, text = item.get("id"), item.get("text")
    if not isinstance(text, str):
        return {"id": name, "error": '"text" is missing or is not a string'}
    try:
        published = _published(item.get("pubdate"))
    except ValueError:
        return {"id": name, "error": f'"pubdate" is not a date: {item["pubdate"]!r}'}
    return {"id": name, **copydesk.read(text, published=published).to_json()}


def _published(value: object) -> date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(value)
    return date.fromisoformat(value[:10])
