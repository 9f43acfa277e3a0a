"""Which thread a take joins, which take stands for it, and what holds whatever comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.wire import shelf
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Decision, Link, Take, Thread
from broadsheet.wire.signals import threads_changed
from broadsheet.wire.threads.best import best_of, embargoes_ended
from broadsheet.wire.threads.deciding import join, split, take_back
from tests.wire.test_keeping import COPY, OTHER, take, text
from tests.wire.threads.test_likeness import ACCOUNT, HOUSE, LONG, MARKET, NEXT_DAY


def came(paper: Any, guid: str, copy: list[str], **more: Any) -> Take:
    """A take is kept."""
    (kept,) = keep(take(guid, **text(copy), **more), paper).takes
    return Take.objects.get(pk=kept.pk)


def at(hour: int) -> str:
    """A time of that day, as ninjs has it."""
    return f"2026-03-06T{hour:02}:00:00Z"


def test_a_house_rewrite_joins_with_the_reason_in_words(paper: Any) -> None:
    first = came(paper, "urn:sna:1", LONG)
    house = came(paper, "urn:house:1", HOUSE, source="House", headline="Port Selby lock opens")
    assert house.thread_id == first.thread_id
    assert house.reason == "100 % of what is told of Sea lock opens"


@pytest.mark.parametrize("copy", [NEXT_DAY, ACCOUNT])
def test_the_same_event_or_the_next_day_is_a_link_with_its_reason(
    paper: Any, copy: list[str]
) -> None:
    first = came(paper, "urn:sna:1", LONG)
    other = came(paper, "urn:sna:2", copy, headline="In the harbour")
    assert other.thread_id != first.thread_id
    link = Link.objects.get()
    assert {link.one_id, link.other_id} == {first.thread_id, other.thread_id}
    assert link.reason


def test_a_report_of_each_day_in_one_form_begins_a_thread_each_day(paper: Any) -> None:
    for day in range(5):
        lines = [
            line.format(
                12 + day, f"Day {day}", 834 - day, 71 + day, "Harrow", 2 + day, 8 + day, day
            )
            for line in MARKET
        ]
        came(paper, f"urn:market:{day}", lines, headline=f"Shares on day {day}")
    assert Thread.objects.count() == 5


def test_an_item_of_more_versions_than_are_ever_compared_stays_one_thread(
    paper: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "VERSIONS", 6)
    for number in range(2 * shelf.COMMON):
        came(
            paper,
            "urn:live",
            [*COPY, f"Entry {number} came in."],
            versioncreated=at(9 + number // 6),
        )
    thread = Thread.objects.get()
    assert thread.size == 2 * shelf.COMMON
    assert Take.objects.filter(newest=True).count() == 1


def test_a_foot_line_finds_only_the_newest_that_have_it(paper: Any) -> None:
    foot = "This report was sent by the Selby News Agency to all of its readers and friends."
    for number in range(shelf.COMMON + 4):
        copy = [f"Report {number} tells of item {number * 7} in row {number * 3} of Selby.", foot]
        came(paper, f"urn:sna:{number}", copy, headline=f"No. {number}")
    with CaptureQueriesContext(connection) as asked:
        came(paper, "urn:sna:x", [*OTHER, foot], headline="Cinema")
    assert max(len(query["sql"]) for query in asked) < 20_000
    assert Thread.objects.filter(size=1).count() == shelf.COMMON + 5


def test_a_short_text_that_is_called_something_else_is_not_joined_by_its_furniture(
    paper: Any,
) -> None:
    standing = (
        "Our friends in the harbour club pay for these films, and we thank Ada and Nell for it."
    )
    first = came(paper, "urn:1", [standing], headline="How a sluice is painted")
    other = came(
        paper, "urn:2", ["We went to see the lighthouse of Tarn and its three keepers.", standing],
        headline="Lighthouse keepers",
    )  # fmt: skip
    assert other.thread_id != first.thread_id


def test_the_fuller_of_two_agencies_stands_for_a_thread_and_the_newer_of_two_as_full(
    paper: Any,
) -> None:
    brief = came(paper, "urn:a:1", LONG[:3], versioncreated=at(9))
    full = came(paper, "urn:b:1", LONG, versioncreated=at(8))
    thread = Thread.objects.get()
    assert (brief.thread_id, thread.best_id) == (thread.pk, full.pk)
    newer = came(paper, "urn:c:1", LONG[:-1], versioncreated=at(10))
    thread.refresh_from_db()
    assert thread.best_id == newer.pk


def test_what_may_be_printed_stands_before_what_may_not(paper: Any) -> None:
    full = came(paper, "urn:b:1", LONG, versioncreated=at(8))
    brief = came(paper, "urn:a:1", LONG[:3], versioncreated=at(9))
    assert Thread.objects.get().best_id == full.pk
    came(paper, "urn:b:1", [], versioncreated=at(10), pubstatus="canceled")
    assert Thread.objects.get().best_id == brief.pk


def test_a_take_stands_for_its_thread_once_its_embargo_is_over(paper: Any) -> None:
    begun = timezone.now()
    until = (begun + timedelta(hours=1)).isoformat()
    held = came(paper, "urn:b:1", LONG, embargoed=until)
    free = came(paper, "urn:a:1", LONG[:3])
    assert held.embargo is not None
    thread = Thread.objects.get()
    assert thread.best_id == free.pk
    assert embargoes_ended(begun - timedelta(days=1)) == []
    later = begun + timedelta(hours=2)
    assert best_of(thread, later) == held
    assert embargoes_ended(begun, later) == [thread]
    thread.refresh_from_db()
    assert thread.best_id == held.pk
    assert embargoes_ended(begun, later) == []


def test_a_take_whose_thread_was_just_joined_to_another_goes_with_it(
    paper: Any, edith: Any
) -> None:
    one, other = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    join([one.thread, other.thread], edith)
    assert shelf.hold_thread(other.thread_id) == one.thread_id
    assert shelf.hold_thread(one.thread_id) == one.thread_id


def test_other_rooms_hear_of_each_decision(paper: Any, edith: Any) -> None:
    heard: list[set[int]] = []

    def hear(threads: list[Thread], **kwargs: Any) -> None:
        heard.append({thread.pk for thread in threads})

    one, other = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    threads_changed.connect(hear)
    try:
        stands = join([one.thread, other.thread], edith)
        made = split([Take.objects.get(pk=other.pk)], edith)
        for decision in Decision.objects.order_by("-pk"):
            take_back(decision, edith)
    finally:
        threads_changed.disconnect(hear)
    both = {one.thread_id, other.thread_id}
    assert heard == [both, {stands.pk, made.pk}, {stands.pk, made.pk}, both]


def test_a_decision_is_taken_back_whatever_was_decided_after_it(paper: Any, edith: Any) -> None:
    one, other = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    third = came(paper, "urn:3", ["A third story has its own words of the winter here."])
    join([one.thread, other.thread], edith)
    join([one.thread, third.thread], edith)
    first, second = Decision.objects.order_by("pk")
    take_back(first, edith)
    assert Take.objects.get(pk=other.pk).thread_id == other.thread_id
    assert Take.objects.get(pk=third.pk).thread_id == one.thread_id
    take_back(second, edith)
    assert [thread.size for thread in Thread.objects.order_by("pk")] == [1, 1, 1]


def test_a_split_is_taken_back_after_what_was_split_off_was_joined_elsewhere(
    paper: Any, edith: Any
) -> None:
    one = came(paper, "urn:1", COPY)
    other = came(paper, "urn:2", COPY, source="ONA", headline="Lock opens")
    old = came(paper, "urn:0", OTHER)
    made = split([other], edith)
    join([old.thread, made], edith)
    take_back(Decision.objects.order_by("pk")[0], edith)
    assert Take.objects.get(pk=other.pk).thread_id == one.thread_id
    assert Take.objects.get(pk=old.pk).thread_id == old.thread_id
    assert Thread.objects.get(pk=one.thread_id).size == 2


def test_what_is_wanted_is_not_spiked_with_what_it_joins(paper: Any, edith: Any) -> None:
    one, other = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    Thread.objects.filter(pk=one.thread_id).update(spiked=timezone.now(), spiked_why="old")
    assert join([one.thread, other.thread], edith).spiked is None
