"""An agency's second thoughts reach every story that came from its take."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.paper import publishing
from broadsheet.paper.filing import file_copy
from broadsheet.paper.founding import find_section
from broadsheet.paper.from_wire import make_story
from broadsheet.paper.from_wire.following import Follower, act_when_due
from broadsheet.paper.from_wire.offering import applied, offer_of
from broadsheet.paper.models import Hold, MadeFrom, Notice, SecondThought, Story
from broadsheet.wire.models import Take, Waiting
from tests.paper.from_wire.conftest import COPY, Sender

LATER = "2026-03-06T10:00:00Z"
KILL: dict[str, Any] = {
    "pubstatus": "canceled", "versioncreated": LATER, "paragraphs": [], "headline": "",
}  # fmt: skip


def story_of(take: Take, user: Any, *, live: bool = True) -> Story:
    """A story made of a take, on the paper or not."""
    story = make_story(take, user=user, section=find_section(take.paper, "World")).story
    if live:
        publishing.publish(story.get_latest_revision_as_object(), user=user)
    found: Story = Story.objects.get(pk=story.pk)
    return found


def thought_of(story: Story) -> SecondThought:
    """The only second thought of a story."""
    return SecondThought.objects.get(story=story)


def test_a_kill_takes_the_story_off_the_paper_at_once(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    send(**KILL)
    assert Follower().turn() >= 1
    story.refresh_from_db()
    assert not story.live
    thought = thought_of(story)
    assert (thought.kind, thought.found_by, thought.answered) == ("kill", "lineage", None)
    assert "at once" in thought.done_at_once
    with pytest.raises(ValidationError, match="SNA has killed"):
        publishing.publish(story.get_latest_revision_as_object(), user=edith)
    with pytest.raises(ValidationError, match="killed"):
        publishing.undo(story, user=edith)


def test_a_kill_holds_a_draft_and_takes_it_off_the_schedule(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith, live=False)
    soon = timezone.now() + timedelta(hours=1)
    publishing.schedule(story.get_latest_revision_as_object(), soon, user=edith)
    send(**KILL)
    Follower().turn()
    assert Hold.objects.filter(story=story, kind="kill", lifted=None).exists()
    assert not story.revisions.exclude(approved_go_live_at=None).exists()


def test_an_editor_has_the_minutes_that_are_set(send: Sender, edith: Any, settings: Any) -> None:
    from dataclasses import replace

    settings.CONFIG = replace(settings.CONFIG, kill_wait_minutes=15)
    story = story_of(send(), edith)
    send(**KILL)
    Follower().turn()
    thought = thought_of(story)
    assert Story.objects.get(pk=story.pk).live
    assert thought.due is not None
    assert abs(thought.due - thought.received - timedelta(minutes=15)) < timedelta(seconds=1)
    assert act_when_due() == 0
    SecondThought.objects.update(due=timezone.now())
    assert act_when_due() == 1
    assert not Story.objects.get(pk=story.pk).live
    assert act_when_due() == 0


def test_pasted_copy_is_found_when_the_agency_kills_it(send: Sender, paper: Any) -> None:
    send()
    pasted = "World\n\nGate moves at Port Selby\n\n" + "\n\n".join(COPY[1:]) + "\n"
    story = file_copy(paper, pasted, section="World", publish=True).story
    assert MadeFrom.objects.filter(story=story).exists()
    send(**KILL)
    Follower().turn()
    assert not Story.objects.get(pk=story.pk).live


def test_copy_pasted_before_its_take_came_is_found_by_its_text(send: Sender, paper: Any) -> None:
    pasted = "World\n\nGate moves at Port Selby\n\n" + "\n\n".join(COPY[1:]) + "\n"
    story = file_copy(paper, pasted, section="World", publish=True).story
    send()
    send(**KILL)
    Follower().turn()
    thought = thought_of(story)
    assert (thought.found_by, Story.objects.get(pk=story.pk).live) == ("text", False)


def test_a_sentence_in_common_raises_an_alarm_and_takes_nothing_down(
    send: Sender, paper: Any
) -> None:
    send()
    other = (
        "World\n\nBoats wait\n\nThe town council met on Monday to talk of the harbour's future.\n\n"
        "It put off its vote until the summer.\n\n" + COPY[2] + "\n"
    )
    story = file_copy(paper, other, section="World", publish=True).story
    MadeFrom.objects.filter(story=story).delete()
    send(**KILL)
    Follower().turn()
    assert thought_of(story).kind == "kill"
    assert Story.objects.get(pk=story.pk).live


def test_an_update_is_offered_and_keeps_our_edits(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    latest = story.get_latest_revision_as_object()
    latest.title = "Port Selby's lock is open"
    latest.body[2] = ("paragraph", "<p>Forty <b>fishing</b> boats lay in the outer basin.</p>")
    publishing.publish(latest, user=edith)
    paragraphs = [COPY[0].replace("nine", "ten"), COPY[1], COPY[2], COPY[3],
                  "A second lock is planned for the summer."]  # fmt: skip
    send(paragraphs=paragraphs, versioncreated=LATER)
    Follower().turn()
    made = offer_of(thought_of(story))
    assert made is not None
    assert (made.changes, made.conflicts) == (2, 0)
    ends = [str(block.value.source) for block in applied(made, {}).body]
    assert "ten days" in ends[0]
    assert "<b>fishing</b>" in ends[2]
    assert ends[4] == "<p>A second lock is planned for the summer.</p>"
    assert made.story.title == "Port Selby's lock is open"
    assert Story.objects.get(pk=story.pk).live


def test_what_both_changed_waits_for_a_person(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    latest = story.get_latest_revision_as_object()
    latest.body[2] = ("paragraph", "<p>Forty fishing boats lay in the outer basin then.</p>")
    publishing.publish(latest, user=edith)
    send(paragraphs=[*COPY[:2], COPY[2].replace("Forty", "Sixty"), COPY[3]], versioncreated=LATER)
    Follower().turn()
    made = offer_of(thought_of(story))
    assert made is not None
    assert made.conflicts == 1
    number = next(n for n, row in enumerate(made.merge.rows) if row.state == "conflict")
    for side, words in {"ours": "Forty fishing", "new": "Sixty boats"}.items():
        again = offer_of(thought_of(story))
        assert again is not None
        body = applied(again, {number: side}).body
        assert words in str(body[2].value.source)


def test_an_update_that_brings_nothing_is_not_offered(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    send(versioncreated=LATER, urgency=2)
    Follower().turn()
    assert not SecondThought.objects.filter(story=story).exists()


def test_a_newer_update_stands_in_the_older_ones_place(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    send(paragraphs=[*COPY, "One line more of it came."], versioncreated=LATER)
    Follower().turn()
    send(paragraphs=[*COPY, "Two lines more of it came."], versioncreated="2026-03-06T11:00:00Z")
    Follower().turn()
    answers = (
        SecondThought.objects.filter(story=story).order_by("id").values_list("answer", flat=True)
    )
    assert list(answers) == ["overtaken", ""]


def test_a_story_that_does_not_follow_is_told_of_kills_only(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    MadeFrom.objects.update(follows=False)
    send(paragraphs=[*COPY, "One line more of it came."], versioncreated=LATER)
    Follower().turn()
    assert not SecondThought.objects.exists()
    send(**KILL | {"versioncreated": "2026-03-06T12:00:00Z"})
    Follower().turn()
    assert thought_of(story).kind == "kill"


def test_an_embargo_that_comes_later_holds_and_its_end_lets_go(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    until = timezone.now() + timedelta(hours=2)
    send(embargoed=until.isoformat(), versioncreated=LATER)
    Follower().turn()
    assert not Story.objects.get(pk=story.pk).live
    send(versioncreated="2026-03-06T13:00:00Z", paragraphs=[*COPY, "It is free now to be read."])
    Follower().turn()
    assert not Hold.objects.filter(story=story, lifted=None).exists()
    publishing.publish(Story.objects.get(pk=story.pk).get_latest_revision_as_object(), user=edith)


def test_a_correction_is_called_one(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    send(
        paragraphs=[COPY[0].replace("nine", "six"), *COPY[1:]],
        versioncreated=LATER,
        headline="CORRECTED-Sea lock opens",
    )
    Follower().turn()
    assert thought_of(story).kind == "correction"


def test_following_twice_does_nothing_twice(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    kill = send(**KILL)
    Follower().turn()
    Waiting.objects.create(take=kill, work="alarm")
    Follower().turn()
    assert SecondThought.objects.filter(story=story).count() == 1
    assert Hold.objects.filter(story=story).count() == 1


def test_a_new_uri_that_names_the_old_one_is_its_next_version(send: Sender, edith: Any) -> None:
    story = story_of(send(), edith)
    send(uri="urn:sna:2", versioncreated=LATER, pubstatus="canceled", paragraphs=[],
         associations={}, evolvedfrom="urn:sna:1")  # fmt: skip
    Follower().turn()
    assert not Story.objects.get(pk=story.pk).live


def test_a_kill_goes_out_by_mail_and_web_hook(
    send: Sender, edith: Any, settings: Any, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from broadsheet.paper.from_wire import notices

    settings.CONFIG = replace(
        settings.CONFIG, mail_url="smtp://mail.example", alarm_hook="http://127.0.0.1:9/hook",
        public_url="https://clarion.example",
    )  # fmt: skip
    posted: list[dict[str, Any]] = []
    monkeypatch.setattr(notices, "post", lambda url, data: posted.append(json.loads(data)))
    story_of(send(), edith)
    send(**KILL)
    Follower().turn()
    assert notices.send_waiting() == 2
    assert mailoutbox[0].subject == "KILL: Sea lock opens"
    assert mailoutbox[0].bcc == ["edith@example.org"]
    assert posted[0]["event"] == "kill"
    assert posted[0]["link"].startswith("https://clarion.example/newsroom/")
    assert notices.send_waiting() == 0


def test_a_hook_that_does_not_answer_is_tried_again(
    send: Sender, edith: Any, settings: Any
) -> None:
    from dataclasses import replace

    from broadsheet.paper.from_wire import notices

    settings.CONFIG = replace(settings.CONFIG, alarm_hook="http://127.0.0.1:9/hook")
    story_of(send(), edith)
    send(**KILL)
    Follower().turn()
    assert notices.send_waiting() == 0
    notice = Notice.objects.get()
    assert notice.next_try is not None
    assert notice.next_try > timezone.now()
    assert notice.problem


def test_a_take_that_cannot_be_followed_holds_no_other_up(
    send: Sender, edith: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from broadsheet.paper.from_wire import following

    story = story_of(send(), edith)
    first = send(uri="urn:sna:9", pubstatus="canceled", paragraphs=[])
    send(**KILL)
    follow = following.follow

    def breaks(take: Take) -> Any:
        if take.pk == first.pk:
            raise LookupError("broken inside")
        return follow(take)

    monkeypatch.setattr(following, "follow", breaks)
    follower = Follower()
    follower.turn()
    assert not Story.objects.get(pk=story.pk).live
    assert Waiting.objects.filter(take=first, work="alarm").exists()
    monkeypatch.setattr(following, "follow", follow)
    follower.again.clear()
    assert follower.turn() >= 1
    assert not Waiting.objects.filter(take=first, work="alarm").exists()


def test_copy_pasted_after_the_agency_killed_it_cannot_be_published(
    send: Sender, paper: Any, edith: Any
) -> None:
    send()
    send(**KILL)
    Follower().turn()
    pasted = "World\n\nGate moves at Port Selby\n\n" + "\n\n".join(COPY[1:]) + "\n"
    with pytest.raises(ValidationError, match="SNA has killed"):
        file_copy(paper, pasted, section="World", publish=True)
    story = file_copy(paper, pasted, section="World").story
    with pytest.raises(ValidationError, match="SNA has killed"):
        publishing.publish(story.get_latest_revision_as_object(), user=edith)


def test_a_story_that_was_tied_off_is_not_told_of_updates(send: Sender, edith: Any) -> None:
    from broadsheet.paper.from_wire import follow

    story = story_of(send(), edith)
    follow(story, on=False)
    send(paragraphs=[*COPY, "One line more of it came."], versioncreated=LATER)
    Follower().turn()
    assert not SecondThought.objects.exists()
