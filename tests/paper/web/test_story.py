"""A story's page, and the address of one that is gone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.paper import publishing
from broadsheet.paper.models import Quotation, RelatedLine, Sentence, Story
from broadsheet.staff.models import Byline
from broadsheet.wire.models import Agency
from tests.paper.web.conftest import text_of, tree

pytestmark = pytest.mark.django_db


def told(answer: Any) -> dict[str, Any]:
    """The page's JSON-LD."""
    (script,) = tree(answer).xpath("//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    return found


def test_machines_are_told_what_the_page_says(
    paper: Any, write: Any, draw: Any, reader: Client
) -> None:
    rob = Byline.objects.create(paper=paper, name="Rob Ashdown", slug="rob-ashdown")
    npa = Agency.objects.create(paper=paper, name="NPA", full_name="Northern Press", slug="npa")
    story = write(
        headline="Wall </script> & tide",
        standfirst="Stone, not steel.",
        bylines=[rob],
        agency=npa,
        picture=draw(1500, 1000, alt="The wall"),
        published=datetime(2026, 3, 5, 6, 15, tzinfo=UTC),
    )
    publishing.correct(story, kind="correction", text="It was five.")
    found = told(reader.get(story.address))
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == "Wall </script> & tide"
    assert found["datePublished"] == "2026-03-05T11:45:00+05:30"
    assert found["dateModified"]
    assert found["author"] == [
        {"@type": "Person", "name": "Rob Ashdown", "url": "http://testserver/by/rob-ashdown/"}
    ]
    assert found["publisher"]["name"] == "The Selby Clarion"
    assert found["sourceOrganization"]["name"] == "Northern Press"
    assert found["articleSection"] == ["World"]
    assert (found["image"][0]["width"], found["image"][0]["height"]) == (1200, 630)
    assert found["correction"][0]["text"] == "It was five."


def test_quotations_are_marked_up_and_told_with_speaker_and_outlet(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(
        headline="The wall",
        body=[("paragraph", "<p>“We have waited &amp; waited,” said <b>Ines Harrow</b>.</p>")],
    )
    Quotation.objects.filter(story=story).delete()
    Quotation.objects.create(
        story=story, order=0, words="We have waited & waited", person="Ines Harrow", chain=["CNN"]
    )
    answer = reader.get(story.address)
    (spoken,) = tree(answer).xpath("//q")
    assert spoken.text_content() == "We have waited & waited"
    assert (spoken.get("data-speaker"), spoken.get("data-through")) == ("Ines Harrow", "CNN")
    (citation,) = told(answer)["citation"]
    assert citation["@type"] == "Quotation"
    assert citation["creator"]["name"] == "Ines Harrow"
    assert citation["isBasedOn"][0]["publisher"]["name"] == "CNN"


def test_a_day_without_an_hour_shows_none_and_tells_none(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(
        headline="Some day", published=datetime(2023, 9, 6, 6, 30, tzinfo=UTC), grain="day"
    )
    answer = reader.get(story.address)
    (shown,) = tree(answer).xpath("//p[@class='times']/time")
    assert (shown.get("datetime"), shown.text) == ("2023-09-06", "6 September 2023")
    assert told(answer)["datePublished"] == "2023-09-06"
    assert "12:00" not in text_of(answer)


def test_times_are_clock_times_in_the_papers_zone(paper: Any, write: Any, reader: Client) -> None:
    story = write(headline="Some hour", published=datetime(2026, 3, 5, 20, 0, tzinfo=UTC))
    (shown,) = tree(reader.get(story.address)).xpath("//p[@class='times']/time")
    assert shown.get("datetime") == "2026-03-06T01:30:00+05:30"
    assert shown.text == "6 March 2026, 01:30"


def test_an_urdu_story_has_its_language_and_direction_and_the_page_keeps_its_own(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="بندرگاہ کی دیوار", language="ur")
    body = tree(reader.get(story.address))
    (article,) = body.xpath("//article")
    assert (article.get("lang"), article.get("dir")) == ("ur", "rtl")
    assert (body.get("lang"), body.get("dir")) == ("en", "ltr")


def test_the_address_of_a_story_that_was_taken_down_says_gone_and_tells_nothing(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Mayor resigns over bridge", standfirst="A false report.")
    publishing.take_down(story)
    answer = reader.get(story.address)
    assert answer.status_code == 410
    assert "taken down" in text_of(answer)
    for word in (b"Mayor", b"resigns", b"false report"):
        assert word not in answer.content
    assert b"noindex" in answer.content


def test_a_draft_and_a_scheduled_story_have_no_page(paper: Any, write: Any, reader: Client) -> None:
    story = write(headline="Tomorrow", publish=False)
    publishing.schedule(
        Story.objects.get(pk=story.pk).get_latest_revision_as_object(),
        timezone.now() + timedelta(hours=1),
    )
    today = timezone.localdate(timezone=paper.masthead.zone)
    answer = reader.get(f"/world/{today:%Y/%m/%d}/{story.public_slug}/")
    assert answer.status_code == 404


def test_an_address_written_without_its_noughts_leads_to_the_right_one(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="One address", published=datetime(2026, 3, 5, 6, 0, tzinfo=UTC))
    answer = reader.get("/world/2026/3/5/one-address/")
    assert (answer.status_code, answer["Location"]) == (301, story.address)


@pytest.mark.parametrize("address", ["/world/2026/02/31/x/", "/world/2026/02/03/x/", "/x/"])
def test_what_never_was_is_not_found(address: str, paper: Any, reader: Client) -> None:
    assert reader.get(address).status_code == 404


def test_a_story_under_a_renamed_section_is_found_at_its_old_address(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Moved", section="World")
    section = story.home_section.specific
    section.slug = "abroad"
    section.save_revision().publish()
    answer = reader.get(story.address)
    assert answer.status_code == 301
    assert answer["Location"] == story.address.replace("/world/", "/abroad/")
    assert reader.get(answer["Location"]).status_code == 200


def test_the_page_says_where_the_story_came_from(paper: Any, write: Any, reader: Client) -> None:
    npa = Agency.objects.create(paper=paper, name="NPA", slug="npa")
    story = write(headline="Talks", agency=npa, credit="Evening Mail")
    Sentence.objects.filter(story=story).delete()
    for order in range(3):
        Sentence.objects.create(
            paper=paper, story=story, block="", order=order, fingerprint=str(order), text="x",
            speaker="A. Minister" if order else "", chain=["CNN"] if order else [],
        )  # fmt: skip
    for order in range(2):
        Quotation.objects.create(story=story, order=order, words="x", person="A. Minister")
    words = text_of(reader.get(story.address))
    assert "NPA, citing CNN · Evening Mail" in words
    assert "Sources named in this storyCNN (2)" in words
    assert "QuotedA. Minister (2)" in words


def test_a_correction_stands_at_the_story_and_at_its_head(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Four injured")
    publishing.correct(story, kind="correction", text="Five were injured.", title="Five injured")
    answer = reader.get(story.address)
    assert "Five were injured." in text_of(answer)
    assert tree(answer).xpath("//p[@class='times']/a/@href") == ["#corrections"]


def test_a_typo_does_not_make_a_story_newer_but_new_facts_do(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="The walll")
    draft = story.get_latest_revision_as_object()
    draft.title = "The wall"
    publishing.publish(draft, change="typo")
    assert not tree(reader.get(story.address)).xpath("//*[@class='updated']")
    draft = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    draft.title = "The wall has fallen"
    publishing.publish(draft, change="update")
    assert tree(reader.get(story.address)).xpath("//*[@class='updated']/time")


def test_a_related_line_is_a_link_only_to_a_story_that_is_live(
    paper: Any, write: Any, reader: Client
) -> None:
    other = write(headline="Other story")
    story = write(headline="Story")
    for text, target in (("See the other", other), ("Not found yet", None)):
        story.related_lines.add(RelatedLine(text=text, target=target))
    story.save()
    links = "//section[@class='related']//a"
    assert tree(reader.get(story.address)).xpath(f"{links}/@href") == [other.address]
    publishing.take_down(other)
    answer = reader.get(story.address)
    assert not tree(answer).xpath(links)
    assert "See the other" in text_of(answer)


def test_a_picture_whose_file_is_lost_leaves_the_story_readable(
    paper: Any, write: Any, draw: Any, reader: Client
) -> None:
    picture = draw()
    story = write(headline="No file", picture=picture)
    picture.file.storage.delete(picture.file.name)
    answer = reader.get(story.address)
    assert answer.status_code == 200
    assert not tree(answer).xpath("//img")


def test_a_story_without_standfirst_is_described_by_its_first_words(
    paper: Any, write: Any, reader: Client
) -> None:
    story = write(headline="Wall", body=[("paragraph", "<p>The board met for six hours.</p>")])
    body = tree(reader.get(story.address))
    assert body.xpath("//meta[@name='description']/@content") == ["The board met for six hours."]
