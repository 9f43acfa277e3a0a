"""How many items a second are read from feeds, beside feedparser and fastfeedparser in one run.

    python benchmarks/wire.py FOLDER [--rounds 5] [--rivals DIR]

FOLDER holds feeds as they were served (`*.xml`, `*.rss`, `*.atom`). Each reader runs in a process
and an environment of its own, on one core, over the same bytes held in memory; the fastest round
of three turns counts, after one to warm up. `parse` is bytes to what the feed says, as the rivals do it;
`items` is everything that the paper needs besides: paragraphs, links and media out of the markup,
dates in UTC, signals.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: Pinned, so that a figure can be had again.
RIVALS = {"fastfeedparser": "fastfeedparser==0.6.5", "feedparser": "feedparser==6.0.14"}
TURNS = 3
ENDINGS = {".xml", ".rss", ".atom"}

#: What runs in each environment; READER is put in before it.
MEASURE = """
import gc, json, sys, time
from pathlib import Path
names, rounds = json.loads(sys.argv[1]), int(sys.argv[2])
feeds = [Path(name).read_bytes() for name in names]
best, items, failed = float("inf"), 0, []
for turn in range(rounds + 1):
    items, failed = 0, []
    gc.collect()
    start = time.process_time()
    for name, data in zip(names, feeds):
        try:
            items += read(data)
        except Exception as error:
            failed.append(f"{name}: {error}")
    if turn:
        best = min(best, time.process_time() - start)
print(json.dumps({"items": items, "seconds": best, "failed": failed}))
"""
READERS = {
    "broadsheet parse": """
from broadsheet.wire.formats.detect import format_of
from broadsheet.wire.formats.atom.parse import parse as atom
from broadsheet.wire.formats.rss.parse import parse as rss
def read(data):
    return len(atom(data).entries) if format_of(data) == "atom" else len(rss(data).items)
""",
    "broadsheet items": """
from broadsheet.wire import formats
def read(data):
    return len(formats.items(data))
""",
    "fastfeedparser": """
import fastfeedparser
def read(data):
    return len(fastfeedparser.parse(data)["entries"])
""",
    "feedparser": """
import feedparser
def read(data):
    return len(feedparser.parse(data)["entries"])
""",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One reader's run: items found, seconds of processor time, files that it gave up."""

    reader: str
    items: int
    seconds: float
    failed: list[str]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure every reader and print a table; 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="feeds as they were served")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rivals", type=Path, help="keep the rivals' environments here")
    args = parser.parse_args(argv)
    feeds = sorted(str(f.resolve()) for f in args.folder.iterdir() if f.suffix in ENDINGS)
    if not feeds:
        print(f"{args.folder}: no feeds ({', '.join(sorted(ENDINGS))}) in it.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        place = args.rivals or Path(scratch)
        pythons = {name: python_for(name, place) for name in READERS}
        # In turns, so that a minute in which the machine was busy is nobody's disadvantage.
        turns = [
            [measure(name, pythons[name], feeds, args.rounds) for name in READERS]
            for _ in range(TURNS)
        ]
    rows = [min(same, key=lambda row: row.seconds) for same in zip(*turns, strict=True)]
    size = sum(Path(name).stat().st_size for name in feeds)
    print(
        f"{len(feeds)} feeds, {size / 1e6:.1f} MB, best of {TURNS} × {args.rounds} rounds, one core"
    )
    report(rows)
    return 0


def python_for(name: str, place: Path) -> Path:
    """The interpreter for a reader: this one for ours, one of its own for each rival."""
    if name not in RIVALS:
        return Path(sys.executable)
    folder = place / name
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", RIVALS[name]], check=True)
    return python


def measure(name: str, python: Path, feeds: list[str], rounds: int) -> Measured:
    """Run one reader in its own process."""
    words = [str(python), "-c", READERS[name] + MEASURE, json.dumps(feeds), str(rounds)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return Measured(reader=name, **json.loads(done.stdout.splitlines()[-1]))


def report(rows: list[Measured]) -> None:
    """The table, the fastest rival as 1."""
    best = next(row.seconds for row in rows if row.reader == "fastfeedparser")
    print(f"{'reader':<18} {'items':>6} {'seconds':>9} {'items/s':>9} {'times the time':>15}")
    for row in rows:
        rate = row.items / row.seconds
        print(f"{row.reader:<18} {row.items:>6} {row.seconds:>9.4f} {rate:>9.0f} "
              f"{row.seconds / best:>15.2f}")  # fmt: skip
        for failure in row.failed:
            print(f"    failed: {failure}")


if __name__ == "__main__":
    sys.exit(main())
