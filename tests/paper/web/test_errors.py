"""Pages for what is not there, the way to the editor, and the paper of a host."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from broadsheet.paper.founding import found
from broadsheet.paper.web import errors
from tests.paper.web.conftest import text_of, tree

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there_offers_the_newest_stories(
    newspaper: dict[str, Any], reader: Client
) -> None:
    answer = reader.get("/no/such/page/")
    assert answer.status_code == 404
    body = tree(answer)
    assert len(body.xpath("//main//article")) == 5
    assert body.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not body.xpath("//link[@rel='canonical']")


def test_a_fault_of_ours_has_a_page_that_needs_no_database(
    django_assert_num_queries: Any, db: None
) -> None:
    with django_assert_num_queries(0):
        answer = errors.failed(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert answer["Cache-Control"] == "no-store"
    assert "The fault is ours" in text_of(answer)


def test_an_installation_without_a_paper_says_so(reader: Client, db: None) -> None:
    answer = reader.get("/")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
    assert "There is no paper here yet" in text_of(answer)


def test_each_host_has_its_own_paper_and_any_other_the_first(
    paper: Any, reader: Client, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    found("The Evening Tide", hostname="tide.example")
    titles = {
        host: tree(reader.get("/", HTTP_HOST=host)).xpath("//title")[0].text
        for host in ("localhost", "tide.example", "10.0.0.7")
    }
    assert titles == {
        "localhost": "The Selby Clarion",
        "tide.example": "The Evening Tide",
        "10.0.0.7": "The Selby Clarion",
    }


def test_a_story_of_one_paper_is_not_found_in_another(
    paper: Any, write: Any, reader: Client, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    found("The Evening Tide", hostname="tide.example", sections=["World"])
    story = write(headline="Ours")
    assert reader.get(story.address, HTTP_HOST="localhost").status_code == 200
    assert reader.get(story.address, HTTP_HOST="tide.example").status_code == 404


def test_edit_after_any_address_leads_to_the_newsroom(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Story")
    ways = {
        "/edit/": paper.root_page_id,
        "/world/edit/": story.home_section_id,
        f"{story.address}edit/": story.pk,
    }
    for address, page in ways.items():
        answer = reader.get(address)
        assert (answer.status_code, answer["Location"]) == (302, f"/newsroom/pages/{page}/edit/")
        assert answer["Cache-Control"] == "no-store"
    assert reader.get("/nowhere/edit/").status_code == 404


def test_the_page_itself_says_nothing_of_the_newsroom(
    paper: Any, write: Any, reader: Client, edith: Any
) -> None:
    story = write(headline="Story")
    plain = reader.get(story.address).content
    reader.force_login(edith)
    assert reader.get(story.address).content == plain
    assert b"/newsroom/" not in plain
