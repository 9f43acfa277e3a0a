"""Every check keeps its own promise: what it finds and what it leaves alone."""

from __future__ import annotations

from datetime import date

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


@pytest.mark.parametrize(("name", "text"), FINDS)
def test_every_span_of_a_finding_lies_in_the_copy(name: str, text: str) -> None:
    for finding in _by(name, text):
        spans = [(finding.start, finding.end), *finding.evidence]
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        assert finding.level in {"fix", "query", "style"}


def test_a_publication_date_from_outside_silences_what_asks_for_one() -> None:
    text = "Lock opens\n\nThe gate opened on Tuesday. It closes later this month, on August 29."
    asked = {"unanchored-date", "relative-date"}
    assert {f.check for f in copydesk.read(text).findings} >= asked
    known = copydesk.read(text, published=date(2026, 8, 5)).findings
    assert not {f.check for f in known} & asked


def test_one_cause_is_told_once() -> None:
    again = "The SHB opened the gate on Monday. Boats came, and the SHB closed it. " * 3
    found = copydesk.read(f"Lock opens\n\n{again}").findings
    assert sum(f.check == "unexplained-abbreviation" for f in found) == 1


def test_a_name_of_the_word_lists_is_not_another_misspelt() -> None:
    text = "Talks open\n\nMartin came. Martin spoke. Martin left. Then Marlin, the driver, came."
    assert not [f for f in copydesk.read(text).findings if f.check == "name-misspelt"]


def test_a_small_number_must_count_the_same_thing() -> None:
    text = "Lock shut for {} days\n\nThe lock was shut for three days. Two boats of the fleet sank."
    wrong, right = (copydesk.read(text.format(word)).findings for word in ("two", "three"))
    assert [f.start for f in wrong if f.check == "headline-number"] == [14]
    assert not [f for f in right if f.check == "headline-number"]


def test_a_name_that_the_paper_knows_is_not_another_misspelt() -> None:
    text = "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Then Okafar returned."
    for names, found in (((), 1), (("Okafar",), 0)):
        findings = copydesk.read(text, names=names).findings
        assert sum(f.check == "name-misspelt" for f in findings) == found
