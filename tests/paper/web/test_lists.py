"""Sections, authors, agencies, topics and corrections: pages of them back in time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.paper import publishing
from broadsheet.paper.web import section
from broadsheet.wire.models import Agency
from tests.paper.web.conftest import text_of, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(paper: Any, write: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Seven stories in World, three a page."""
    monkeypatch.setattr(section, "PAGE", 3)
    now = timezone.now()
    return [write(headline=f"S{n}", published=now - timedelta(hours=n)) for n in range(1, 8)]


def headlines(answer: Any) -> list[str]:
    return [str(h.text_content()) for h in tree(answer).xpath("//*[@class='headline']")]


def test_pages_of_a_section_go_back_in_time_and_miss_nothing(
    many: list[Any], reader: Client
) -> None:
    pages = ["/world/", "/world/page/2/", "/world/page/3/"]
    found = [headlines(reader.get(page)) for page in pages]
    assert found == [["S1", "S2", "S3"], ["S4", "S5", "S6"], ["S7"]]


def test_each_page_leads_to_the_newer_and_the_older(many: list[Any], reader: Client) -> None:
    def ways(page: str) -> list[str]:
        return list(tree(reader.get(page)).xpath("//nav[@class='paging']//a/@href"))

    assert ways("/world/") == ["/world/page/2/"]
    assert ways("/world/page/2/") == ["/world/", "/world/page/3/"]
    assert ways("/world/page/3/") == ["/world/page/2/"]


def test_the_first_page_has_one_address(many: list[Any], reader: Client) -> None:
    answer = reader.get("/world/page/1/")
    assert (answer.status_code, answer["Location"]) == (301, "/world/")


@pytest.mark.parametrize("page", ["/world/page/4/", "/world/page/0/"])
def test_a_page_that_is_not_there_is_not_found(page: str, many: list[Any], reader: Client) -> None:
    assert reader.get(page).status_code == 404


def test_an_empty_section_says_so(paper: Any, reader: Client) -> None:
    assert "Nothing has been published in this section yet." in text_of(reader.get("/city/"))


def test_a_renamed_section_is_found_at_its_old_address_pages_too(
    many: list[Any], reader: Client
) -> None:
    world = many[0].home_section.specific
    world.slug = "abroad"
    world.save_revision().publish()
    for rest in ("", "page/2/", "feed.xml"):
        answer = reader.get(f"/world/{rest}")
        assert (answer.status_code, answer["Location"]) == (301, f"/abroad/{rest}")


def test_the_section_that_one_is_in_is_marked_in_the_row(many: list[Any], reader: Client) -> None:
    body = tree(reader.get("/world/"))
    assert body.xpath("//nav[@class='sections']//a[@aria-current]/text()") == ["World"]


def test_an_author_an_agency_and_a_topic_have_their_stories(
    newspaper: dict[str, Any], reader: Client
) -> None:
    assert len(headlines(reader.get("/by/rob-ashdown/"))) == 6
    assert len(headlines(reader.get("/agency/npa/"))) == 6
    assert len(headlines(reader.get("/topic/tides/"))) == 18
    assert "Northern Press" in text_of(reader.get("/agency/npa/"))


@pytest.mark.parametrize("page", ["/by/nobody/", "/agency/none/", "/topic/none/"])
def test_an_unknown_name_has_no_page(page: str, paper: Any, reader: Client) -> None:
    assert reader.get(page).status_code == 404


def test_a_name_in_another_script_has_a_page_at_its_own_letters(
    paper: Any, write: Any, reader: Client
) -> None:
    agency = Agency.objects.create(paper=paper, name="آن", slug="آن")
    write(headline="Story", agency=agency)
    assert headlines(reader.get("/agency/آن/")) == ["Story"]


def test_corrections_begin_empty_and_are_listed_with_their_story(
    paper: Any, write: Any, reader: Client
) -> None:
    assert "Nothing has been corrected yet." in text_of(reader.get("/corrections/"))
    story = write(headline="Four injured")
    publishing.correct(story, kind="clarification", text="Five were treated.")
    answer = reader.get("/corrections/")
    assert "Clarification" in text_of(answer)
    assert "Five were treated." in text_of(answer)
    assert tree(answer).xpath("//article//a/@href") == [story.address]


def test_corrections_of_a_story_that_was_taken_down_are_gone_with_it(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Four injured")
    publishing.correct(story, kind="correction", text="Five were treated.")
    publishing.take_down(story)
    assert "Five were treated." not in text_of(reader.get("/corrections/"))


def test_the_about_page_sets_the_papers_own_words(paper: Any, reader: Client) -> None:
    paper.masthead.about = "Founded on a quay.\n\nStill <there>."
    paper.masthead.contact_email = "letters@example.org"
    paper.masthead.save()
    body = tree(reader.get("/about/"))
    assert [p.text for p in body.xpath("//div[@class='body']/p")] == [
        "Founded on a quay.",
        "Still <there>.",
    ]
    assert body.xpath("//a[starts-with(@href, 'mailto:')]/text()") == ["letters@example.org"]


def test_a_page_of_a_section_costs_the_same_few_queries_however_many_stories(
    many: list[Any], reader: Client, django_assert_max_num_queries: Any
) -> None:
    reader.get("/world/")
    with django_assert_max_num_queries(13):
        reader.get("/world/")
