"""Which way a language is written."""

from __future__ import annotations

import pytest

from broadsheet.paper.web.tongues import tongue


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("en", "ltr"), ("en-GB", "ltr"), ("ur", "rtl"), ("ur-PK", "rtl"), ("ar", "rtl"),
        ("pa", "ltr"), ("pa-Arab", "rtl"), ("ks-Deva", "ltr"), ("bn", "ltr"), ("he_IL", "rtl"),
    ],
)  # fmt: skip
def test_the_script_decides_and_else_the_language(tag: str, direction: str) -> None:
    assert tongue(tag).direction == direction


def test_a_tag_is_given_as_html_wants_it() -> None:
    assert tongue("en_GB").language == "en-GB"
