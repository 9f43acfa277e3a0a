"""Every check keeps its own promise: what it finds and what it leaves alone."""

from __future__ import annotations

import pytest

from broadsheet import copydesk
from broadsheet.copydesk.checks import CHECKS

NAMES = {check.__name__.rpartition(".")[2]: check for check in CHECKS}
FINDS = [(name, text) for name, check in NAMES.items() for text in check.FINDS]
LEAVES = [(name, text) for name, check in NAMES.items() for text in check.LEAVES]


def _by(name: str, text: str) -> list[copydesk.Finding]:
    return [f for f in copydesk.read(text).findings if f.check == NAMES[name].ID]


@pytest.mark.parametrize(("name", "text"), FINDS)
def test_a_check_finds_what_it_is_for(name: str, text: str) -> None:
    found = _by(name, text)
    assert found, text
    assert all(f.message and f.rule for f in found)


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_a_check_leaves_right_copy_alone(name: str, text: str) -> None:
    assert not _by(name, text)


def test_every_check_has_three_examples_of_both_kinds() -> None:
    few = [check.ID for check in CHECKS if min(len(check.FINDS), len(check.LEAVES)) < 3]
    assert not few


def test_no_two_checks_report_under_one_id() -> None:
    assert len({check.ID for check in CHECKS}) == len(CHECKS)
