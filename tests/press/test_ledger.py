"""Where what was read and what was touched meet."""

from __future__ import annotations

import pytest

from broadsheet.press.ledger import ANYTHING, Ledger, Needs
from broadsheet.reads import EVERYTHING, Reads, Touched

PRINTED = 10
#: What a page read, what a later change touches, and whether the page still stands.
MEETINGS = [
    ({"story:1"}, {}, Touched({"story:2"}), True),
    ({"story:1"}, {}, Touched({"story:1"}), False),
    ({"story:1"}, {}, Touched({EVERYTHING}), False),
    ({ANYTHING}, {}, Touched({"story:9"}), False),
    (set(), {"in:3": "0050"}, Touched(set(), {"in:3": {"0049"}}), True),
    (set(), {"in:3": "0050"}, Touched(set(), {"in:3": {"0050"}}), False),
    (set(), {"in:3": "0050"}, Touched(set(), {"in:3": {"0099"}}), False),
    (set(), {"in:3": "0050"}, Touched(set(), {"in:3": {"0001", "0099"}}), False),
    (set(), {"in:3": "0050"}, Touched(set(), {"in:4": {"0099"}}), True),
    (set(), {"in:3": None}, Touched(set(), {"in:3": {"0001"}}), False),
]


@pytest.mark.parametrize(("keys", "windows", "touched", "stands"), MEETINGS)
def test_a_sheet_is_void_where_the_two_meet_and_only_there(
    keys: set[str], windows: dict[str, str | None], touched: Touched, stands: bool
) -> None:
    ledger = Ledger()
    ledger.apply([], PRINTED)
    needs = Needs.of(Reads(keys, windows))
    assert ledger.holds(PRINTED, needs)
    ledger.apply([(PRINTED + 1, touched)], PRINTED + 1)
    assert ledger.holds(PRINTED, needs) is stands
    assert ledger.holds(PRINTED + 1, needs)


def test_a_sheet_from_before_the_record_begins_cannot_be_judged_and_is_void() -> None:
    ledger = Ledger()
    ledger.begin_at(50)
    ledger.apply([], 60)
    assert not ledger.holds(48, Needs(("story:1",)))
    assert ledger.holds(49, Needs(("story:1",)))


def test_changes_are_noted_once_however_often_they_are_read() -> None:
    ledger = Ledger()
    for _ in range(2):
        ledger.apply([(1, Touched(set(), {"in:3": {"0001"}}))], 1)
    assert ledger.moves["in:3"].numbers == [1]
