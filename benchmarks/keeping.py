"""How fast takes are kept and threaded, and whether that falls as more are kept.

    python benchmarks/keeping.py [--takes 4000] [--filled 10000 1000000]

A paper is made in a temporary folder (SQLite). For each number of `--filled` the tables are filled in
bulk with made-up takes of the same shape, size and number of keys until so many are there; then takes
are kept one by one, as a wire brings them: new items, new versions of items, other agencies' cuts and
rewrites of them. Words are drawn from 30,000 as a language draws them (G. Zipf), with names, numbers,
quotations and the agency's foot line. Prints takes per second of processor time and of the clock, the
size of the database, and the last as a share of the first. Reading the bytes, keeping them and finding
the thread are all in it; the copy desk reads from a queue and is measured apart.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_takes import Maker, fill


def main(words: list[str]) -> int:
    """Measure; 0 when every take was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, default=4_000)
    parser.add_argument("--filled", type=int, nargs="+", default=[10_000])
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper"
        command = [sys.executable, "-m", "broadsheet", "init", str(paper)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return measure(paper, args.takes, args.filled, profile=args.profile)


def measure(folder: Path, takes: int, filled: list[int], *, profile: bool) -> int:
    """Keep `takes` takes at each of the numbers of `filled`."""
    os.environ |= {"BROADSHEET_PAPER": str(folder), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
    import django

    django.setup()
    from wagtail.models import Site

    from broadsheet.wire.models import Take, Thread

    paper, maker, rates, good = Site.objects.get(), Maker(), [], True
    for most in filled:
        begun = time.monotonic()
        fill(paper, maker, most - Take.objects.count())
        there = Take.objects.count()
        print(f"{there:>9,} takes there, filled in {time.monotonic() - begun:.0f} s", flush=True)
        rates.append(_rate(paper, maker, takes, profile=profile))
        good = good and Take.objects.count() == there + takes
        print(f"{_bytes(folder) / 1e6:>9,.0f} MB of database", flush=True)
    print(f"{rates[-1] / rates[0]:.2f} of the first rate; {Thread.objects.count():,} threads")
    return 0 if good else 1


def _rate(paper: object, maker: Maker, takes: int, *, profile: bool) -> float:
    import cProfile
    import pstats

    from broadsheet.wire.keeping.keep import keep

    rows = [maker.next() for _ in range(takes)]
    watch = cProfile.Profile()
    if profile:
        watch.enable()
    begun, clock = time.process_time(), time.monotonic()
    for row in rows:
        keep(row, paper)
    spent, lasted = time.process_time() - begun, time.monotonic() - clock
    if profile:
        watch.disable()
        pstats.Stats(watch).sort_stats("cumtime").print_stats(60)
    print(
        f"{takes / spent:>9.0f} takes a second of processor time, {takes / lasted:.0f} by the clock"
    )
    return takes / spent


def _bytes(folder: Path) -> int:
    return sum(one.stat().st_size for one in (folder / "data").glob("*.sqlite3*"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
