"""`broadsheet backup`: the whole paper in one file, while it is served."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from broadsheet.cli.paper_option import add_paper_option, find_paper, os_words, refuse

HELP = """Write the whole paper into one file: database, pictures, secret, settings, templates.

It may be made while the paper is served. The file holds the secret: keep it as you keep a key.

example:
  broadsheet backup clarion.tar.gz --paper clarion"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="the new file, or a folder for it (default: here, named after the paper and the time)",
    )
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Write it; 0 when it is whole, 2 when none was made."""
    found = find_paper(args)
    from broadsheet.serve.backup import BackupError, free_name, write_backup
    from broadsheet.serve.database import DatabaseError

    to = Path(args.file).expanduser() if args.file else Path()
    if to.is_dir():
        to = free_name(to, found.folder.name)
    try:
        write_backup(found, to.resolve(), progress=_show if sys.stderr.isatty() else None)
    except (BackupError, DatabaseError) as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"no backup was made: {os_words(error)}")
    print(f"{to}: {to.stat().st_size:,} bytes")
    return 0


def _show(done: int, total: int) -> None:
    """A line that counts up, on a terminal."""
    end = "\n" if done >= total else ""
    print(f"\r{100 * done // max(total, 1):3d} %", end=end, file=sys.stderr, flush=True)
