"""`broadsheet take`: wire files in, as if they had come over a wire. What is in a file can be seen
without a paper; such a look loads no Django."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from broadsheet.cli.paper_option import add_paper_option
from broadsheet.cli.terminal import Paint, safe, say_in_utf8
from broadsheet.cli.wire_file import bytes_of

HELP = """Show what is in wire files: NewsML, NITF, ninjs, IPTC 7901, ANPA, feeds, mail, pages, text.
The format is found in the file, never in its name. Without --dry-run they are kept whole, and their
takes join their threads, as if they had come over a wire; what cannot be read goes to quarantine.

examples:
  broadsheet take story.xml --paper mypaper
  broadsheet take --dry-run story.xml
  broadsheet take --dry-run --json *.xml      # one object a line, one line an item"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="wire files; - is stdin")
    parser.add_argument(
        "--dry-run", action="store_true", help="only show what is in them; nothing is kept"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object an item, one item a line"
    )
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Show each file's items, or keep them; 2 when a file could not be opened."""
    say_in_utf8()
    if not args.dry_run:
        from broadsheet.cli.taking_in import take_in

        return take_in(args)
    code = 0
    for name in args.files:
        try:
            data = bytes_of(name)
        except OSError as error:
            print(f"broadsheet take: {name}: {(error.strerror or str(error)).lower()}.",
                  file=sys.stderr)  # fmt: skip
            code = 2
            continue
        _show(name, data, as_json=args.json)
    return code


def _show(name: str, data: bytes, *, as_json: bool) -> None:
    from broadsheet.wire import formats

    paint = Paint.for_stdout()
    for item in formats.items(data, name=name):
        said = item.to_json() | {"file": name}
        if as_json:
            print(json.dumps({"file": name} | said, ensure_ascii=False))
        else:
            print("\n".join(shown(said, paint)))


#: What a person is shown of an item, in this order, where it is there.
_ROWS = (
    "guid", "version", "agency", "slugline", "byline", "dateline", "credit", "language",
    "urgency", "embargo", "published", "versioned", "replaces", "signals", "keywords",
)  # fmt: skip


def shown(said: dict[str, Any], paint: Paint) -> Iterator[str]:
    """The lines that show one item to a person."""
    kind = " ".join(str(said[key] or "?") for key in ("format", "kind", "status"))
    yield f"{paint(safe(said['file']), 'bold')}  {kind}"
    yield f"  {paint(safe(said['headline'] or '(no headline)'), 'bold')}"
    for key in _ROWS:
        value = said.get(key)
        if value not in (None, "", []):
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"  {key:<10} {safe(words)}"
    counts = (("paragraphs", "paragraph"), ("media", "file"), ("links", "link"))
    held = [f"{n} {word}{'s' * (n != 1)}" for key, word in counts if (n := len(said[key]))]
    if held:
        yield f"  {'holds':<10} {', '.join(held)}"
    for problem in said["problems"]:
        yield f"  {paint('problem', 'yellow')}    {safe(problem)}"
