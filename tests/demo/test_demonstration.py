"""The demonstration: enough of a newspaper, plainly invented, and gone without a trace."""

from __future__ import annotations

import re
from typing import Any

import pytest
from wagtail.models import Site

from broadsheet.demo.fill import fill, take_away
from broadsheet.demo.story_file import (
    HERE,
    DemoStory,
    StoryFileError,
    read_all,
    read_paper,
    read_story,
)
from broadsheet.paper import lists
from broadsheet.paper.models import Correction, Front, Section, Story
from broadsheet.paper.publishing import publish
from broadsheet.pictures.models import Picture
from broadsheet.replies.models import Reply
from broadsheet.staff.models import Byline

STORIES = read_all()


def words(story: DemoStory) -> int:
    """How long a story is."""
    return len(str(story.body).split())


def test_there_are_stories_enough_for_a_front() -> None:
    assert len(STORIES) >= 16
    assert len({story.section for story in STORIES}) >= 6
    assert len({story.headline for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.headline[:30])
def test_each_story_has_what_a_reader_expects(story: DemoStory) -> None:
    assert story.standfirst
    assert story.bylines or story.agency
    assert words(story) > 210
    if story.picture:
        assert (HERE / "pictures" / f"{story.picture}.webp").is_file()
        assert story.caption
        assert story.alt
        assert story.alt != story.caption


def test_every_name_that_a_story_uses_is_in_the_paper_file() -> None:
    paper = read_paper()
    for noun, used in (
        ("sections", {n for s in STORIES for n in (s.section, *s.sections)}),
        ("bylines", {n for s in STORIES for n in s.bylines}),
        ("topics", {n for s in STORIES for n in s.topics}),
        ("agencies", {s.agency for s in STORIES if s.agency}),
    ):
        assert used <= {row["name"] for row in paper[noun]}


def test_the_kinds_that_a_paper_must_show_are_all_there() -> None:
    blocks = {kind for story in STORIES for kind, _ in story.body}
    assert {"heading", "quotation", "post", "list", "table", "fact_box"} <= blocks
    assert any(story.language == "ur" for story in STORIES)
    assert any(story.correction for story in STORIES)
    assert any(story.agency for story in STORIES)
    assert max(map(words, STORIES)) > 1800
    assert max(len(story.headline) for story in STORIES) > 130
    assert min(len(story.headline) for story in STORIES) < 20
    assert any(len(story.replies) >= 6 for story in STORIES)


def test_names_in_bengali_and_gurmukhi_stand_in_their_own_scripts() -> None:
    text = str([story.body for story in STORIES])
    assert re.search("[\u0980-\u09ff]{3}", text)
    assert re.search("[\u0a00-\u0a7f]{3}", text)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.headline[:30])
def test_no_sentence_runs_on_and_no_paragraph_stands_twice(story: DemoStory) -> None:
    paragraphs = [value for kind, value in story.body if kind == "paragraph"]
    assert len(set(paragraphs)) == len(paragraphs)
    sentences = re.split(r"[.?!۔][”“]?(?:\s|<)", " ".join(paragraphs))
    assert max(len(sentence.split()) for sentence in sentences) < 60


def test_a_related_story_is_an_older_one_of_the_demonstration() -> None:
    hours = {story.name: story.hours_ago for story in STORIES}
    pairs = [(story, name) for story in STORIES for name in story.related]
    assert len(pairs) >= 5
    assert all(hours[name] > story.hours_ago for story, name in pairs)


def test_the_pictures_are_light_and_each_is_used() -> None:
    files = sorted((HERE / "pictures").glob("*.webp"))
    assert {file.stem for file in files} == {s.picture for s in STORIES if s.picture}
    assert len(files) >= 12
    assert max(file.stat().st_size for file in files) <= 120_000
    assert sum(file.stat().st_size for file in files) <= 1_500_000


def test_a_key_that_no_story_has_is_named(tmp_path: Any) -> None:
    path = tmp_path / "odd.txt"
    path.write_text('+++\nheadlin = "x"\n+++\nText', "utf-8")
    with pytest.raises(StoryFileError, match=r"odd\.txt.*headlin"):
        read_story(path)


def test_a_file_without_a_head_is_named(tmp_path: Any) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("no head", "utf-8")
    with pytest.raises(StoryFileError, match=r"bare\.txt"):
        read_story(path)


@pytest.mark.django_db
def test_filling_makes_a_front_with_nothing_twice_and_it_is_marked_as_a_demonstration(
    paper: Site, client: Any
) -> None:
    assert fill(paper) == len(STORIES)
    plan = lists.front_plan(Front.objects.get(pk=paper.root_page_id))
    assert plan.lead is not None
    assert plan.lead.by_hand
    placed = [plan.lead, *plan.top, *(p for block in plan.blocks for p in block.stories)]
    assert len({p.story.pk for p in placed}) == len(placed)
    assert Correction.objects.count() == 1
    assert Reply.objects.filter(status="waiting").count() == 1
    assert b"demonstration" in client.get("/").content


@pytest.mark.django_db
def test_taking_it_away_leaves_what_somebody_wrote(paper: Site, write: Any) -> None:
    before = {s.title for s in Section.objects.all()}
    fill(paper)
    mine = write(headline="My own story", section="Culture")
    take_away(paper)
    assert list(Story.objects.all()) == [mine]
    assert {s.title for s in Section.objects.all()} == before | {"Culture"}
    assert not Picture.objects.exists()
    assert not Byline.objects.exists()


@pytest.mark.django_db
def test_taking_it_away_leaves_a_picture_in_the_text_of_somebodys_own_story(
    paper: Site, write: Any
) -> None:
    fill(paper)
    borrowed = Picture.objects.get(title="Ferry")
    mine = write(headline="My own story", section="Culture")
    mine.body = [("picture", {"picture": borrowed, "caption": "", "credit": ""})]
    publish(mine)
    take_away(paper)
    assert list(Picture.objects.all()) == [borrowed]


@pytest.mark.django_db
def test_a_related_line_leads_to_the_story_it_names(paper: Site) -> None:
    fill(paper)
    story = Story.objects.get(title__startswith="Merrow votes")
    line = story.related_lines.get()
    assert line.target is not None
    assert line.target.live
    assert line.text == line.target.title
