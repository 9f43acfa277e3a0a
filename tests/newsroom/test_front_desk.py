"""Placing stories on the front."""

from __future__ import annotations

from typing import Any

from broadsheet.newsroom.front.placing import Slot, moved, tidy
from broadsheet.paper import lists
from tests.newsroom.conftest import SignIn

ARRANGE = "/newsroom/front/arrange/"


def plan(paper: Any) -> Any:
    """The front as readers have it."""
    return lists.front_plan(type(paper.root_page.specific).objects.get())


def test_an_automatic_lead_is_named_as_such(at_desk: SignIn, edith: Any, story: Any) -> None:
    html = at_desk(edith).get("/newsroom/front/").content.decode()
    assert "Fills itself" in html
    assert story.headline in html


def test_a_lead_placed_by_hand_stays_when_newer_stories_come(
    at_desk: SignIn, sub: Any, write: Any, paper: Any
) -> None:
    first = write(headline="First")
    desk = at_desk(sub)
    desk.post(ARRANGE, {"action": f"lead-{first.pk}"})
    assert not plan(paper).lead.by_hand
    desk.post(ARRANGE, {"place": f"lead:{first.pk}", "action": "publish"})
    write(headline="Newer")
    assert plan(paper).lead.story == first
    assert plan(paper).lead.by_hand


def test_a_headline_on_the_front_may_differ(
    at_desk: SignIn, edith: Any, story: Any, paper: Any
) -> None:
    at_desk(edith).post(
        ARRANGE,
        {
            "place": f"top:{story.pk}",
            f"headline-{story.pk}": "Nine years for a bridge",
            "action": "publish",
        },
    )
    assert plan(paper).top[0].headline == "Nine years for a bridge"


def test_buttons_move_without_script(at_desk: SignIn, edith: Any, write: Any, paper: Any) -> None:
    one, two = write(headline="One"), write(headline="Two")
    desk = at_desk(edith)
    places = [f"top:{one.pk}", f"top:{two.pk}"]
    desk.post(ARRANGE, {"place": places, "action": f"up-{two.pk}"})
    html = desk.get("/newsroom/front/").content.decode()
    assert html.index(f'value="top:{two.pk}"') < html.index(f'value="top:{one.pk}"')
    assert "changes that are not live yet" in html


def test_undo_brings_the_front_before_back(
    at_desk: SignIn, edith: Any, write: Any, paper: Any
) -> None:
    one, two = write(headline="One"), write(headline="Two")
    desk = at_desk(edith)
    desk.post(ARRANGE, {"place": f"lead:{one.pk}", "action": "publish"})
    desk.post(ARRANGE, {"place": f"lead:{two.pk}", "action": "publish"})
    assert plan(paper).lead.story == two
    desk.post(ARRANGE, {"action": "undo"})
    assert plan(paper).lead.story == one


def test_changes_that_are_not_live_are_forgotten(
    at_desk: SignIn, edith: Any, story: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    desk.post(ARRANGE, {"place": f"lead:{story.pk}", "action": "save"})
    desk.post(ARRANGE, {"action": "reset"})
    assert "live as it stands here" in desk.get("/newsroom/front/").content.decode()


def test_a_story_that_is_gone_is_not_placed(at_desk: SignIn, edith: Any, paper: Any) -> None:
    answer = at_desk(edith).post(
        ARRANGE, {"place": ["lead:99999", "nonsense"], "action": "publish"}
    )
    assert answer.status_code == 302
    assert plan(paper).lead is None


def test_a_reporter_has_no_front_desk(at_desk: SignIn, rob: Any, story: Any) -> None:
    assert at_desk(rob).get("/newsroom/front/").status_code == 403
    answer = at_desk(rob).post(ARRANGE, {"place": f"lead:{story.pk}", "action": "publish"})
    assert answer.status_code == 403


def test_a_second_lead_pushes_the_first_on_top_of_the_rest() -> None:
    slots = [Slot("lead", 1), Slot("top", 2)]
    assert moved(slots, "lead", 2) == [Slot("lead", 2), Slot("top", 1)]


def test_moving_up_never_takes_the_lead() -> None:
    slots = [Slot("lead", 1), Slot("top", 2)]
    assert moved(slots, "up", 2) == slots


def test_no_story_stands_twice() -> None:
    assert tidy([Slot("top", 1), Slot("lead", 1)]) == [Slot("top", 1)]
