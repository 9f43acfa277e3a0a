"""The queue of replies."""

from __future__ import annotations

from typing import Any

from broadsheet.replies.models import Reply
from tests.newsroom.conftest import SignIn

DECIDE = "/newsroom/replies/decide/"


def test_a_moderator_accepts_one_and_takes_it_back(
    at_desk: SignIn, mona: Any, story: Any, reply_to: Any
) -> None:
    reply = reply_to(story)
    desk = at_desk(mona)
    html = desk.post(DECIDE, {"action": f"accept-{reply.pk}"}, follow=True).content.decode()
    assert Reply.objects.get().status == Reply.Status.ACCEPTED
    assert "1 decided just now" in html
    desk.post(DECIDE, {"action": "undo", "reply": [reply.pk]})
    assert Reply.objects.get().status == Reply.Status.WAITING


def test_many_are_refused_at_once(at_desk: SignIn, sub: Any, story: Any, reply_to: Any) -> None:
    first, second, third = (reply_to(story, name=f"R{n}", text=f"Words {n}") for n in range(3))
    at_desk(sub).post(DECIDE, {"action": "refuse", "reply": [first.pk, second.pk]})
    assert Reply.objects.filter(status=Reply.Status.REFUSED).count() == 2
    third.refresh_from_db()
    assert third.status == Reply.Status.WAITING


def test_the_queue_is_turned_and_kept_to_one_story(
    at_desk: SignIn, edith: Any, story: Any, write: Any, reply_to: Any
) -> None:
    other = write(headline="Other story")
    for n in range(35):
        reply_to(story, name=f"R{n}", text=f"Words {n}")
    reply_to(other, name="Alone", text="Only here")
    desk = at_desk(edith)
    assert "31 to 36 of 36" in desk.get("/newsroom/replies/?p=2").content.decode()
    html = desk.get(f"/newsroom/replies/?story={other.pk}").content.decode()
    assert "Only here" in html
    assert "Words 1" not in html


def test_no_address_is_shown(at_desk: SignIn, edith: Any, story: Any, reply_to: Any) -> None:
    reply_to(story, name="Reader")
    html = at_desk(edith).get("/newsroom/replies/").content.decode()
    assert "Reader" in html
    assert "sealed" not in html


def test_markup_in_a_reply_is_shown_as_text(
    at_desk: SignIn, edith: Any, story: Any, reply_to: Any
) -> None:
    reply_to(story, text="<script>alert(1)</script>")
    assert "<script>alert" not in at_desk(edith).get("/newsroom/replies/").content.decode()


def test_a_reporter_does_not_decide(at_desk: SignIn, rob: Any, story: Any, reply_to: Any) -> None:
    reply = reply_to(story)
    assert at_desk(rob).get("/newsroom/replies/").status_code == 403
    assert at_desk(rob).post(DECIDE, {"action": f"accept-{reply.pk}"}).status_code == 403
    assert Reply.objects.get().status == Reply.Status.WAITING


def test_nothing_ticked_is_said(at_desk: SignIn, mona: Any, story: Any) -> None:
    html = at_desk(mona).post(DECIDE, {"action": "accept"}, follow=True).content.decode()
    assert "Tick the replies first" in html
