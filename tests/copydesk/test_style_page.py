"""The pages on house style say what the styles do, and the styles in them work."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.copydesk.style import load_style
from broadsheet.copydesk.style.examples import failures
from broadsheet.copydesk.style.page import page
from broadsheet.copydesk.style.reader import _AGENCY_KEYS, _RULE_KEYS, _STYLE_KEYS
from broadsheet.copydesk.style.shape import KINDS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_committed_page_is_the_one_that_the_rules_give() -> None:
    assert (DOCS / "style-rules.md").read_text(encoding="utf-8") == page(), (
        "run: python -m broadsheet.copydesk.style.page > docs/style-rules.md"
    )


def test_the_style_in_the_documentation_is_one(tmp_path: Path) -> None:
    (block,) = re.findall(
        r"^```toml\n(.*?)^```", (DOCS / "style.md").read_text("utf-8"), re.M | re.S
    )
    (tmp_path / "own.toml").write_text(block, encoding="utf-8")
    style = load_style(str(tmp_path / "own.toml"))
    assert list(failures(style)) == []
    assert {"quay", "date-style", "meet-with"} <= {rule.id for rule in style.rules}


def test_every_key_and_kind_is_explained() -> None:
    text = (DOCS / "style.md").read_text(encoding="utf-8")
    for key in {*_RULE_KEYS, *_STYLE_KEYS, *_AGENCY_KEYS, *KINDS} - {"agency", "rules"}:
        assert f"`{key}`" in text, key
