"""The styles that ship: every rule keeps the promises of its own examples, and gives few remarks."""

from __future__ import annotations

import pytest

from broadsheet import copydesk
from broadsheet.copydesk.style import load_style, shipped
from broadsheet.copydesk.style.examples import failures


@pytest.mark.parametrize("name", shipped())
def test_every_rule_finds_and_leaves_what_its_examples_say(name: str) -> None:
    assert list(failures(load_style(name))) == []


@pytest.mark.parametrize("name", shipped())
def test_every_rule_is_no_more_than_a_remark_on_style(name: str) -> None:
    assert {rule.level for rule in load_style(name).rules} == {"style"}


def test_both_tongues_hold_what_every_paper_holds() -> None:
    everywhere = {rule.id for rule in load_style("english").rules}
    for name in ("uk", "us"):
        assert everywhere < {rule.id for rule in load_style(name).rules}


PLAIN = (
    "Lock opens\n\nThe port opened the lock on Monday, 4 March, its chair said. "
    "Rs 3 crore (30 million) was paid to 17 masons from Lakhpur. “I further stated that it was "
    "over 3 million,” Ines Okafor said. The Labour Court in The Hague and the Pentagon’s Office of "
    "Firsthand Reports agreed, she added."
)


@pytest.mark.parametrize("name", shipped())
def test_plain_copy_of_any_newsroom_passes(name: str) -> None:
    rules = [f.rule for f in copydesk.read(PLAIN, style=load_style(name)).findings]
    assert [r for r in rules if r.startswith(("uk.", "us.", "english."))] == (
        ["us.date-style"] if name == "us" else []
    )
