"""`broadsheet init`: a new paper's folder, with a paper in it that copy can be filed into."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path
from zoneinfo import available_timezones

from broadsheet.cli import paper_option

HELP = """Make a new paper: its folder, its settings at their defaults, and an empty paper in it.

example:
  broadsheet init clarion --name "The Selby Clarion" --time-zone Europe/London --section World"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("folder", metavar="DIR", help="the folder to make; it may exist if empty")
    parser.add_argument("--name", help="what the paper is called (default: after the folder)")
    parser.add_argument("--motto", default="", help="the line under the name")
    parser.add_argument(
        "--time-zone", default="UTC", type=_zone, metavar="ZONE", help="such as Asia/Kolkata"
    )
    parser.add_argument("--language", default="en", metavar="TAG", help="such as en-GB, ur, bn")
    parser.add_argument(
        "--section",
        dest="sections",
        action="append",
        default=[],
        metavar="NAME",
        help="a first section; may be given again",
    )


def _zone(name: str) -> str:
    known = {zone.casefold(): zone for zone in available_timezones()}
    asked = name.strip().replace(" ", "_").casefold()
    if asked in known:
        return known[asked]
    # By city alone too: people type Calcutta or Kolkatta, not the continent.
    cities = {zone.rpartition("/")[2]: zone for zone in known}
    near = difflib.get_close_matches(asked, known, n=1, cutoff=0.6) or [
        cities[city] for city in difflib.get_close_matches(asked, cities, n=1, cutoff=0.6)
    ]
    hint = f"The nearest is {known[near[0]]}." if near else "Write it like Asia/Kolkata."
    raise argparse.ArgumentTypeError(f"'{name}' is not a time zone. {hint}")


def run(args: argparse.Namespace) -> int:
    """Make the paper; 0 when it stands, 2 when it could not be made."""
    from broadsheet import config
    from broadsheet.serve.folder import make_folder

    folder = Path(args.folder).expanduser().resolve()
    name = args.name or name_after(folder)
    wrong = _wrong(name, args)
    if wrong:
        paper_option.refuse(wrong)
    try:
        make_folder(folder)
        found = config.load(folder)
    except (config.ConfigError, OSError) as error:
        print(f"broadsheet init: {error}", file=sys.stderr)
        return 2
    paper_option.set_up(found)
    paper_option.make_ready(
        name,
        motto=args.motto,
        language=args.language,
        time_zone=args.time_zone,
        sections=args.sections,
    )
    _say_what_next(name, args.folder)
    return 0


def name_after(folder: Path) -> str:
    """The paper's name when none was given: the folder's, as a title."""
    return folder.name.replace("-", " ").replace("_", " ").strip().title() or "The Broadsheet"


def _wrong(name: str, args: argparse.Namespace) -> str:
    # Before anything is made: what the tables would refuse later would leave half a paper.
    if len(name) > 120:
        return "the paper's name may have 120 characters."
    if len(args.motto) > 160:
        return "the motto may have 160 characters."
    if len(args.language) > 20 or not args.language.replace("-", "").isalnum():
        return f"'{args.language}' is not a language tag. Write it like en-GB, ur or bn."
    bad = [section for section in args.sections if not 0 < len(section.strip()) <= 80]
    return f"'{bad[0][:40]}' cannot be a section's name: 1 to 80 characters." if bad else ""


def _say_what_next(name: str, folder: str) -> None:
    print(f"“{name}” stands in {folder}. What next:")
    print(f"  broadsheet serve {folder}                  the paper and its newsroom")
    print(f"  broadsheet file copy.txt --paper {folder}  turn copy into a story")
    print(f"  {folder}/broadsheet.toml                   its settings, each explained")
