"""The one stylesheet: joined, fingerprinted, and the owner's where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from broadsheet.paper.web import stylesheet


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> Path:
    """An owner's static folder that comes before the theme's."""
    from django.contrib.staticfiles import finders

    (tmp_path / "css").mkdir()
    settings.STATICFILES_DIRS = [tmp_path, *settings.STATICFILES_DIRS]
    finders.get_finder.cache_clear()  # type: ignore[attr-defined]
    return tmp_path / "css"


@pytest.fixture(autouse=True)
def _fresh_finders() -> Any:
    from django.contrib.staticfiles import finders

    yield
    finders.get_finder.cache_clear()  # type: ignore[attr-defined]


def test_it_may_be_kept_for_ever_under_its_own_fingerprint(reader: Client) -> None:
    answer = reader.get(stylesheet.address())
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert b"--ground:" in answer.content


def test_under_an_old_fingerprint_it_is_given_but_not_to_be_kept(reader: Client) -> None:
    answer = reader.get("/theme/0123456789ab.css")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


@pytest.mark.django_db
def test_what_is_no_fingerprint_is_not_found(paper: Any, reader: Client) -> None:
    assert reader.get("/theme/secret.css").status_code == 404


def test_an_owners_file_stands_in_for_the_themes_and_changes_the_address(
    own: Path, reader: Client
) -> None:
    before = stylesheet.address()
    (own / "tokens.css").write_text(":root { --ground: pink; }")
    text = reader.get(stylesheet.address()).content
    assert stylesheet.address() != before
    assert b"--ground: pink" in text
    assert b"--ground: #fffefc" not in text
    assert b".masthead" in text


def test_an_owners_own_file_comes_last(own: Path, reader: Client) -> None:
    (own / "own.css").write_text("body { color: navy }")
    assert reader.get(stylesheet.address()).content.endswith(b"body{color: navy}")


def test_squeezing_changes_no_rule() -> None:
    css = """/* c */ a > b , c { color : red ; width: calc(1px + 2px); }
    @media (min-width: 4rem) { :root, [lang] { --x: "a b"; } }"""
    assert stylesheet.squeezed(css) == (
        'a>b,c{color : red;width: calc(1px + 2px)}@media (min-width: 4rem){:root,[lang]{--x: "a b"}}'
    )
