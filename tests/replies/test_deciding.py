"""What a moderator does with a reply."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Site

from broadsheet.replies import deciding, lists
from broadsheet.replies.models import Reply
from broadsheet.replies.receiving import receive
from broadsheet.replies.signals import reply_changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(paper: Site, write: Any) -> Any:
    return write(headline="Ferry back in service")


@pytest.fixture
def reply(story: Any) -> Reply:
    return receive(
        story, name="Reader", email="r@example.org", text="Good.", network_address="192.0.2.7"
    ).reply


@pytest.fixture
def heard() -> Any:
    told: list[str] = []

    def listen(reply: Reply, **kwargs: Any) -> None:
        told.append(reply.status)

    reply_changed.connect(listen)
    yield told
    reply_changed.disconnect(listen)


def test_an_accepted_reply_is_printed_with_who_and_when(
    story: Any, reply: Reply, mona: Any, heard: list[str]
) -> None:
    done = deciding.accept(reply, mona)
    assert (done.status, done.decided_by, done.decided is None) == ("accepted", mona, False)
    assert list(lists.accepted(story)) == [done]
    assert heard == ["accepted"]


def test_a_refused_reply_is_not_printed_and_changes_no_page(
    story: Any, reply: Reply, mona: Any, heard: list[str]
) -> None:
    deciding.refuse(reply, mona)
    assert not lists.accepted(story).exists()
    assert heard == []


def test_taking_an_accepted_reply_off_again_changes_the_page(
    story: Any, reply: Reply, mona: Any, heard: list[str]
) -> None:
    deciding.accept(reply, mona)
    deciding.refuse(reply, mona)
    assert heard == ["accepted", "refused"]


def test_undo_puts_it_back_into_the_queue_as_it_was(
    paper: Site, reply: Reply, mona: Any, heard: list[str]
) -> None:
    deciding.accept(reply, mona)
    undone = deciding.undo(reply, mona)
    assert (undone.status, undone.decided, undone.decided_by) == ("waiting", None, None)
    assert list(deciding.waiting(paper)) == [undone]
    assert heard == ["accepted", "waiting"]


def test_deciding_the_same_twice_changes_nothing(
    reply: Reply, mona: Any, sub: Any, heard: list[str]
) -> None:
    deciding.accept(reply, mona)
    again = deciding.accept(reply, sub)
    assert (again.decided_by, heard) == (mona, ["accepted"])


def test_the_queue_is_the_oldest_first(paper: Site, story: Any) -> None:
    for number in range(3):
        receive(
            story,
            name=f"Reader {number}",
            email="r@example.org",
            text=f"Number {number}",
            network_address="192.0.2.7",
        )
    assert [r.name for r in deciding.waiting(paper)] == ["Reader 0", "Reader 1", "Reader 2"]


def test_the_paper_answers_in_its_own_name(story: Any, edith: Any, heard: list[str]) -> None:
    answer = deciding.answer(story, "It sails\u202e daily.", edith)
    assert (answer.name, answer.text, answer.from_the_paper) == (
        "The Selby Clarion",
        "It sails daily.",
        True,
    )
    assert heard == ["accepted"]


def test_an_empty_answer_is_refused(story: Any, edith: Any) -> None:
    with pytest.raises(ValueError, match="words"):
        deciding.answer(story, " \n ", edith)


def test_deleting_a_printed_reply_changes_the_page(
    reply: Reply, mona: Any, heard: list[str]
) -> None:
    deciding.accept(reply, mona).delete()
    assert heard == ["accepted", "accepted"]


def test_deleting_one_that_waits_changes_no_page(reply: Reply, heard: list[str]) -> None:
    reply.delete()
    assert heard == []
