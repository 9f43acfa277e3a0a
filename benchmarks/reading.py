"""How many takes a second the copy desk reads from its queue, beside how many are kept.

    python benchmarks/reading.py [--takes 600]

Takes of some 300 words are kept in a paper of its own (SQLite), then read: found words, remarks and the
index of words written. Prints both rates in takes per second of processor time, and their ratio.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_takes import Maker


def main(words: list[str]) -> int:
    """Measure; 0 when every take was read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, default=600)
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper"
        command = [sys.executable, "-m", "broadsheet", "init", str(paper)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return measure(paper, args.takes)


def measure(folder: Path, takes: int) -> int:
    """Keep, then read, `takes` takes."""
    os.environ |= {"BROADSHEET_PAPER": str(folder), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
    import django

    django.setup()
    from wagtail.models import Site

    from broadsheet.wire.keeping.keep import keep
    from broadsheet.wire.models import TakeReading
    from broadsheet.wire.reading.queue import read_some

    paper, maker = Site.objects.get(), Maker()
    rows = [maker.next() for _ in range(takes)]
    begun = time.process_time()
    for row in rows:
        keep(row, paper)
    kept = takes / (time.process_time() - begun)
    begun, done = time.process_time(), 0
    while some := read_some():
        done += some
    read = done / (time.process_time() - begun)
    print(f"kept {kept:.0f} takes a second, read {read:.0f}: {read / kept:.2f} of keeping")
    return 0 if TakeReading.objects.count() == done else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
