"""The theme's contract: each field is explained, and templates are given just those."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.test.signals import template_rendered
from django.utils.safestring import SafeString

from broadsheet.paper.web import contract

VIEWS = {
    "/": contract.FrontView,
    "/world/": contract.ListView,
    "/by/rob-ashdown/": contract.ListView,
    "/agency/npa/": contract.ListView,
    "/topic/tides/": contract.ListView,
    "/about/": contract.AboutView,
    "/corrections/": contract.CorrectionsView,
    "/nowhere/": contract.ErrorView,
}
THEME = Path(contract.__file__).parents[2] / "theme" / "templates" / "paper"


def classes() -> list[ast.ClassDef]:
    return [n for n in ast.parse(inspect.getsource(contract)).body if isinstance(n, ast.ClassDef)]


@pytest.mark.parametrize("view", classes(), ids=lambda node: node.name)
def test_every_field_says_what_it_is(view: ast.ClassDef) -> None:
    assert ast.get_docstring(view)
    for field, words in zip(view.body[1::2], view.body[2::2], strict=True):
        assert isinstance(field, ast.AnnAssign)
        assert isinstance(words, ast.Expr)
        assert isinstance(words.value, ast.Constant)


@pytest.mark.django_db
def test_a_template_is_given_the_page_and_nothing_of_the_request(
    newspaper: dict[str, Any], reader: Client
) -> None:
    for address, view in VIEWS.items():
        context = first_context(reader, address)
        assert set(context) == {"page"}, address
        assert type(context["page"]) is view


def first_context(reader: Client, address: str) -> dict[str, Any]:
    """What the first template of a page was given."""
    seen: list[dict[str, Any]] = []

    def see(context: Any, **kwargs: Any) -> None:
        seen.append(copy.copy(context.dicts[1]))

    template_rendered.connect(see)
    try:
        reader.get(address)
    finally:
        template_rendered.disconnect(see)
    return seen[0]


def values(thing: Any) -> list[Any]:
    """Everything inside a view, at any depth."""
    if dataclasses.is_dataclass(thing):
        inside = [getattr(thing, f.name) for f in dataclasses.fields(thing) if f.name != "record"]
        return [v for i in inside for v in values(i)]
    if isinstance(thing, tuple):
        return [v for i in thing for v in values(i)]
    return [thing]


@pytest.mark.django_db
def test_a_view_holds_plain_words_only_and_no_way_into_the_database(
    newspaper: dict[str, Any], reader: Client
) -> None:
    from broadsheet.paper.web import front, section, story
    from broadsheet.paper.web.asking import Asked

    written = newspaper["stories"][0]
    where = Asked(written.paper, "http://localhost")
    views = (
        story.view(written, where),
        section.view(written.home_section.specific, where, 1),
        front.view(written.paper.root_page.specific, where),
    )
    kinds = {type(value) for view in views for value in values(view)}
    assert kinds <= {str, SafeString, int, bool, type(None)}


def test_templates_ask_for_no_field_that_is_not_there() -> None:
    fields = {
        field.target.id
        for view in classes()
        for field in view.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    }
    asked = set()
    for path in THEME.rglob("*.html"):
        for tag in re.findall(r"\{[{%](.*?)[%}]\}", path.read_text(encoding="utf-8")):
            words = re.sub(r"\"[^\"]*\"|'[^']*'", "", tag)
            asked |= set(re.findall(r"(?<=\.)[a-z_]+", words))
    loop = {"first", "last", "counter", "length"}
    assert asked - fields - loop == set()


@pytest.mark.django_db
def test_a_template_of_the_owner_beats_the_themes(
    paper: Any, reader: Client, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "about.html").write_text("Our own: {{ page.frame.paper.name }}")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [tmp_path, *templates[0]["DIRS"]]
    settings.TEMPLATES = templates
    assert reader.get("/about/").content == b"Our own: The Selby Clarion"
