"""Kills in red on every screen, updates merged by an editor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.paper import publishing
from broadsheet.paper.founding import find_section
from broadsheet.paper.from_wire import make_story
from broadsheet.paper.from_wire.following import Follower
from broadsheet.paper.models import Hold, SecondThought, Story
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take
from tests.newsroom.conftest import SignIn
from tests.paper.from_wire.conftest import COPY, ninjs

LATER = "2026-03-06T10:00:00Z"
EVERY_SCREEN = ["/newsroom/", "/newsroom/stories/", "/newsroom/replies/", "/newsroom/paste/"]


def came(paper: Any, **said: Any) -> Take:
    """A take comes in and is followed."""
    (kept,) = keep(ninjs(**said), paper).takes
    Follower().turn()
    return Take.objects.get(pk=kept.pk)


@pytest.fixture
def printed(paper: Any, edith: Any) -> Story:
    """A live story made of SNA's take."""
    take = came(paper)
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    publishing.publish(story.get_latest_revision_as_object(), user=edith)
    found: Story = Story.objects.get(pk=story.pk)
    return found


def kill(paper: Any) -> SecondThought:
    """SNA kills its copy."""
    came(paper, pubstatus="canceled", versioncreated=LATER, paragraphs=[], headline="",
         ednote="Kill. The lock never opened.")  # fmt: skip
    return SecondThought.objects.get()


def update(paper: Any, **said: Any) -> SecondThought:
    """SNA sends another version."""
    came(paper, versioncreated=LATER, **said)
    return SecondThought.objects.get()


def url(thought: SecondThought, end: str = "") -> str:
    """A second thought's address."""
    return f"/newsroom/second-thoughts/{thought.pk}/{end}"


