"""Split, join and take back in the wire room; words found among takes."""

from __future__ import annotations

from typing import Any

from broadsheet.wire.models import Decision, Link, Take, Thread
from broadsheet.wire.reading.queue import read_some
from tests.newsroom.conftest import SignIn
from tests.newsroom.wire.conftest import Comes, body, words
from tests.paper.from_wire.conftest import COPY

URL = "/newsroom/wire/"


def test_a_take_is_split_off_and_that_is_taken_back(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    first = comes(1, paragraphs=COPY)
    second = comes(2, uri="urn:hw:1", source="Harbour Wire", paragraphs=COPY[:3])
    assert first.thread_id == second.thread_id
    client, url = at_desk(rob), f"{URL}{first.thread_id}/"
    page = body(client.post(f"{url}split/", {"take": [second.pk]}, follow=True))
    assert "They are a thread of their own now" in page
    own = Take.objects.get(pk=second.pk).thread
    assert own.pk != first.thread_id
    decision = Decision.objects.get()
    assert "Take it back" in body(client.get(url))
    page = body(client.post(f"{URL}decisions/{decision.pk}/", follow=True))
    assert "The takes are where they were" in page
    assert Take.objects.get(pk=second.pk).thread_id == first.thread_id
    page = body(client.post(f"{URL}decisions/{decision.pk}/", follow=True))
    assert "has taken that back already" in page


def test_a_split_leaves_at_least_one_take_behind(at_desk: SignIn, rob: Any, comes: Comes) -> None:
    take = comes(1, paragraphs=COPY)
    comes(2, uri="urn:sna:1", paragraphs=COPY[:3])
    client, url = at_desk(rob), f"{URL}{take.thread_id}/split/"
    every = list(Take.objects.values_list("pk", flat=True))
    for ticked in ([], every, ["x"]):
        assert "at least one must stay" in body(client.post(url, {"take": ticked}, follow=True))
    assert Thread.objects.count() == 1


def test_two_that_tell_of_one_event_are_joined_from_either(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    one, other = comes(1), comes(2)
    Link.objects.create(one=one.thread, other=other.thread, reason="same quotation")
    client = at_desk(rob)
    page = body(
        client.post(f"{URL}{one.thread_id}/join/", {"thread": other.thread_id}, follow=True)
    )
    assert "The two are one thread now" in page
    assert "All 2 takes" in page
    threads = set(Take.objects.values_list("thread", flat=True))
    assert len(threads) == 1
    gone = ({one.thread_id, other.thread_id} - threads).pop()
    assert "All 2 takes" in body(client.get(f"{URL}{gone}/", follow=True))


def test_ticked_threads_are_joined_and_one_alone_is_not(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    threads = [comes(minute).thread_id for minute in range(1, 4)]
    client = at_desk(rob)
    said = {"action": "join", "thread": threads[:1]}
    assert "Tick two threads or more" in body(client.post(f"{URL}decide/", said, follow=True))
    said["thread"] = threads
    assert "3 threads are one now" in body(client.post(f"{URL}decide/", said, follow=True))
    assert Take.objects.values("thread").distinct().count() == 1


def test_moderators_neither_split_nor_join(at_desk: SignIn, mona: Any, comes: Comes) -> None:
    one, other = comes(1), comes(2)
    client = at_desk(mona)
    said = {"thread": other.thread_id}
    assert client.post(f"{URL}{one.thread_id}/join/", said).status_code == 403
    assert client.post(f"{URL}{one.thread_id}/split/", {"take": one.pk}).status_code == 403
    assert not Decision.objects.exists()


def test_words_find_threads_and_filters_narrow_them(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    found = comes(1, paragraphs=["The herring came back to Selby on Friday."], language="fr")
    comes(2, paragraphs=["The herring came back to Harle on Monday morning."], language="en")
    comes(3, paragraphs=words(3))
    read_some(10)
    client = at_desk(edith)
    page = body(client.get(URL, {"q": "herring"}))
    assert page.count("data-thread=") == 2
    assert "<mark>" in page
    page = body(client.get(URL, {"q": "herring", "language": "fr"}))
    assert f'data-thread="{found.thread_id}"' in page
    assert page.count("data-thread=") == 1
    assert "Nothing matches “<bdi>mackerel</bdi>”" in body(client.get(URL, {"q": "mackerel"}))


def test_words_in_what_was_killed_are_not_shown(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    comes(1, paragraphs=["The herring came back to Selby on Friday."])
    comes(2, uri="urn:sna:1", headline="", paragraphs=[], pubstatus="canceled")
    read_some(10)
    page = body(at_desk(edith).get(URL, {"q": "herring"}))
    assert "<mark>" not in page
    assert "came back" not in page
