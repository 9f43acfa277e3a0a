"""`broadsheet manage`: Django's own commands, with the paper's settings."""

from __future__ import annotations

import argparse
import sys

from broadsheet.cli.paper_option import add_paper_option, find_paper, set_up

HELP = """Run a Django management command on the paper; --paper comes before the command.

example:
  broadsheet manage --paper mypaper showmigrations"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    add_paper_option(parser)
    parser.add_argument(
        "words",
        nargs=argparse.REMAINDER,
        metavar="COMMAND ...",
        help="the command and its own options; `help` lists them",
    )


def run(args: argparse.Namespace) -> int:
    """Run it; 0 when it ran, 2 when it failed or there is no such command."""
    set_up(find_paper(args))
    from django.core.management import ManagementUtility
    from django.core.management.base import CommandError

    words = args.words[1:] if args.words[:1] == ["--"] else args.words
    try:
        ManagementUtility(["broadsheet manage", *(words or ["help"])]).execute()
    except CommandError as error:
        print(f"broadsheet manage: {error}", file=sys.stderr)
        return 2
    except SystemExit as stop:
        # Django ends with 1 where this program's 1 would mean that something was found.
        return 2 if stop.code else 0
    return 0
