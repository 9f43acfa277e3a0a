"""How fast takes are kept and threaded, and whether that falls as more are kept.

    python benchmarks/keeping.py [--takes 20000] [--step 2000]

A paper is made in a temporary folder (SQLite), and made-up ninjs takes are kept one by one, as a wire
brings them: new items, new versions of items, and other agencies' cuts of them. Prints takes per second
of processor time for each step, and the last step as a share of the first. Reading the bytes, keeping
them, and finding the thread are all in it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TEXT = (
    "harbour gate lock boat board council ferry pump winter river master mayor vote repair bridge "
    "quay market storm engine cargo pilot tide canal dredger crane permit budget tender inspector "
    "railway station signal platform driver school pupil teacher clinic nurse ward doctor farm field "
    "orchard harvest drought rain flood dam valley village town city capital minister cabinet court "
    "judge appeal sentence witness lawyer prison guard police officer patrol arrest charge trial"
)
WORDS = TEXT.split()


def main(words: list[str]) -> int:
    """Measure; 0 when every take was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, default=20_000)
    parser.add_argument("--step", type=int, default=2_000)
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper"
        command = [sys.executable, "-m", "broadsheet", "init", str(paper)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return measure(paper, args.takes, args.step)


def measure(folder: Path, takes: int, step: int) -> int:
    """Keep `takes` takes, a line for each `step` of them."""
    os.environ |= {"BROADSHEET_PAPER": str(folder), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
    import django

    django.setup()
    from wagtail.models import Site

    from broadsheet.wire.keeping.keep import keep
    from broadsheet.wire.models import Take, Thread

    paper, maker, rates = Site.objects.get(), Maker(), []
    for done in range(0, takes, step):
        rows = [maker.next() for _ in range(step)]
        begun = time.process_time()
        for row in rows:
            keep(row, paper)
        rates.append(step / (time.process_time() - begun))
        print(
            f"{done + step:>9,} kept: {rates[-1]:6.0f} takes a second of processor time", flush=True
        )
    print(f"last step {rates[-1] / rates[0]:.2f} of the first; {Thread.objects.count():,} threads")
    return 0 if Take.objects.count() == takes else 1


class Maker:
    """Makes takes up: six in ten new items, the others versions and cuts of late ones."""

    def __init__(self) -> None:
        self.chance, self.made = random.Random(7), 0  # noqa: S311 - the same takes in every run
        self.late: list[tuple[str, list[str]]] = []

    def next(self) -> bytes:
        """One ninjs item."""
        self.made += 1
        kind = self.chance.random()
        if self.late and kind < 0.25:
            guid, copy = self.chance.choice(self.late)
            copy = [*copy[:-1], f"{copy[-1]} More of it came later, in {self.made} words."]
        elif self.late and kind < 0.4:
            _, copy = self.chance.choice(self.late)
            guid, copy = f"urn:other:{self.made}", copy[: max(2, len(copy) // 2)]
        else:
            guid, copy = f"urn:sna:{self.made}", [self.paragraph() for _ in range(8)]
        self.late = [*self.late, (guid, copy)][-400:]
        minute, second = divmod(self.made, 60)
        hour, minute = divmod(minute, 60)
        day, hour = divmod(hour, 24)
        said: dict[str, Any] = {
            "uri": guid,
            "type": "text",
            "version": str(self.made),
            "versioncreated": f"2026-01-{1 + day % 28:02}T{hour:02}:{minute:02}:{second:02}Z",
            "headline": " ".join(copy[0].split()[:8]),
            "body_text": "\n\n".join(copy),
        }
        return json.dumps(said).encode()

    def paragraph(self) -> str:
        """Two sentences of words in no order."""
        sentences = (self.chance.choices(WORDS, k=self.chance.randint(9, 24)) for _ in range(2))
        return " ".join(" ".join(words).capitalize() + "." for words in sentences)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
