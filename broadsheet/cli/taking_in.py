"""`broadsheet take` without --dry-run: files kept as if they had come over a wire."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from broadsheet.cli.paper_option import open_paper, refuse
from broadsheet.cli.terminal import safe
from broadsheet.cli.wire_file import bytes_of

if TYPE_CHECKING:
    from broadsheet.wire.keeping.keep import Kept


def take_in(args: argparse.Namespace) -> int:
    """Keep each file; 1 when one went to quarantine, 2 when one could not be opened or kept."""
    config = open_paper(args)
    from broadsheet.paper.founding import only_paper

    paper = only_paper()
    if paper is None:
        refuse(f"no paper stands in {config.folder}. Found one: broadsheet init {config.folder}")
    codes = []
    for number, name in enumerate(args.files, 1):
        if sys.stderr.isatty() and len(args.files) > 1:
            print(f"\r{number} of {len(args.files)} files", end="", file=sys.stderr, flush=True)
        codes.append(_take(paper, name, as_json=args.json))
    if sys.stderr.isatty() and len(args.files) > 1:
        print(file=sys.stderr)
    return max(codes)


def _take(paper: Any, name: str, *, as_json: bool) -> int:
    from django.db import DatabaseError

    from broadsheet.wire.keeping.keep import keep

    try:
        kept = keep(bytes_of(name), paper, name=name.rpartition("/")[2])
    except OSError as error:
        return _refuse(name, (error.strerror or str(error)).lower())
    except DatabaseError as error:
        return _refuse(name, f"the database refused: {' '.join(str(error).split())}")
    if as_json:
        print(json.dumps(_facts(name, kept), ensure_ascii=False))
    else:
        print("\n".join(f"{safe(name)}: {safe(line)}" for line in _lines(kept)))
    return 1 if kept.problem else 0


def _refuse(name: str, why: str) -> int:
    print(f"broadsheet take: {name}: {why}.", file=sys.stderr)
    return 2


def _lines(kept: Kept) -> list[str]:
    if kept.problem:
        return [f"kept in quarantine: {kept.problem}"]
    lines = [
        f"kept: {take.headline or take.guid} ({take.status}; {take.reason})" for take in kept.takes
    ]
    if kept.known:
        lines.append(f"{kept.known} known already")
    return lines


def _facts(name: str, kept: Kept) -> dict[str, Any]:
    return {
        "file": name,
        "kept": [
            {"take": take.pk, "guid": take.guid, "thread": take.thread_id, "reason": take.reason}
            for take in kept.takes
        ],
        "known": kept.known,
        "quarantine": kept.problem or None,
    }
