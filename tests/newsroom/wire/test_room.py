"""The list of the wire room: what a line says, order and turning, filters, polling, its cost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.newsroom.wire import window
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.from_wire import make_story
from broadsheet.paper.models import Sorting
from broadsheet.wire.models import Agency, TakeReading, Thread, Wire
from tests.newsroom.conftest import SignIn
from tests.newsroom.wire.conftest import BEGAN, Comes, body, words

URL = "/newsroom/wire/"


def listed(page: str) -> list[int]:
    """The threads that a screen shows, in order."""
    return [int(pk) for pk in re.findall(r'data-thread="(\d+)"', page)]


def test_an_empty_room_leads_to_the_first_wire(at_desk: SignIn, edith: Any, rob: Any) -> None:
    page = body(at_desk(edith).get(URL))
    assert "No wire yet" in page
    assert "/newsroom/wires/add/" in page
    assert "/newsroom/wires/add/" not in body(at_desk(rob).get(URL))


def test_a_room_with_a_wire_and_no_take_says_so(at_desk: SignIn, edith: Any, paper: Any) -> None:
    Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="folder")
    assert "Nothing has come yet" in body(at_desk(edith).get(URL))


def test_the_newest_thread_comes_first_whatever_the_agency_dates_it(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    first, second = comes(1), comes(2, versioncreated="2020-01-01T00:00:00Z")
    assert listed(body(at_desk(edith).get(URL))) == [second.thread_id, first.thread_id]


def test_a_line_says_who_what_and_when_on_the_papers_clock(
    at_desk: SignIn, edith: Any, paper: Any, comes: Comes
) -> None:
    Agency.objects.create(paper=paper, name="SNA", slug="sna")
    take = comes(1, urgency=2, headline="Sea lock opens")
    comes(2, uri="urn:hw:1", source="Harbour Wire", paragraphs=words(1), headline="Lock is open")
    Sorting.objects.create(
        thread=take.thread, section=add_section(paper, "World"), at=timezone.now()
    )
    best = Thread.objects.get().best
    assert best is not None
    TakeReading.objects.create(take=best, read=timezone.now(), fixes=2, queries=1)
    page = body(at_desk(edith).get(URL))
    assert "Lock is open" in page
    assert "Harbour Wire, SNA" in page
    assert "2 takes, 2 agencies" in page
    assert "6 Mar, 14:32" in page
    assert "2 to fix" in page
    assert "1 query" in page
    assert ">World</span>" in page
    assert "Boat 7 of club 31" in page


def test_a_take_without_a_headline_is_called_by_its_first_words(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    comes(1, headline="")
    assert "data-open>Boat 7 of club 31 won" in body(at_desk(edith).get(URL))


def test_signals_stand_in_words(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    until = (datetime.now(UTC) + timedelta(days=2)).replace(microsecond=0)
    comes(1, embargoed=until.isoformat().replace("+00:00", "Z"))
    comes(2, headline="CORRECTED-Race two")
    comes(3, headline="Race of the dead")
    comes(4, uri="urn:sna:3", headline="", paragraphs=[], pubstatus="canceled")
    page = body(at_desk(edith).get(URL))
    assert "EMBARGO until" in page
    assert "CORRECTION" in page
    assert "KILLED" in page
    # It is still said what was killed, and none of its words are.
    assert "Race of the dead" in page
    assert "Boat 21 of" not in page


def test_a_kill_by_one_agency_is_said_of_a_thread_that_another_stands_for(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    comes(1)
    comes(2, uri="urn:hw:1", source="Harbour Wire", paragraphs=words(1))
    comes(3, uri="urn:sna:1", headline="", paragraphs=[], pubstatus="canceled")
    assert "KILLED by SNA" in body(at_desk(edith).get(URL))


def test_turning_back_shows_each_thread_once_though_many_came_at_one_moment(
    at_desk: SignIn, edith: Any, comes: Comes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "PER_SCREEN", 3)
    takes = [comes(minute) for minute in range(8)]
    Thread.objects.update(latest=BEGAN)
    client, seen, page = at_desk(edith), [], body(at_desk(edith).get(URL))
    while True:
        seen += listed(page)
        older = re.search(r'href="(\?[^"]*before=[^"]+)">Older', page)
        if older is None:
            break
        page = body(client.get(URL + older[1].replace("&amp;", "&")))
    assert sorted(seen) == sorted(take.thread_id for take in takes)
    assert len(seen) == len(set(seen)) == 8


@pytest.mark.parametrize("mark", ["x", "2026-01-01T00:00:00~4", "~", "2026-01-01T00:00:00+00:00~x"])
def test_a_mark_that_makes_no_sense_shows_the_newest(
    at_desk: SignIn, edith: Any, comes: Comes, mark: str
) -> None:
    take = comes(1)
    assert listed(body(at_desk(edith).get(URL, {"before": mark}))) == [take.thread_id]


FILTERS = [
    {"language": "fr"},
    {"urgency": "3"},
    {"kind": "picture"},
    {"agency": "agency"},
    {"wire": "wire"},
    {"section": "section"},
    {"standing": "with"},
    {"standing": "mine"},
    {"standing": "spiked"},
]


@pytest.mark.parametrize("said", FILTERS, ids=str)
def test_a_filter_shows_what_fits_and_leaves_out_what_does_not(
    at_desk: SignIn, edith: Any, paper: Any, comes: Comes, said: dict[str, str]
) -> None:
    agency = Agency.objects.create(paper=paper, name="Harbour Wire", slug="hw")
    wire = Wire.objects.create(paper=paper, name="HW", slug="hw", kind="folder")
    section = add_section(paper, "City")
    comes(1, language="en", urgency=5)
    fits = comes(2, language="fr-CA", urgency=3, type="picture", source="Harbour Wire", wire=wire)
    Sorting.objects.create(thread=fits.thread, section=section, at=timezone.now())
    if said.get("standing") in {"with", "mine"}:
        make_story(fits, user=edith)
    if said.get("standing") == "spiked":
        Thread.objects.filter(pk=fits.thread_id).update(spiked=timezone.now())
    numbers = {"agency": agency.pk, "wire": wire.pk, "section": section.pk}
    asked = {name: str(numbers.get(name, value)) for name, value in said.items()}
    assert listed(body(at_desk(edith).get(URL, asked))) == [fits.thread_id]


def test_without_a_story_and_unread_are_each_persons_own_view(
    at_desk: SignIn, edith: Any, rob: Any, comes: Comes
) -> None:
    done, left = comes(1), comes(2)
    make_story(done, user=edith, section=find_section(done.paper, "World"))
    client = at_desk(edith)
    assert listed(body(client.get(URL, {"standing": "without"}))) == [left.thread_id]
    client.get(f"{URL}{left.thread_id}/")
    assert listed(body(client.get(URL, {"standing": "unread"}))) == [done.thread_id]
    assert len(listed(body(at_desk(rob).get(URL, {"standing": "unread"})))) == 2
    comes(3, uri="urn:sna:2", headline="Race 2 again")
    assert left.thread_id in listed(body(client.get(URL, {"standing": "unread"})))


def test_a_filter_that_makes_no_sense_filters_nothing(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    take = comes(1)
    said = {
        "wire": "'",
        "agency": "9" * 40,
        "urgency": "x",
        "language": "%",
        "kind": "a",
        "p": "-1",
    }
    assert listed(body(at_desk(edith).get(URL, said))) == [take.thread_id]


def test_nothing_that_matches_is_said_with_how_far_was_looked(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    comes(1)
    page = body(at_desk(edith).get(URL, {"language": "fr"}))
    assert "Nothing matches among the 5000 threads" in page
    assert "Look further back" not in page


def test_a_filter_looks_through_a_stretch_and_offers_to_go_on(
    at_desk: SignIn, edith: Any, comes: Comes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "WINDOW", 3)
    old = comes(1, language="fr")
    for minute in range(2, 7):
        comes(minute, language="en")
    client = at_desk(edith)
    page = body(client.get(URL, {"language": "fr"}))
    assert listed(page) == []
    further = re.search(r'href="([^"]+)">Look further back', page)
    assert further is not None
    assert listed(body(client.get(URL + further[1].replace("&amp;", "&")))) == [old.thread_id]


def ask(client: Any, etag: str = "", **said: str) -> Any:
    """Ask as the screen's script does."""
    more = {"HTTP_IF_NONE_MATCH": etag} if etag else {}
    return client.get(URL, said, HTTP_X_ASKED_BY="screen", **more)


