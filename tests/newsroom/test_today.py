"""The first screen, and who may see it."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.newsroom.conftest import SignIn


def test_it_asks_a_stranger_to_sign_in(paper: Any) -> None:
    answer = Client().get("/newsroom/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/newsroom/login/")


def test_it_shows_the_box_the_days_stories_and_the_front(
    at_desk: SignIn, edith: Any, story: Any
) -> None:
    html = at_desk(edith).get("/newsroom/").content.decode()
    assert 'name="text"' in html
    assert story.headline in html
    assert "Live today" in html
    assert "The newest story will lead" not in html


def test_it_counts_replies_that_wait(
    at_desk: SignIn, edith: Any, story: Any, reply_to: Any
) -> None:
    reply_to(story, text="The lamps were lit, I saw them.")
    html = at_desk(edith).get("/newsroom/").content.decode()
    assert "The lamps were lit" in html
    assert "Replies (1)" in html


def test_it_offers_an_own_paper_only_while_the_demonstration_stands(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    assert "Start my own paper" not in desk.get("/newsroom/").content.decode()
    paper.masthead.demonstration = True
    paper.masthead.save()
    assert "Start my own paper" in desk.get("/newsroom/").content.decode()


def test_a_moderator_finds_no_box(at_desk: SignIn, mona: Any) -> None:
    html = at_desk(mona).get("/newsroom/").content.decode()
    assert 'name="text"' not in html
    assert "Replies" in html


def test_nobody_without_a_role_sees_it(at_desk: SignIn, paper: Any) -> None:
    from broadsheet.staff.models import User

    user = User.objects.create_user(username="x", email="nobody@example.org")
    answer = at_desk(user).get("/newsroom/")
    assert answer.status_code == 302


def test_times_are_on_the_papers_clock(at_desk: SignIn, edith: Any, paper: Any) -> None:
    assert "Asia/Kolkata" in at_desk(edith).get("/newsroom/").content.decode()
    assert "IST" in at_desk(edith).get("/newsroom/").content.decode()


def test_it_searches_all_stories(at_desk: SignIn, rob: Any, story: Any) -> None:
    desk = at_desk(rob)
    assert story.headline in desk.get("/newsroom/stories/?q=bridge+nine").content.decode()
    assert "None found" in desk.get("/newsroom/stories/?q=submarine").content.decode()
    assert "None found" in desk.get("/newsroom/stories/?q=bridge&state=draft").content.decode()
    assert (
        "None found"
        in desk.get(
            f"/newsroom/stories/?section={story.paper.root_page.get_children().last().pk}"
        ).content.decode()
    )
