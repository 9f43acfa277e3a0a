"""The front: a lead, top stories, blocks by section, nothing twice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from broadsheet.paper.models import Front, FrontSlot
from tests.paper.web.conftest import text_of, tree

pytestmark = pytest.mark.django_db


def headlines(answer: Any) -> list[str]:
    return [str(h.text_content()) for h in tree(answer).xpath("//*[@class='headline']")]


def test_nothing_stands_twice_on_a_full_front(newspaper: dict[str, Any], reader: Client) -> None:
    found = headlines(reader.get("/"))
    assert len(found) == len(set(found)) == 18


def test_a_new_paper_has_a_front_that_says_so(paper: Any, reader: Client) -> None:
    answer = reader.get("/")
    assert answer.status_code == 200
    assert "The first edition is being prepared" in text_of(answer)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_front_of_a_few_stories_shows_each_of_them(
    count: int, paper: Any, write: Any, reader: Client
) -> None:
    for number in range(count):
        write(headline=f"Story {number}")
    assert len(headlines(reader.get("/"))) == count


def test_the_lead_may_have_another_headline_on_the_front(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Council votes by nine to eight for the wall")
    front = Front.objects.get(pk=paper.root_page_id)
    front.slots.add(FrontSlot(place="lead", story=story, headline="The wall stands"))
    front.save_revision().publish()
    assert headlines(reader.get("/")) == ["The wall stands"]
    assert "nine to eight" in text_of(reader.get(story.address))


def test_the_front_carries_the_day_of_its_newest_story_in_the_papers_zone(
    paper: Any, write: Any, reader: Client
) -> None:
    # Half past ten at night in Greenwich is the next morning in Kolkata.
    write(headline="Late", published=datetime(2026, 3, 5, 22, 30, tzinfo=UTC))
    (edition,) = tree(reader.get("/")).xpath("//time[@class='edition']")
    assert (edition.get("datetime"), edition.text) == ("2026-03-06", "Friday 6 March 2026")


def test_only_the_first_picture_of_the_front_is_fetched_at_once(
    newspaper: dict[str, Any], reader: Client
) -> None:
    body = tree(reader.get("/"))
    first = body.xpath("//img[@fetchpriority='high']")
    assert len(first) <= 1
    assert first == body.xpath("//*[contains(@class, 'lead')]//img")


def test_a_headline_of_255_characters_is_set_whole(paper: Any, write: Any, reader: Client) -> None:
    headline = ("word " * 51).strip()[:255].ljust(255, "x")
    story = write(headline=headline)
    assert headlines(reader.get("/")) == [headline]
    lead = tree(reader.get("/")).xpath("//article[contains(@class, 'lead')]/@class")[0]
    assert lead.split()[-1] == "len-epic"
    assert reader.get(story.address).status_code == 200


def test_an_urdu_story_on_an_english_front_has_its_own_language_and_direction(
    paper: Any, write: Any, reader: Client
) -> None:
    write(headline="بندرگاہ کی دیوار", language="ur")
    body = tree(reader.get("/"))
    assert (body.get("lang"), body.get("dir")) == ("en", "ltr")
    (words,) = body.xpath("//h2[@class='headline']/..")
    assert (words.get("lang"), words.get("dir")) == ("ur", "rtl")
    foot = words.xpath("p[@class='foot']")[0]
    assert (foot.get("lang"), foot.get("dir")) == ("en", "ltr")


def test_no_picture_stands_beside_a_hole(paper: Any, write: Any, draw: Any, reader: Client) -> None:
    front = Front.objects.get(pk=paper.root_page_id)
    front.top_count = 0
    front.save_revision().publish()
    write(headline="Lead")
    for number, picture in enumerate([None, draw(), None]):
        write(headline=f"Story {number}", picture=picture)
    body = tree(reader.get("/"))
    (block,) = body.xpath("//div[contains(@class, 'stories')]")
    assert "rhythm-feature" in block.get("class")
    assert len(block.xpath("article[1]//img")) == 1
