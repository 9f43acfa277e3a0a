"""Long and strange copy: the time that it takes grows with its length and no faster."""

from __future__ import annotations

import time

import pytest

from broadsheet import copydesk

STORY = (
    "“We counted forty boats,” said harbour master Ines Okafor. Okafor added that the inner gate "
    "(SHB) would open on Monday, Channel Nine reported.\n\n"
)
UNITS = {
    "stories": STORY,
    "one line": STORY.replace("\n", " "),
    "marks never closed": "“a ",
    "straight marks": '"a ',
    "relatives": "that ",
    "verbs": ", said wanted ",
    "names": "Ada Bello ",
    "brackets": "( )",
    "stops": ". ",
}
LENGTH = 40_000
#: Four would be linear, sixteen quadratic; the rest is for a busy machine.
MOST_GROWTH = 9


def seconds(unit: str, length: int) -> float:
    """CPU time of one reading."""
    text = "Gate opens\n\n" + unit * (length // len(unit))
    begun = time.process_time()
    copydesk.read(text)
    return time.process_time() - begun


@pytest.mark.parametrize("kind", UNITS)
def test_four_times_the_copy_takes_about_four_times_the_time(kind: str) -> None:
    short = min(seconds(UNITS[kind], LENGTH) for _ in range(2))
    assert seconds(UNITS[kind], 4 * LENGTH) < MOST_GROWTH * short + 0.1
