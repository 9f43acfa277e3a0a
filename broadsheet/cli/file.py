"""`broadsheet file`: copy from the shell into the paper, as the newsroom's box does it."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cli.paper_option import add_paper_option, open_paper

if TYPE_CHECKING:
    from wagtail.models import Site

    from broadsheet.paper.filing import Filed

HELP = """Read copy and file it as a story under the sections that it names.

example:
  broadsheet file copy.txt --published 2026-03-06 --publish --make-section"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of copy; - is stdin")
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help="the day of publication, YYYY-MM-DD"
    )
    parser.add_argument("--publish", action="store_true", help="put it on the paper at once")
    parser.add_argument(
        "--section", default="", metavar="NAME", help="the home section, whatever the copy says"
    )
    parser.add_argument(
        "--make-section", action="store_true", help="open sections that the paper has not"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    add_paper_option(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a date: write it as 2026-03-06."
        ) from None


def run(args: argparse.Namespace) -> int:
    """File each file; 0 when all are filed, 2 when one could not be."""
    config = open_paper(args)
    from broadsheet.paper.founding import only_paper

    paper = only_paper()
    if paper is None:
        print(
            f"broadsheet file: no paper stands in {config.folder}. "
            f"Found one: broadsheet init {config.folder}",
            file=sys.stderr,
        )
        return 2
    most = config.copy_most_megabytes * 1_000_000
    done = [_file(paper, name, args, most) for name in args.files]
    return 0 if all(done) else 2


def _file(paper: Site, name: str, args: argparse.Namespace, most: int) -> bool:
    from django.core.exceptions import ValidationError
    from django.db import DatabaseError

    from broadsheet.copydesk.source_text import CopyError
    from broadsheet.paper.filing import FilingError

    try:
        text, remark = _read(name, most)
        filed = _file_text(paper, text, name, args)
    except OSError as error:
        return _refuse(name, _why(error))
    except DatabaseError as error:
        return _refuse(name, _database_words(error))
    except ValidationError as error:
        return _refuse(name, " ".join(error.messages))
    except (CopyError, FilingError) as error:
        return _refuse(name, str(error))
    _say(name, filed, remark, as_json=args.json)
    return True


def _file_text(paper: Site, text: str, name: str, args: argparse.Namespace) -> Filed:
    from broadsheet.paper.filing import file_copy

    return file_copy(
        paper,
        text,
        name=Path(name).name,
        published=args.published,
        section=args.section,
        make_sections=args.make_section,
        publish=args.publish,
    )


def _read(name: str, most: int) -> tuple[str, str]:
    from broadsheet.copydesk.source_text import decode, from_html, looks_like_html

    data = sys.stdin.buffer.read(most + 1) if name == "-" else _bytes(Path(name), most)
    decoded = decode(data, most=most)
    remark = f"read as {decoded.encoding}" if decoded.guessed else ""
    text = from_html(decoded.text) if looks_like_html(decoded.text) else decoded.text
    return text, remark


def _bytes(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _why(error: OSError) -> str:
    return f"{error.strerror or error}. Nothing was filed."


def _database_words(error: Exception) -> str:
    words = str(error)
    if "locked" in words:
        return "the database is busy (locked by another writer). Nothing was filed; try again."
    if "full" in words:
        return "the disk is full. Nothing was filed; make room and try again."
    return f"the database refused: {words}. Nothing was filed; `broadsheet doctor` may say why."


def _refuse(name: str, words: str) -> bool:
    print(f"broadsheet file: {name}: {words}", file=sys.stderr)
    return False


def _say(name: str, filed: Filed, remark: str, *, as_json: bool) -> None:
    story = filed.story
    if as_json:
        facts = {
            "file": name,
            "story": story.pk,
            "headline": story.headline,
            "address": story.address or None,
            "created": filed.created,
            "live": story.live,
            "questions": list(filed.questions),
        }
        print(json.dumps(facts, ensure_ascii=False))
        return
    state = "live" if story.live else "a draft"
    verb = "filed" if filed.created else "found again, nothing doubled"
    where = f" at {story.address}" if story.live else ""
    print(f"{name}: {verb}: “{story.headline}” is {state}{where}")
    for line in ([remark] if remark else []) + list(filed.questions):
        print(f"  {line}")
