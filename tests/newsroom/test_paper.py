"""The masthead, the sections, the lists of names, and starting one's own paper."""

from __future__ import annotations

from typing import Any

from broadsheet.paper import lists
from broadsheet.paper.models import FormerSlug, Masthead, Section
from broadsheet.paper.signals import own_paper_begins
from broadsheet.topics.models import Topic
from tests.newsroom.conftest import SignIn


def names(paper: Any) -> list[str]:
    """The row of sections."""
    return [section.title for section in lists.sections(paper)]


def masthead_data(**more: str) -> dict[str, str]:
    """The masthead's form as it stands."""
    return {"name": "The Clarion", "language": "en", "time_zone": "Asia/Kolkata", **more}


def test_the_masthead_is_changed_and_everybodys_clock_follows(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    desk.post("/newsroom/paper/", masthead_data(time_zone="Europe/London"))
    masthead = Masthead.objects.get()
    assert (masthead.name, masthead.time_zone) == ("The Clarion", "Europe/London")
    paper.refresh_from_db()
    assert paper.site_name == "The Clarion"


def test_a_zone_that_is_none_is_refused(at_desk: SignIn, edith: Any) -> None:
    answer = at_desk(edith).post("/newsroom/paper/", masthead_data(time_zone="Mars/Olympus"))
    assert answer.status_code == 422
    assert "is not a time zone" in answer.content.decode()


def test_sections_are_opened_moved_renamed_and_closed(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    desk.post("/newsroom/sections/", {"name": "Sport"})
    assert names(paper) == ["World", "City", "Sport"]
    sport = Section.objects.get(title="Sport")
    desk.post(f"/newsroom/sections/{sport.pk}/move/", {"to": "up"})
    assert names(paper) == ["World", "Sport", "City"]
    desk.post(
        f"/newsroom/sections/{sport.pk}/",
        {"title": "Games", "slug": "games", "about": "", "on_front": "on"},
    )
    assert names(paper) == ["World", "Games", "City"]
    assert FormerSlug.objects.get().slug == "sport"
    desk.post(f"/newsroom/sections/{sport.pk}/close/")
    assert names(paper) == ["World", "City"]


def test_a_section_with_stories_is_not_closed(at_desk: SignIn, edith: Any, story: Any) -> None:
    home = story.home_section
    html = at_desk(edith).post(f"/newsroom/sections/{home.pk}/close/", follow=True).content.decode()
    assert "is home to 1 stories" in html
    assert Section.objects.filter(pk=home.pk).exists()


def test_a_section_that_stands_already_and_a_reserved_address_are_refused(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    assert desk.post("/newsroom/sections/", {"name": "world"}).status_code == 422
    city = Section.objects.get(title="City")
    answer = desk.post(
        f"/newsroom/sections/{city.pk}/", {"title": "City", "slug": "static", "about": ""}
    )
    assert answer.status_code == 422
    assert "used by the paper itself" in answer.content.decode()


def test_a_topic_is_added_with_an_address_of_its_own(at_desk: SignIn, sub: Any, paper: Any) -> None:
    desk = at_desk(sub)
    desk.post("/newsroom/topics/new/", {"name": "Night ferries", "kind": "topic"})
    topic = Topic.objects.get()
    assert (topic.slug, topic.paper) == ("night-ferries", paper)
    again = desk.post("/newsroom/topics/new/", {"name": "Night ferries", "kind": "topic"})
    assert "stands already" in again.content.decode()


def test_a_reporter_does_not_change_the_lists(at_desk: SignIn, rob: Any, paper: Any) -> None:
    at_desk(rob).post("/newsroom/topics/new/", {"name": "Mine", "kind": "topic"})
    assert not Topic.objects.exists()


def test_an_own_paper_begins_and_the_demonstration_is_told(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    Masthead.objects.update(demonstration=True)
    heard = []

    def listen(paper: Any, **kwargs: Any) -> None:
        heard.append(paper)
        # As the demonstration's room does with its own sections.
        Section.objects.filter(paper=paper).last().delete()

    own_paper_begins.connect(listen)
    data = {
        "name": "The Fen Gazette",
        "sections": "Farms\nRivers\n\nfarms",
        "time_zone": "Europe/London",
        "language": "en-GB",
    }
    try:
        desk = at_desk(edith)
        assert desk.post("/newsroom/start/", data).status_code == 422
        desk.post("/newsroom/start/", {**data, "sure": "on"})
    finally:
        own_paper_begins.disconnect(listen)
    masthead = Masthead.objects.get()
    assert heard == [paper]
    assert (masthead.name, masthead.language) == ("The Fen Gazette", "en-GB")
    assert not masthead.demonstration
    assert {"Farms", "Rivers"} <= set(names(paper))
    assert "farms" not in names(paper)


def test_an_own_paper_is_not_started_over(at_desk: SignIn, edith: Any, paper: Any) -> None:
    answer = at_desk(edith).post("/newsroom/start/", {"name": "Again"})
    assert answer["Location"] == "/newsroom/paper/"
    assert Masthead.objects.get().name == "The Selby Clarion"
