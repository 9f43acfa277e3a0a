"""What is done with threads in the wire room: take, give back, make stories, spike, undo."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.newsroom.wire import claiming
from broadsheet.paper.founding import add_section
from broadsheet.paper.models import MadeFrom, Sorting, Story
from broadsheet.wire.models import Take, Thread
from tests.newsroom.conftest import SignIn
from tests.newsroom.wire.conftest import Comes, body

URL = "/newsroom/wire/"
DECIDE = f"{URL}decide/"


def do(client: Any, action: str, *threads: int, **said: Any) -> Any:
    """Press a button and see where it leads."""
    return client.post(DECIDE, {"action": action, "thread": threads, **said}, follow=True)


def owner(thread: int) -> Any:
    """Who has a thread."""
    return Thread.objects.get(pk=thread).taken_by


def test_whoever_takes_a_thread_is_shown_to_all_and_gives_it_back(
    at_desk: SignIn, rob: Any, sub: Any, comes: Comes
) -> None:
    thread = comes(1).thread_id
    page = body(do(at_desk(rob), f"take-{thread}"))
    assert "You have it" in page
    assert "Rob has it" in body(at_desk(sub).get(URL))
    assert "You gave 1 thread back" in body(do(at_desk(rob), f"give-{thread}"))
    assert owner(thread) is None


def test_what_somebody_else_has_is_taken_over_only_after_a_question(
    at_desk: SignIn, rob: Any, sub: Any, comes: Comes
) -> None:
    thread = comes(1).thread_id
    do(at_desk(rob), f"take-{thread}")
    asked = do(at_desk(sub), f"take-{thread}")
    assert asked.status_code == 409
    assert "Rob has it" in body(asked)
    assert owner(thread) == rob
    do(at_desk(sub), "take", thread, sure="yes", **{f"owner-{thread}": rob.pk})
    assert owner(thread) == sub


def test_a_yes_that_was_said_of_another_owner_takes_nothing(
    at_desk: SignIn, edith: Any, rob: Any, sub: Any, comes: Comes
) -> None:
    thread = comes(1).thread_id
    do(at_desk(edith), f"take-{thread}")
    page = body(do(at_desk(sub), "take", thread, sure="yes", **{f"owner-{thread}": rob.pk}))
    assert "Somebody else was quicker" in page
    assert owner(thread) == edith


def test_of_two_who_take_a_thread_at_one_moment_one_has_it(
    rob: Any, sub: Any, comes: Comes
) -> None:
    thread = comes(1).thread
    read_before = Thread.objects.get(pk=thread.pk)
    assert claiming.take(thread, rob)
    assert not claiming.take(read_before, sub)
    assert claiming.take(thread, rob)
    assert owner(thread.pk) == rob
    assert not claiming.give_back(thread, sub)


def test_a_story_is_made_with_its_section_and_the_thread_is_ones_own(
    at_desk: SignIn, rob: Any, paper: Any, comes: Comes
) -> None:
    take = comes(1, headline="Sea lock opens")
    world = add_section(paper, "World")
    answer = do(at_desk(rob), f"make-{take.thread_id}", section=world.pk)
    story = Story.objects.get()
    assert answer.redirect_chain[-1][0] == f"/newsroom/stories/{story.pk}/"
    assert "The draft is made." in body(answer)
    assert (story.title, story.home_section_id, story.live) == ("Sea lock opens", world.pk, False)
    assert owner(take.thread_id) == rob
    assert Sorting.objects.get().section == world
    assert "draft" in body(at_desk(rob).get(URL))


def test_a_thread_that_nobody_sorted_asks_for_a_section(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    thread = comes(1).thread_id
    answer = do(at_desk(rob), f"make-{thread}")
    assert answer.redirect_chain[-1][0] == f"{URL}{thread}/#make"
    assert "Which section is it for?" in body(answer)
    assert not Story.objects.exists()


def test_two_who_press_the_button_make_one_story(
    at_desk: SignIn, rob: Any, sub: Any, paper: Any, comes: Comes
) -> None:
    thread, world = comes(1).thread_id, add_section(paper, "World")
    do(at_desk(rob), f"make-{thread}", section=world.pk)
    asked = do(at_desk(sub), f"make-{thread}", section=world.pk)
    assert asked.status_code == 409
    page = body(do(at_desk(sub), "make", thread, section=world.pk, sure="yes"))
    assert "A story of it was made already by Rob" in page
    assert Story.objects.count() == 1
    do(at_desk(sub), "make", thread, section=world.pk, sure="yes", again="yes")
    assert Story.objects.count() == 2
    assert owner(thread) == sub


def test_many_are_made_at_once_and_those_without_a_section_are_named(
    at_desk: SignIn, rob: Any, paper: Any, comes: Comes
) -> None:
    takes = [comes(minute) for minute in range(1, 4)]
    threads = [take.thread_id for take in takes]
    world = add_section(paper, "World")
    Sorting.objects.create(thread_id=threads[0], section=world, at=takes[0].received)
    page = body(do(at_desk(rob), "make", *threads))
    assert "1 draft is made." in page
    assert "No section is known for" in page
    assert "Race 3" in page
    page = body(do(at_desk(rob), "make", *threads, section=world.pk))
    assert "2 drafts are made." in page
    assert "1 had a story already" in page
    assert MadeFrom.objects.count() == 3


def test_no_story_is_made_of_what_was_killed_nor_of_an_earlier_version_of_it(
    at_desk: SignIn, rob: Any, paper: Any, comes: Comes
) -> None:
    first = comes(1)
    comes(2, uri="urn:sna:1", headline="", paragraphs=[], pubstatus="canceled")
    world = add_section(paper, "World").pk
    client = at_desk(rob)
    page = body(do(client, f"make-{first.thread_id}", section=world))
    assert "The agency has killed this copy" in page
    page = body(do(client, f"make-{first.thread_id}", section=world, take=first.pk))
    assert "the agency has killed it since" in page
    assert not Story.objects.exists()


def test_a_spiked_thread_leaves_the_list_with_its_reason_and_comes_back(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    threads = [comes(1).thread_id, comes(2).thread_id]
    client = at_desk(rob)
    page = body(do(client, "spike", *threads, why=" Not   for us "))
    assert "2 threads spiked: Not for us." in page
    assert "data-thread" not in page
    assert "2 spiked just now." in page
    spiked = body(client.get(URL, {"standing": "spiked"}))
    assert "Spiked by Rob: Not for us" in spiked
    assert "2 threads back on the list." in body(do(client, "unspike", *threads))
    assert not Thread.objects.filter(spiked__isnull=False).exists()
    assert not Thread.objects.exclude(spiked_why="").exists()


def test_spiking_asks_for_a_reason(at_desk: SignIn, rob: Any, comes: Comes) -> None:
    thread = comes(1).thread_id
    assert "Say why it is spiked" in body(do(at_desk(rob), "spike", thread, why="  "))
    assert Thread.objects.get().spiked is None


def test_a_button_leads_back_to_the_list_as_it_was_narrowed(
    at_desk: SignIn, rob: Any, comes: Comes
) -> None:
    thread = comes(1, language="fr").thread_id
    kept = "language=fr&before=2030-01-01T00%3A00%3A00%2B00%3A00~0"
    answer = do(at_desk(rob), f"take-{thread}", list=kept + "&next=https://example.org/")
    assert answer.redirect_chain[-1][0] == f"{URL}?{kept}"


@pytest.mark.parametrize(
    "said", [{}, {"action": "take"}, {"action": "burn-1"}, {"action": "take-x"}]
)
def test_a_button_without_a_thread_says_what_to_do(
    at_desk: SignIn, rob: Any, comes: Comes, said: dict[str, str]
) -> None:
    comes(1)
    assert "Tick the threads first" in body(at_desk(rob).post(DECIDE, said, follow=True))


def test_a_sorted_thread_is_a_persons_choice(
    at_desk: SignIn, rob: Any, paper: Any, comes: Comes
) -> None:
    thread, city = comes(1).thread_id, add_section(paper, "City")
    client = at_desk(rob)
    page = body(client.post(f"{URL}{thread}/section/", {"section": ""}, follow=True))
    assert "Choose a section first" in page
    page = body(client.post(f"{URL}{thread}/section/", {"section": city.pk}, follow=True))
    assert "sorted under City" in page
    sorting = Sorting.objects.get()
    assert (sorting.section, sorting.rule) == (city, None)


def test_a_story_stops_following_and_follows_again(
    at_desk: SignIn, rob: Any, edith: Any, paper: Any, comes: Comes
) -> None:
    take = comes(1)
    do(at_desk(edith), f"make-{take.thread_id}", section=add_section(paper, "World").pk)
    story, url = Story.objects.get(), f"{URL}{take.thread_id}/follow/"
    client = at_desk(edith)
    page = body(client.post(url, {"story": story.pk, "on": "no"}, follow=True))
    assert "Kills and embargoes still reach it" in page
    assert "Updates are not offered to it." in page
    assert not MadeFrom.objects.get().follows
    assert at_desk(rob).post(url, {"story": story.pk, "on": "yes"}).status_code == 403
    client.post(url, {"story": story.pk, "on": "yes"})
    assert MadeFrom.objects.get().follows


def test_nothing_of_another_papers_is_touched(at_desk: SignIn, rob: Any, comes: Comes) -> None:
    from wagtail.models import Site

    take = comes(1)
    other = Site.objects.create(hostname="other.example.org", root_page=take.paper.root_page)
    Thread.objects.update(paper=other)
    Take.objects.update(paper=other)
    client = at_desk(rob)
    assert "Tick the threads first" in body(do(client, f"take-{take.thread_id}"))
    assert client.get(f"{URL}{take.thread_id}/").status_code == 404
    assert client.get(f"{URL}takes/{take.pk}/as-it-came/").status_code == 404
