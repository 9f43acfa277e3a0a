"""The work of a reading grows as its copy does. Work is counted, not timed: no machine is too busy
for this, and a loop inside a loop shows at three thousand characters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHORT, LONG = 1500, 3000
#: Twice the copy, twice the work; work that is done once for every reading makes it less.
MOST_GROWTH = 2.3
STORY = (
    "“We counted forty boats,” said harbour master Ines Okafor. Okafor added that the inner gate "
    "(SHB) would open on Monday, Channel Nine reported.\n\n"
)
UNITS = {
    "stories": STORY,
    "stories in one line": STORY.replace("\n", " "),
    "stories in capitals": STORY.upper(),
    "one word": "a",
    "no stops": "boats came to the gate and the men who saw them went home ",
    "hyphens": "a-",
    "marks never closed": "“a ",
    "marks never opened": "a” ",
    "marks alone": "“‘\"'«",
    "straight marks": '"a ',
    "apostrophes": "a’ ",
    "brackets": "(",
    "stops": ". ",
    "commas": "1,",
    "figures": "12 percent ",
    "dates": "4 March 2026 ",
    "short lines": "x\n",
    "capitals in one line": "THE GATE WILL OPEN ",
    "letters": "SHB ",
    "initials": "A. ",
    "names": "Ada Bello ",
    "names at the ends of sentences": "Okafor said. ",
    "verbs of saying": ", said wanted ",
    "relatives": "that ",
    "sources": "according to Okafor, ",
    "the same twice": "the the ",
    "letters with marks": "a\u0301 ",
    "Urdu": "نے کہا ",
    "unknown words": "teh gaet opned ",
    "sums": "12 men and 15 women, 28 in all. ",
}


@pytest.fixture(scope="module")
def work() -> dict[str, list[int]]:
    """The work at both lengths, by unit."""
    asked = {name: [unit, SHORT, LONG] for name, unit in UNITS.items()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.copydesk.counted"],
        input=json.dumps(asked), text=True, capture_output=True, check=True, cwd=ROOT,
    )  # fmt: skip
    counts: dict[str, list[int]] = json.loads(done.stdout)
    return counts


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_copy_is_twice_the_work(name: str, work: dict[str, list[int]]) -> None:
    short, long = work[name]
    assert 1.2 * short < long < MOST_GROWTH * short


def test_the_counter_sees_a_loop_in_a_loop() -> None:
    """Else the test above could not fail."""
    program = (
        "import sys; from tests.copydesk import counted; import re; counted.count_patterns()\n"
        "def work(length):\n"
        "    counted.WORK.update(lines=0, characters=0)\n"
        "    text, one = 'a ' * length, re.compile('b')\n"
        "    for at in range(len(text)):\n"
        "        one.search(text, at)\n"
        "    return sum(counted.WORK.values())\n"
        "print(work(200) / work(100))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], text=True, capture_output=True, check=True, cwd=ROOT
    )
    assert float(done.stdout) > 3.5