def test_an_open_screen_is_told_nothing_until_something_changes(
    at_desk: SignIn, edith: Any, rob: Any, comes: Comes
) -> None:
    take = comes(1)
    client = at_desk(edith)
    answer = ask(client)
    etag = answer["ETag"]
    assert "<html" not in body(answer)
    same = ask(client, etag)
    assert (same.status_code, same.content) == (304, b"")
    at_desk(rob).post(f"{URL}decide/", {"action": f"take-{take.thread_id}"})
    changed = ask(client, etag)
    assert changed.status_code == 200
    assert "Rob has it" in body(changed)
    comes(2)
    assert ask(client, changed["ETag"]).status_code == 200


def test_without_script_the_room_refreshes_itself_and_an_older_screen_does_not(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    comes(1)
    client = at_desk(edith)
    assert '<noscript><meta http-equiv="refresh"' in body(client.get(URL))
    older = body(client.get(URL, {"before": "2030-01-01T00:00:00+00:00~0"}))
    assert "http-equiv" not in older
    assert 'data-asks="0"' in older


def test_thirty_threads_cost_as_many_queries_as_one(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    client, counts = at_desk(edith), []
    for minute in range(30):
        take = comes(minute)
        if minute in {0, 29}:
            make_story(take, user=edith, section=find_section(take.paper, "World"))
            with CaptureQueriesContext(connection) as asked:
                client.get(URL)
            counts.append(len(asked))
            assert not [q for q in asked if "COUNT(" in q["sql"] and "wire_t" in q["sql"]]
    assert counts[0] == counts[1]
    with CaptureQueriesContext(connection) as asked:
        ask(client)
    assert len(asked) <= 14


def test_the_list_stands_on_the_index_of_threads(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    comes(1)
    with CaptureQueriesContext(connection) as asked:
        ask(at_desk(edith), before="2030-01-01T00:00:00+00:00~0")
    (query,) = [q["sql"] for q in asked if 'ORDER BY "broadsheet_wire_thread"."latest"' in q["sql"]]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query}")
            plan = " ".join(str(row[-1]) for row in cursor.fetchall())
        assert "threads_newest_first" in plan


def test_a_moderator_reads_and_is_given_no_button(at_desk: SignIn, mona: Any, comes: Comes) -> None:
    take = comes(1)
    page = body(at_desk(mona).get(URL))
    assert listed(page) == [take.thread_id]
    assert "Take it" not in page
    answer = at_desk(mona).post(f"{URL}decide/", {"action": f"take-{take.thread_id}"})
    assert answer.status_code == 403
    assert Thread.objects.get().taken_by is None