@pytest.mark.parametrize("address", EVERY_SCREEN)
def test_a_kill_stands_in_red_on_every_screen_until_it_is_answered(
    address: str, printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    client = at_desk(edith)
    assert "alarm-kind" not in client.get(address).content.decode()
    thought = kill(paper)
    page = client.get(address).content.decode()
    assert "KILL" in page
    assert printed.title in page
    client.post(url(thought, "answer/"), {"action": "take-down"})
    assert "alarm-kind" not in client.get(address).content.decode()


def test_an_open_screen_learns_of_it_and_asks_cheaply(
    printed: Story, paper: Any, sub: Any, at_desk: SignIn
) -> None:
    client = at_desk(sub)
    quiet = client.get("/newsroom/alarms/")
    assert (quiet.status_code, quiet.content) == (200, b"")
    same = client.get("/newsroom/alarms/", headers={"if-none-match": quiet["ETag"]})
    assert same.status_code == 304
    kill(paper)
    loud = client.get("/newsroom/alarms/", headers={"if-none-match": quiet["ETag"]})
    assert loud.status_code == 200
    assert b"KILL" in loud.content


def test_the_agencys_words_and_what_was_done_are_shown(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    page = at_desk(edith).get(url(kill(paper))).content.decode()
    assert "The lock never opened." in page
    assert "taken off the paper at once" in page


def test_a_reporter_sees_the_kill_and_cannot_answer_it(
    printed: Story, paper: Any, rob: Any, at_desk: SignIn
) -> None:
    thought = kill(paper)
    client = at_desk(rob)
    assert client.get(url(thought)).status_code == 200
    assert client.post(url(thought, "answer/"), {"action": "keep", "why": "no"}).status_code == 403
    assert SecondThought.objects.get(answered=None)


def test_to_print_it_all_the_same_needs_a_reason_and_stands_in_the_record(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    thought, client = kill(paper), at_desk(edith)
    refused = client.post(url(thought, "answer/"), {"action": "keep", "why": " "})
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    why = "Our own reporter saw it open."
    client.post(url(thought, "answer/"), {"action": "keep", "why": why})
    thought.refresh_from_db()
    assert (thought.answer, thought.answer_note, thought.by) == ("kept", why, edith)
    held = Hold.objects.get(story=printed)
    assert (held.lifted_by, held.lifted_why) == (edith, why)
    publishing.publish(Story.objects.get(pk=printed.pk).get_latest_revision_as_object(), user=edith)


def test_the_second_of_two_editors_is_told_what_the_first_decided(
    printed: Story, paper: Any, edith: Any, sub: Any, at_desk: SignIn
) -> None:
    thought = kill(paper)
    at_desk(edith).post(url(thought, "answer/"), {"action": "take-down"})
    page = at_desk(sub).post(
        url(thought, "answer/"), {"action": "keep", "why": "I did not see it"}, follow=True
    )
    assert "answered already by Edith" in page.content.decode()
    thought.refresh_from_db()
    assert thought.answer == "taken-down"


def test_a_held_story_says_so_and_wagtails_own_button_keeps_the_text_as_a_draft(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    kill(paper)
    client = at_desk(edith)
    desk = client.get(f"/newsroom/stories/{printed.pk}/").content.decode()
    assert "Killed by the agency" in desk
    page = client.post(f"/newsroom/stories/{printed.pk}/publish/", follow=True).content.decode()
    assert "SNA has killed" in page
    assert not Story.objects.get(pk=printed.pk).live


def test_an_update_is_merged_as_chosen_and_published(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    latest = printed.get_latest_revision_as_object()
    latest.body[2] = ("paragraph", "<p>Forty fishing boats lay in the outer basin then.</p>")
    publishing.publish(latest, user=edith)
    thought = update(
        paper,
        paragraphs=[COPY[0].replace("nine", "ten"), COPY[1], COPY[2].replace("Forty", "Sixty"),
                    COPY[3], "A second lock is planned."],
    )  # fmt: skip
    client = at_desk(edith)
    page = client.get(url(thought))
    lines = {line.state: line.number for line in page.context["lines"]}
    assert "1 of them changed by both" in " ".join(page.content.decode().split())
    printed.refresh_from_db()
    client.post(
        url(thought, "answer/"),
        {
            "action": "merge-publish",
            "revision": printed.latest_revision_id,
            f"row-{lines['conflict']}": "new",
            f"row-{lines['new']}": "ours",
        },
    )
    story = Story.objects.get(pk=printed.pk)
    text = " ".join(str(block.value.source) for block in story.body)
    assert "ten days" in text
    assert "Sixty boats" in text
    assert "second lock" not in text
    assert story.versions.latest("number").note.startswith("from the wire")


def test_a_merge_of_a_text_that_was_saved_meanwhile_is_refused(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    thought = update(paper, paragraphs=[*COPY, "A second lock is planned."])
    seen = Story.objects.get(pk=printed.pk).latest_revision_id
    printed.get_latest_revision_as_object().save_revision(user=edith)
    page = at_desk(edith).post(
        url(thought, "answer/"), {"action": "merge", "revision": seen}, follow=True
    )
    assert "look again" in page.content.decode()
    assert SecondThought.objects.get().answered is None


def test_what_was_left_is_not_offered_again(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    thought = update(paper, paragraphs=[*COPY, "A second lock is planned."])
    at_desk(edith).post(url(thought, "answer/"), {"action": "leave"})
    came(
        paper, versioncreated="2026-03-06T11:00:00Z",
        paragraphs=[*COPY, "A second lock is planned.", "Work on it begins in May."],
    )  # fmt: skip
    page = at_desk(edith).get(url(SecondThought.objects.get(answered=None)))
    assert page.context["offer"].changes == 1


def test_while_news_is_breaking_the_new_take_is_taken_whole(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    thought = update(paper, headline="Lock shut again", paragraphs=["It was shut at noon."])
    at_desk(edith).post(url(thought, "answer/"), {"action": "whole-publish"})
    story = Story.objects.get(pk=printed.pk)
    assert (story.title, [str(b.value.source) for b in story.body]) == (
        "Lock shut again", ["<p>It was shut at noon.</p>"],
    )  # fmt: skip


def test_the_list_has_an_empty_state_and_shows_what_was_answered(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    client = at_desk(edith)
    assert "None is open." in client.get("/newsroom/second-thoughts/").content.decode()
    thought = kill(paper)
    assert "Answer these first" in client.get("/newsroom/second-thoughts/").content.decode()
    client.post(url(thought, "answer/"), {"action": "take-down"})
    assert "taken off the paper, Edith" in client.get("/newsroom/second-thoughts/").content.decode()


def test_an_embargo_shows_its_end_and_lets_the_schedule_stand_behind_it(
    paper: Any, edith: Any, at_desk: SignIn
) -> None:
    until = timezone.now() + timedelta(hours=2)
    take = came(paper, embargoed=until.isoformat())
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    page = at_desk(edith).get(f"/newsroom/stories/{story.pk}/").content.decode()
    assert "Under embargo until" in page
    assert "alarm-kind" not in page


def test_a_killed_story_is_shown_by_no_preview(
    printed: Story, paper: Any, edith: Any, at_desk: SignIn
) -> None:
    client = at_desk(edith)
    preview = f"/newsroom/pages/{printed.pk}/view_draft/"
    assert COPY[2] in client.get(preview).content.decode()
    kill(paper)
    answer = client.get(preview)
    assert answer.status_code == 410
    assert COPY[2] not in answer.content.decode()
    assert printed.title not in answer.content.decode()
