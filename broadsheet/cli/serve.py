"""`broadsheet serve`: the whole paper, one command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = """Run the paper: readers' pages, newsroom, worker and scheduler. Ctrl-C stops all of it.

A folder that does not exist yet is made, and filled with demonstration stories unless --no-demo
says otherwise.

example:
  broadsheet serve mypaper --port 8080"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("folder", nargs="?", metavar="DIR", help="the paper's folder")
    parser.add_argument("--paper", metavar="DIR", help="the same, as for other commands")
    parser.add_argument("--host", help="the address to listen on (setting: host)")
    parser.add_argument("--port", type=_port, help="the port to listen on (setting: port)")
    parser.add_argument(
        "--demo",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="fill an empty paper with demonstration stories (default: only a new folder)",
    )
    parser.add_argument(
        "--lan",
        action="store_true",
        help="let phones on the same network in; the sign-in link then crosses plain HTTP",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port: 1 to 65535.")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve; 0 when stopped, 2 when the paper could not be served."""
    from broadsheet import config
    from broadsheet.serve import supervisor
    from broadsheet.serve.ports import PortError

    folder = config.find_folder(args.folder or args.paper)
    new = not (folder / config.FILE_NAME).is_file()
    try:
        plan = supervisor.plan(
            folder,
            host=args.host,
            port=args.port,
            demo=new if args.demo is None else args.demo,
            lan=args.lan,
        )
        if new:
            _make(folder)
    except (config.ConfigError, PortError, OSError) as error:
        print(f"broadsheet serve: {error}", file=sys.stderr)
        return 2
    return supervisor.run(plan)


def _make(folder: Path) -> None:
    from broadsheet.serve.folder import make_folder

    make_folder(folder)
    print(f"Made a new paper in {folder}", file=sys.stderr)
