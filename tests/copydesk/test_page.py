"""The page of the checks is what the checks say."""

from __future__ import annotations

from pathlib import Path

from broadsheet.copydesk.checks import CHECKS
from broadsheet.copydesk.checks.page import page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_committed_page_is_the_one_that_the_checks_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: python -m broadsheet.copydesk.checks.page > docs/checks.md"
    )


def test_every_check_has_its_heading() -> None:
    headings = {line[3:] for line in page().splitlines() if line.startswith("## ")}
    assert headings == {check.ID for check in CHECKS}
