"""The machinery's own words stay out of sight, and so do its screens."""

from __future__ import annotations

import gettext
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from tests.newsroom.conftest import SignIn

FOREIGN = re.compile(r"\b(pages?|roots?|child|children|parents?|snippets?|images?|wagtail)\b", re.I)
SILENT = {"script", "style", "template", "svg", "noscript"}
#: Attributes that are read out or shown.
SAID = ("aria-label", "title", "placeholder", "alt")


class Visible(HTMLParser):
    """The text of a screen as a person gets it."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag in SILENT
        if not self.depth:
            self.texts += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.texts.append(data)


def foreign_words(html: str) -> list[str]:
    """Each foreign word with the text around it."""
    reader = Visible()
    reader.feed(html)
    return [" ".join(text.split()) for text in reader.texts if FOREIGN.search(text)]


SCREENS = [
    "/newsroom/",
    "/newsroom/paste/",
    "/newsroom/stories/",
    "/newsroom/stories/{story}/",
    "/newsroom/pages/{story}/edit/",
    "/newsroom/pages/add/broadsheet_paper/story/{section}/",
    "/newsroom/front/",
    "/newsroom/replies/",
    "/newsroom/wire/",
    "/newsroom/wires/",
    "/newsroom/wires/add/",
    "/newsroom/quarantine/",
    "/newsroom/rules/",
    "/newsroom/rules/add/",
    "/newsroom/staff/",
    "/newsroom/paper/",
    "/newsroom/sections/",
    "/newsroom/sections/{section}/",
    "/newsroom/topics/",
    "/newsroom/topics/new/",
    "/newsroom/bylines/",
    "/newsroom/agencies/",
    "/newsroom/images/",
    "/newsroom/images/add/",
    "/newsroom/account/",
    "/newsroom/no-such-place/",
]


@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_of_the_machinery_is_seen(
    at_desk: SignIn, edith: Any, story: Any, screen: str
) -> None:
    address = screen.format(story=story.pk, section=story.home_section_id)
    answer = at_desk(edith).get(address)
    assert answer.status_code == (404 if "no-such" in screen else 200)
    assert foreign_words(answer.content.decode()) == []


def test_the_chooser_speaks_of_stories(at_desk: SignIn, edith: Any, story: Any) -> None:
    answer = at_desk(edith).get("/newsroom/choose-story/")
    assert answer.json()["step"] == "choose"
    assert foreign_words(answer.json()["html"]) == []
    assert story.headline in answer.json()["html"]


@pytest.mark.parametrize(
    "address",
    [
        # What the editor's script asks for, whatever the base model is called.
        "/newsroom/choose-page/?page_type=wagtailcore.page&allow_external_link=true",
        "/newsroom/choose-external-link/?allow_email_link=true",
        "/newsroom/images/chooser/",
    ],
)
def test_what_the_editor_opens_speaks_of_stories_and_pictures(
    at_desk: SignIn, edith: Any, story: Any, address: str
) -> None:
    answer = at_desk(edith).get(address)
    assert answer.status_code == 200
    assert foreign_words(answer.json()["html"]) == []


def test_a_link_leads_to_any_story_of_the_paper(at_desk: SignIn, rob: Any, story: Any) -> None:
    desk = at_desk(rob)
    assert story.headline in desk.get("/newsroom/choose-page/").json()["html"]
    found = desk.get("/newsroom/choose-page/search/?q=bridge&page_type=wagtailcore.page")
    assert story.headline in found.content.decode()


def test_the_door_speaks_of_the_paper(paper: Any) -> None:
    assert foreign_words(Client().get("/newsroom/login/").content.decode()) == []


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/newsroom/pages/", "/newsroom/stories/"),
        ("/newsroom/pages/{story}/", "/newsroom/stories/{story}/"),
        ("/newsroom/pages/{story}/delete/", "/newsroom/stories/{story}/"),
        ("/newsroom/pages/{story}/move/", "/newsroom/stories/{story}/"),
        ("/newsroom/pages/{story}/copy/", "/newsroom/stories/{story}/"),
        ("/newsroom/pages/{story}/history/", "/newsroom/stories/{story}/"),
        ("/newsroom/pages/{section}/", "/newsroom/sections/{section}/"),
        ("/newsroom/pages/{section}/edit/", "/newsroom/sections/{section}/"),
        ("/newsroom/pages/{section}/add_subpage/", "/newsroom/sections/{section}/"),
        ("/newsroom/pages/{front}/edit/", "/newsroom/front/"),
        ("/newsroom/pages/search/", "/newsroom/stories/"),
        ("/newsroom/reports/locked/", "/newsroom/"),
        ("/newsroom/users/", "/newsroom/"),
        ("/newsroom/snippets/", "/newsroom/"),
        ("/newsroom/documents/", "/newsroom/"),
        ("/newsroom/sites/", "/newsroom/"),
    ],
)
def test_the_trees_screens_lead_to_ours(
    at_desk: SignIn, edith: Any, story: Any, address: str, leads_to: str
) -> None:
    facts = {
        "story": story.pk,
        "section": story.home_section_id,
        "front": story.paper.root_page_id,
    }
    answer = at_desk(edith).get(address.format(**facts))
    assert answer.status_code == 302
    assert answer["Location"] == leads_to.format(**facts)


def test_the_editor_has_no_inline_script(at_desk: SignIn, edith: Any, story: Any) -> None:
    html = at_desk(edith).get(f"/newsroom/pages/{story.pk}/edit/").content.decode()
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", html)
    assert [s for s in scripts if "application/json" not in s] == []
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", re.sub(r"(?s)<script.*?</script>", "", html))


@pytest.mark.parametrize("name", ["django", "djangojs"])
def test_the_compiled_words_are_those_of_the_source(name: str) -> None:
    import importlib.util

    script = settings.HERE.parent / "scripts" / "compile_locale.py"
    spec = importlib.util.spec_from_file_location("compile_locale", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES"
    source = (folder / f"{name}.po").read_text(encoding="utf-8")
    compiled = (folder / f"{name}.mo").read_bytes()
    assert module.to_mo(module.read_po(source)) == compiled
    with (folder / f"{name}.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Pages") == "Stories"


def test_the_newsroom_speaks_the_browsers_language_and_the_next_page_does_not(
    client: Any, paper: Any
) -> None:
    answer = client.get("/newsroom/login/", HTTP_ACCEPT_LANGUAGE="de")
    assert answer["Content-Language"] == "de"
    assert "Accept-Language" in answer["Vary"]
    client.get("/")
    assert translation.get_language() == "en"
