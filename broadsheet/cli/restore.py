"""`broadsheet restore`: a paper brought back from a backup."""

from __future__ import annotations

import argparse
from pathlib import Path

from broadsheet.cli.paper_option import os_words, refuse

HELP = """Bring a paper back from a backup. Every checksum is verified before anything is changed.

Stop the paper first if it is being served from the same folder.

example:
  broadsheet restore clarion.tar.gz clarion-again"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("file", metavar="FILE", help="a file that `broadsheet backup` wrote")
    parser.add_argument("folder", metavar="DIR", help="the folder of the paper")
    parser.add_argument(
        "--force",
        action="store_true",
        help="even if DIR holds a paper; that is kept as DIR.before-restore-TIME",
    )


def run(args: argparse.Namespace) -> int:
    """Restore it; 0 when the paper stands, 2 when nothing was changed."""
    from broadsheet.config import ConfigError
    from broadsheet.serve.restore import restore

    folder = Path(args.folder).expanduser().resolve()
    try:
        done = restore(Path(args.file).expanduser(), folder, force=args.force)
    except ConfigError as error:
        refuse(str(error))
    except OSError as error:
        refuse(os_words(error))
    print(f"{args.folder}: {done.files} files, from {done.made} (Broadsheet {done.version})")
    if done.before:
        print(f"What stood there before: {done.before}")
    print(f"Serve it: broadsheet serve {args.folder}")
    return 0
