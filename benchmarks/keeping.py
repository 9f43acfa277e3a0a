"""How fast takes are kept and threaded, and whether that falls as more are kept.

    python benchmarks/keeping.py [--takes 4000] [--filled 10000 1000000] [--folder DIR]

A paper (SQLite) is made for each number of `--filled`, and its tables are filled in bulk with made-up
takes of the same shape, size and number of keys until so many are there. Then takes are kept one by one,
as a wire brings them: new items, new versions of items, other agencies' cuts and rewrites of them. Words
are drawn from 30,000 as a language draws them (G. Zipf), with names, numbers, quotations and the agency's
foot line. The papers take turns, a process each, so that whatever else the machine does weighs on all of
them alike. Prints takes per second of processor time and of the clock, the size of the databases, and the
last as a share of the first. Reading the bytes, keeping them and finding the thread are all in it; the
copy desk reads from a queue and is measured apart. A million takes fill 7 GB and take some ten minutes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_takes import Maker, fill

TURN = 500


def main(words: list[str]) -> int:
    """Measure; 0 when every take was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, default=4_000)
    parser.add_argument("--filled", type=int, nargs="+", default=[10_000])
    parser.add_argument("--folder", help="where the papers are kept for another run")
    parser.add_argument("--works", help=argparse.SUPPRESS)
    args = parser.parse_args(words)
    if args.works:
        return work(Path(args.works), args.filled[0])
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(args.folder or folder), args.takes, args.filled)


def measure(folder: Path, takes: int, filled: list[int]) -> int:
    """Have each paper keep `takes` takes, `TURN` at a time."""
    workers = [_Worker(folder / f"paper-{count}", count) for count in filled]
    rates: dict[int, list[tuple[float, float]]] = {count: [] for count in filled}
    for _ in range(0, takes, TURN):
        for worker in workers:
            rates[worker.filled].append(worker.turn())
    for count, turns in rates.items():
        spent, lasted = (statistics.median(column) for column in zip(*turns, strict=True))
        print(
            f"{count:>9,} there: {spent:4.0f} a second of processor time, {lasted:4.0f} by the clock"
        )
    first, last = rates[filled[0]], rates[filled[-1]]
    ratios = [b[0] / a[0] for a, b in zip(first, last, strict=True)]
    print(f"{statistics.median(ratios):.2f} of the first rate, turn by turn, median")
    return max(worker.end() for worker in workers)


class _Worker:
    """One paper and the process that keeps its takes."""

    def __init__(self, folder: Path, filled: int) -> None:
        if not folder.exists():
            command = [sys.executable, "-m", "broadsheet", "init", str(folder)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        self.filled = filled
        command = [sys.executable, __file__, "--works", str(folder), "--filled", str(filled)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        print(self._line(), flush=True)

    def _line(self) -> str:
        assert self.process.stdout is not None  # noqa: S101
        return self.process.stdout.readline().rstrip()

    def turn(self) -> tuple[float, float]:
        """Takes a second of processor time, and by the clock."""
        assert self.process.stdin is not None  # noqa: S101
        print(TURN, file=self.process.stdin, flush=True)
        spent, lasted = self._line().split()
        return float(spent), float(lasted)

    def end(self) -> int:
        """Stop; 0 when every take was kept."""
        said, _ = self.process.communicate()
        print(said, end="")
        return self.process.returncode


def work(folder: Path, filled: int) -> int:
    """Fill a paper, then keep as many takes as each line of the standard input asks for."""
    os.environ |= {"BROADSHEET_PAPER": str(folder), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
    import django

    django.setup()
    from wagtail.models import Site

    from broadsheet.wire.keeping.keep import keep
    from broadsheet.wire.models import Take

    paper, maker, begun = Site.objects.get(), Maker(), time.monotonic()
    there = Take.objects.count()
    fill(paper, maker, filled - there)
    maker.made = there = Take.objects.count()
    print(f"{there:>9,} takes there, filled in {time.monotonic() - begun:.0f} s", flush=True)
    for line in sys.stdin:
        rows = [maker.next() for _ in range(int(line))]
        spent, clock = time.process_time(), time.monotonic()
        for row in rows:
            keep(row, paper)
        spent, clock = time.process_time() - spent, time.monotonic() - clock
        print(len(rows) / spent, len(rows) / clock, flush=True)
    size = sum(one.stat().st_size for one in (folder / "data").glob("*.sqlite3*"))
    print(f"{filled:>9,} filled: {size / 1e6:,.0f} MB of database")
    return 0 if Take.objects.count() == maker.made else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
