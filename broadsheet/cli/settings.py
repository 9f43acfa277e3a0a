"""`broadsheet settings`: what is in force, and where each value came from. Django is not loaded."""

from __future__ import annotations

import argparse
import json
import re

from broadsheet import config
from broadsheet.cli.paper_option import add_paper_option, find_paper

HELP = """Print every setting, its value and where it came from; secrets are masked.

example:
  broadsheet settings --paper mypaper --json"""

MASK = "••••••"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("--json", action="store_true", help="for machines")
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Print them; 0 then, 2 when one is wrong or there is no paper."""
    found = find_paper(args)
    rows = [
        {"key": s.key, "value": shown(s, found), "origin": found.origins[s.key]}
        for s in config.table()
    ]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    widths = [max(len(_text(row[column])) for row in rows) for column in ("key", "value")]
    for row in rows:
        key, value = _text(row["key"]), _text(row["value"])
        print(f"{key:<{widths[0]}}  {value:<{widths[1]}}  {row['origin']}")
    return 0


def shown(setting: config.Setting, found: config.Config) -> config.Value:
    """A setting's value as it may be printed: a secret without what is secret in it."""
    value: config.Value = getattr(found, setting.key)
    if not setting.secret or not isinstance(value, str) or not value:
        return value
    if "://" not in value:
        return MASK
    # Of an address only the password is secret; the host helps whoever looks for a fault. Up to
    # the last @, since a password may hold anything.
    masked = re.sub(r"(?<=://)([^:@]*:).*@", rf"\1{MASK}@", value)
    return re.sub(r"(?<=password=)[^&]*", MASK, masked)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(value) or "-"
    return str(value) if value != "" else "-"
