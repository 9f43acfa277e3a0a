"""A merge put back into the body: links, bold and pictures stay where they were."""

from __future__ import annotations

import pytest

from broadsheet.paper.from_wire.story_text import cut

RICH = '<p data-block-key="a1">One day. <b>Two went</b> by <a linktype="page" id="3">the lock</a> &amp; on. Three.</p>'


@pytest.mark.parametrize(
    ("start", "end", "piece"),
    [
        (0, 8, "One day."),
        (9, 35, '<b>Two went</b> by <a linktype="page" id="3">the lock</a> &amp; on.'),
        (36, 42, "Three."),
        (9, 12, "<b>Two</b>"),
    ],
)
def test_a_piece_keeps_its_marks_and_no_others(start: int, end: int, piece: str) -> None:
    assert cut(RICH, start, end) == piece
