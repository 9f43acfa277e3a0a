"""Kills the process that keeps takes, at random moments, and looks for what was lost or doubled.

    python tests/wire/crash.py [--takes 20000] [--kills 200] [--seed 7]

Half of the takes lie in a watched folder, the other half are pushed: each of these is acknowledged by
a line in a file once `keep` has returned, as a sender would be answered. A process keeps them until it
is killed (SIGKILL); another goes on where that one stopped. At the end every file must lie in `done/`,
every acknowledged take must be kept, each exactly once, and what was worked out while keeping must be
what a recount gives. Exit code 1: something was lost or doubled.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

WORDS = [
    "harbour",
    "gate",
    "lock",
    "boat",
    "board",
    "council",
    "ferry",
    "pump",
    "winter",
    "river",
    "master",
    "mayor",
    "vote",
    "repair",
    "bridge",
    "quay",
    "market",
    "storm",
    "engine",
    "cargo",
    "pilot",
    "tide",
    "canal",
    "dredger",
    "crane",
    "permit",
    "budget",
    "tender",
    "inspector",
    "railway",
    "station",
    "signal",
    "platform",
    "driver",
    "school",
    "pupil",
    "teacher",
    "clinic",
    "nurse",
    "ward",
    "doctor",
    "farm",
]


def main(words: list[str]) -> int:
    """Run, and say what was seen; 1 when something was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _found(folder / "paper")
        run = Run(folder, args.takes, random.Random(args.seed))  # noqa: S311 - the same each time
        run.write_takes()
        for number in range(args.kills):
            run.keep_until_killed()
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {args.kills} kills", end="", file=sys.stderr, flush=True)
        run.keep_to_the_end()
        problems = run.problems()
    for problem in problems:
        print(problem)
    print(f"{args.takes:,} takes, {run.killed} kills: {'NOT ' if problems else ''}all kept once")
    return 1 if problems else 0


def _found(paper: Path) -> None:
    command = [sys.executable, "-m", "broadsheet", "init", str(paper)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    os.environ |= {"BROADSHEET_PAPER": str(paper), "DJANGO_SETTINGS_MODULE": "broadsheet.settings"}
    os.environ["BROADSHEET_LOG_LEVEL"] = "error"
    import django

    django.setup()


class Run:
    """One run over one paper."""

    def __init__(self, folder: Path, takes: int, chance: random.Random) -> None:
        self.takes, self.chance = takes, chance
        self.watched, self.pushed = folder / "watched", folder / "pushed"
        self.acknowledged = folder / "acknowledged"
        self.killed = 0
        #: Kills are spread over the time that keeping takes, as the first of them show it.
        self.longest = 0.4

    def write_takes(self) -> None:
        """Make the takes up: new items, and versions of items that may be kept or not."""
        for place in (self.watched, self.pushed):
            place.mkdir()
        old = time.time() - 60
        for number in range(self.takes):
            place = self.watched if number % 2 else self.pushed
            path = place / f"{number:06}.json"
            path.write_bytes(self._take(number))
            os.utime(path, (old, old))
        from wagtail.models import Site

        from broadsheet.wire.models import Wire

        Wire.objects.create(
            paper=Site.objects.get(), name="Watched", slug="watched", kind="folder",
            address=str(self.watched),
        )  # fmt: skip
        _let_go()

    def _take(self, number: int) -> bytes:
        item = number - number % 5 if self.chance.random() < 0.3 else number
        copy = [" ".join(self.chance.choices(WORDS, k=18)).capitalize() + "." for _ in range(4)]
        said: dict[str, Any] = {
            "uri": f"urn:crash:{item}", "type": "text", "version": str(number),
            "versioncreated": f"2026-01-{1 + number // 3600 % 28:02}T{number // 60 % 24:02}:"
            f"{number % 60:02}:{number % 59:02}Z",
            "headline": f"Take {number}", "body_text": "\n\n".join(copy),
        }  # fmt: skip
        return json.dumps(said).encode()

    def keep_until_killed(self) -> None:
        """Have a process keep takes, and kill it at a moment that it does not know."""
        child = os.fork()
        if not child:
            self._work()
        time.sleep(self.chance.random() * self.longest)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self.killed += os.WIFSIGNALED(status)

    def keep_to_the_end(self) -> None:
        """Have a process keep what is left."""
        child = os.fork()
        if not child:
            self._work()
        _, status = os.waitpid(child, 0)
        if status:
            raise SystemExit(f"the last process failed: {status}")

    def _work(self) -> None:
        """What the process does; it never returns."""
        code = 1
        try:
            from wagtail.models import Site

            from broadsheet.wire.coming import folders
            from broadsheet.wire.keeping.keep import keep
            from broadsheet.wire.models import Wire

            paper, wire = Site.objects.get(), Wire.objects.get()
            done = set(self._lines())
            left = sorted(path for path in self.pushed.iterdir() if path.name not in done)
            while left or any(path.is_file() for path in self.watched.iterdir()):
                for path in left[:200]:
                    keep(path.read_bytes(), paper, name=path.name)
                    self._acknowledge(path.name)
                left = left[200:]
                folders.look(wire)
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            # Nothing of the parent's is tidied up here.
            os._exit(code)

    def _acknowledge(self, name: str) -> None:
        with self.acknowledged.open("a") as file:
            file.write(name + "\n")

    def _lines(self) -> list[str]:
        if not self.acknowledged.exists():
            return []
        lines = self.acknowledged.read_text().split("\n")
        # A line that was cut short was not acknowledged.
        return [line for line in lines[:-1] if line]

    def problems(self) -> list[str]:
        """What is not as it must be, in words."""
        from broadsheet.wire.models import Take

        kept = Counter(Take.objects.values_list("headline", flat=True))
        wanted = [f"Take {number}" for number in range(self.takes)]
        lost = [name for name in wanted if not kept[name]]
        doubled = [name for name, count in kept.items() if count > 1]
        left = [path.name for path in self.watched.iterdir() if path.is_file()]
        found = [f"lost: {name}" for name in lost] + [f"doubled: {name}" for name in doubled]
        found += [f"not in done/: {name}" for name in left]
        return found + recounted()


def recounted() -> list[str]:
    """Where what was worked out while keeping differs from a recount."""
    from django.db import connection
    from django.db.models import Count, Q

    from broadsheet.wire.models import Take, Thread

    found = []
    threads = Thread.objects.filter(gone_into=None).annotate(
        real=Count("takes"), heads=Count("takes", filter=Q(takes__newest=True))
    )
    for thread in threads:
        if thread.size != thread.real or not thread.heads or thread.best_id is None:
            found.append(f"thread {thread.pk}: size {thread.size}, has {thread.real} takes")
    heads = Counter(Take.objects.filter(newest=True).values_list("guid", flat=True))
    found += [f"{guid}: {count} newest versions" for guid, count in heads.items() if count > 1]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM broadsheet_wire_waiting AS w LEFT JOIN broadsheet_wire_take AS t "
            "ON t.id = w.take_id WHERE t.id IS NULL"
        )
        waiting = int(cursor.fetchone()[0])
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            said = str(cursor.fetchone()[0])
            found += [] if said == "ok" else [f"the database: {said}"]
    return found + ([f"{waiting} rows wait for takes that are not there"] if waiting else [])


def _let_go() -> None:
    """Close the connection: a process that is forked must open its own."""
    from django.db import connections

    connections.close_all()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
