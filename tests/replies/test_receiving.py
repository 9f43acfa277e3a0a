"""Taking a reply in: once, and not too many an hour."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from broadsheet.replies import receiving, sealing
from broadsheet.replies.models import Reply, Sending
from broadsheet.replies.receiving import ClosedError, Received, TooManyError, receive
from tests.conftest import write_story

FROM = "192.0.2.7"


def send(story: Any, text: str = "Well said.", **other: str) -> Received:
    facts = {"name": "Reader", "email": "reader@example.org", "network_address": FROM, **other}
    return receive(story, text=text, **facts)


@pytest.fixture
def story(paper: Site, write: Any) -> Any:
    return write(headline="Ferry back in service")


@pytest.mark.django_db
def test_a_reply_waits_and_its_address_is_nowhere_in_plain(story: Any) -> None:
    reply = send(story, email="Reader@Example.org").reply
    assert (reply.status, reply.name, reply.text) == ("waiting", "Reader", "Well said.")
    assert sealing.unseal(reply.email_sealed) == "Reader@Example.org"
    row = Reply.objects.filter(pk=reply.pk).values().get()
    shown = repr(row) + repr(reply) + str(reply)
    assert "example.org" not in shown.lower()


@pytest.mark.django_db
def test_the_same_reply_sent_again_within_a_day_is_one(story: Any) -> None:
    first = send(story, "I agree.\nFully.")
    second = send(story, "I  agree. Fully. ", email="READER@example.org", name="Another name")
    assert (first.new, second.new) == (True, False)
    assert second.reply == first.reply
    assert Reply.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other", [{"text": "Else."}, {"email": "other@example.org"}], ids=["text", "reader"]
)
def test_another_text_or_reader_is_another_reply(story: Any, other: dict[str, str]) -> None:
    send(story)
    send(story, **other)
    assert Reply.objects.count() == 2


@pytest.mark.django_db
def test_the_same_words_under_another_story_are_another_reply(story: Any, write: Any) -> None:
    send(story)
    send(write(headline="Another"))
    assert Reply.objects.count() == 2


@pytest.mark.django_db
def test_the_same_words_a_day_later_are_another_reply(story: Any) -> None:
    first = send(story).reply
    Reply.objects.filter(pk=first.pk).update(received=timezone.now() - timedelta(hours=24.1))
    assert send(story).new


@pytest.mark.django_db
def test_the_hours_number_is_kept_and_what_is_over_it_is_told_when(
    story: Any, settings: Any
) -> None:
    for number in range(settings.CONFIG.replies_per_hour):
        send(story, f"Reply {number}")
    with pytest.raises(TooManyError) as caught:
        send(story, "One more")
    assert 3590 <= caught.value.seconds <= 3601
    assert send(story, "One more", network_address="192.0.2.8").new


@pytest.mark.django_db
def test_what_was_sent_an_hour_ago_no_longer_counts(story: Any, settings: Any) -> None:
    for number in range(settings.CONFIG.replies_per_hour):
        send(story, f"Reply {number}")
    Sending.objects.update(at=timezone.now() - timedelta(minutes=61))
    assert send(story, "One more").new


@pytest.mark.django_db
def test_a_bad_connection_that_sends_thirty_times_uses_up_one_of_the_hour(story: Any) -> None:
    for _ in range(30):
        send(story)
    assert Sending.objects.count() == 1


@pytest.mark.django_db
def test_the_network_address_is_not_kept(story: Any) -> None:
    send(story)
    assert FROM not in repr(list(Sending.objects.values()) + list(Reply.objects.values()))


@pytest.mark.django_db
@pytest.mark.parametrize("closed", ["story", "paper", "down"])
def test_closed_replies_are_refused(story: Any, closed: str) -> None:
    if closed == "story":
        story.replies_open = False
    elif closed == "paper":
        story.paper.masthead.replies_open = False
    else:
        story.live = False
    with pytest.raises(ClosedError):
        send(story)
    assert not Reply.objects.exists()


def _founded_story() -> Any:
    """A story on a paper, in tables that a transactional test before this may have emptied."""
    from wagtail.models import Collection, Locale

    from broadsheet.paper.founding import found
    from broadsheet.paper.tree.models import PaperPage

    Locale.objects.get_or_create(language_code="en")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    if PaperPage.get_first_root_node() is None:
        PaperPage.add_root(title="Root", slug="root")
    return write_story(found("The Selby Clarion", sections=["World"]), "Ferry back in service")


@pytest.mark.django_db(transaction=True)
def test_the_same_reply_sent_eight_times_at_one_moment_is_one() -> None:
    story = _founded_story()
    together = threading.Barrier(8)
    outcomes: list[bool] = []

    def one() -> None:
        together.wait()
        try:
            outcomes.append(send(story).new)
        finally:
            connection.close()

    readers = [threading.Thread(target=one) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert sorted(outcomes) == [False] * 7 + [True]
    assert Reply.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_one_moment_do_not_slip_past_the_hours_number(settings: Any) -> None:
    story = _founded_story()
    most = settings.CONFIG.replies_per_hour
    together = threading.Barrier(most + 4)
    refused: list[int] = []

    def one(number: int) -> None:
        together.wait()
        try:
            send(story, f"Reply {number}")
        except receiving.TooManyError as error:
            refused.append(error.seconds)
        finally:
            connection.close()

    readers = [threading.Thread(target=one, args=(n,)) for n in range(most + 4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert (Reply.objects.count(), len(refused)) == (most, 4)
