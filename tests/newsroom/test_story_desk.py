"""What is done to one story from its desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.newsroom.story.differences import word_runs
from broadsheet.paper import publishing
from broadsheet.paper.models import Story
from tests.newsroom.conftest import SignIn


def place(story: Any, action: str = "") -> str:
    """An address of the story's desk."""
    return f"/newsroom/stories/{story.pk}/{action}"


def change(story: Any, headline: str, user: Any) -> None:
    """Publish the story under another headline."""
    latest = story.get_latest_revision_as_object()
    latest.title = headline
    publishing.publish(latest, user=user)


def test_it_shows_the_record_with_the_words_that_changed(
    at_desk: SignIn, edith: Any, story: Any
) -> None:
    change(story, "Bridge opens after ten years", edith)
    html = at_desk(edith).get(place(story)).content.decode()
    assert "<del>nine</del>" in html
    assert "<ins>ten</ins>" in html
    assert "Version 2" in html


def test_a_draft_that_was_never_public_has_an_empty_record(
    at_desk: SignIn, rob: Any, write: Any
) -> None:
    draft = write(headline="Not yet", publish=False)
    html = at_desk(rob).get(place(draft)).content.decode()
    assert "It has not been on the paper yet" in html


def test_undo_puts_the_text_before_back(at_desk: SignIn, edith: Any, story: Any) -> None:
    change(story, "Wrong", edith)
    at_desk(edith).post(place(story, "undo/"))
    assert Story.objects.get().headline == "Bridge opens after nine years"


def test_any_earlier_text_is_made_live_again(at_desk: SignIn, edith: Any, story: Any) -> None:
    change(story, "Second", edith)
    change(story, "Third", edith)
    at_desk(edith).post(place(story, "restore/1/"))
    found = Story.objects.get()
    assert found.headline == "Bridge opens after nine years"
    assert found.versions.count() == 4


def test_taking_down_needs_a_tick_and_is_undone(at_desk: SignIn, sub: Any, story: Any) -> None:
    desk = at_desk(sub)
    refused = desk.post(place(story, "take-down/"), {"note": "wrong man"})
    assert refused.status_code == 422
    assert Story.objects.get().live
    desk.post(place(story, "take-down/"), {"note": "wrong man", "sure": "on"})
    assert not Story.objects.get().live
    html = desk.get(place(story)).content.decode()
    assert "taken down" in html
    assert "Put it back" in html
    desk.post(place(story, "undo/"))
    assert Story.objects.get().live


def test_a_correction_is_printed_with_its_kind(at_desk: SignIn, edith: Any, story: Any) -> None:
    desk = at_desk(edith)
    empty = desk.post(place(story, "correct/"), {"kind": "correction", "text": " "})
    assert "Say what was wrong" in empty.content.decode()
    desk.post(place(story, "correct/"), {"kind": "clarification", "text": "It was ten."})
    correction = story.corrections.get()
    assert (correction.kind, correction.text) == ("clarification", "It was ten.")


def test_only_a_live_story_is_corrected(at_desk: SignIn, edith: Any, write: Any) -> None:
    draft = write(headline="Not yet", publish=False)
    answer = at_desk(edith).post(
        place(draft, "correct/"), {"kind": "correction", "text": "It was ten."}
    )
    assert answer.status_code == 422
    assert not draft.corrections.exists()


def test_it_is_scheduled_and_taken_off_the_schedule(
    at_desk: SignIn, edith: Any, write: Any
) -> None:
    draft = write(headline="Later", publish=False)
    desk = at_desk(edith)
    at = timezone.localtime(timezone.now() + timedelta(days=1), draft.paper.masthead.zone)
    desk.post(place(draft, "schedule/"), {"at": at.strftime("%Y-%m-%dT%H:%M")})
    html = desk.get(place(draft)).content.decode()
    assert at.strftime("at %H:%M, on the paper") in html
    desk.post(place(draft, "unschedule/"))
    html = desk.get(place(draft)).content.decode()
    assert "Take it off the schedule" not in html
    assert 'state-draft">draft' in html


def test_publish_puts_the_latest_draft_on_the_paper(
    at_desk: SignIn, edith: Any, write: Any
) -> None:
    draft = write(headline="Now", publish=False)
    at_desk(edith).post(place(draft, "publish/"))
    assert Story.objects.get(pk=draft.pk).live


@pytest.mark.parametrize(
    "action", ["publish/", "schedule/", "unschedule/", "correct/", "take-down/", "undo/"]
)
def test_a_reporter_is_refused_with_words_and_nothing_happens(
    at_desk: SignIn, rob: Any, story: Any, action: str
) -> None:
    versions = story.versions.count()
    answer = at_desk(rob).post(place(story, action), {"sure": "on", "kind": "correction"})
    assert answer.status_code == 403
    assert "does not publish" in answer.content.decode()
    assert Story.objects.get().live
    assert story.versions.count() == versions


def test_a_reporter_sees_no_button_to_publish(at_desk: SignIn, rob: Any, write: Any) -> None:
    mine = write(headline="Mine", publish=False, user=rob)
    html = at_desk(rob).get(place(mine)).content.decode()
    assert "/publish/" not in html
    assert f"/newsroom/pages/{mine.pk}/edit/" in html


def test_wagtails_own_editor_gives_a_reporter_no_publish_button(
    at_desk: SignIn, rob: Any, write: Any
) -> None:
    mine = write(headline="Mine", publish=False, user=rob)
    html = at_desk(rob).get(f"/newsroom/pages/{mine.pk}/edit/").content.decode()
    assert "action-publish" not in html


def test_no_action_is_done_by_a_link(at_desk: SignIn, edith: Any, story: Any) -> None:
    assert at_desk(edith).get(place(story, "undo/")).status_code == 405


def test_another_papers_story_is_not_found(at_desk: SignIn, edith: Any, story: Any) -> None:
    from broadsheet.paper.founding import found

    other = found("The Other", hostname="other.example.org")
    Story.objects.filter(pk=story.pk).update(paper=other)
    assert at_desk(edith).get(place(story)).status_code == 404


def test_runs_of_words_name_what_came_and_went() -> None:
    runs = [(r.kind, r.text) for r in word_runs("one two three", "one 2 three")]
    assert runs == [("same", "one "), ("removed", "two"), ("added", "2"), ("same", " three")]


def test_the_same_words_have_no_runs() -> None:
    assert word_runs("one two", "one two") == ()


def test_a_text_that_was_saved_meanwhile_is_not_scheduled_unseen(
    at_desk: SignIn, edith: Any, write: Any
) -> None:
    story = write(headline="For later", publish=False)
    seen = story.latest_revision_id
    story.title = "Not what was seen"
    story.save_revision()
    at = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    answer = at_desk(edith).post(
        place(story, "schedule/"), {"at": at, "revision": seen}, follow=True
    )
    assert "Somebody saved another text" in answer.content.decode()
    story.refresh_from_db()
    assert not story.revisions.exclude(approved_go_live_at=None).exists()


def test_a_record_that_was_altered_behind_the_newsrooms_back_says_so(
    at_desk: SignIn, edith: Any, story: Any
) -> None:
    desk = f"/newsroom/stories/{story.pk}/"
    assert "was altered" not in at_desk(edith).get(desk).content.decode()
    story.versions.filter(number=1).update(note="nobody")
    assert "altered outside the newsroom at version 1:" in at_desk(edith).get(desk).content.decode()
