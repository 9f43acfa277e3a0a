"""What is done by the clock: publishing what is due, the lease, the hourly chores."""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.utils import timezone
from wagtail.models import Revision, Site

from broadsheet.paper import lists, publishing
from broadsheet.press.models import Lease
from broadsheet.replies.models import Sending
from broadsheet.serve import chores, due, lease
from broadsheet.serve.due import Due
from broadsheet.serve.scheduler import Scheduler


class Clock:
    """Seconds that pass when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def schedule(story: Any, at: datetime) -> None:
    """As an editor does it; the time may have passed since."""
    publishing.schedule(story.get_latest_revision_as_object(), timezone.now() + timedelta(hours=1))
    revision = Revision.objects.exclude(approved_go_live_at=None).get(object_id=story.pk)
    revision.content["go_live_at"] = at.isoformat()
    revision.approved_go_live_at = at
    revision.save()


def ago(seconds: float) -> datetime:
    return timezone.now() - timedelta(seconds=seconds)


@pytest.mark.django_db
def test_what_is_due_is_published_and_what_is_not_waits(paper: Site, write: Any) -> None:
    for headline, at in (("Now", ago(1)), ("Later", ago(-600))):
        schedule(write(headline=headline, publish=False), at)
    assert Due().do() == 1
    assert [story.title for story in lists.latest(paper)] == ["Now"]
    assert Due().do() == 0


@pytest.mark.django_db
def test_after_a_stop_everything_is_caught_up_in_order(paper: Site, write: Any) -> None:
    for hours in (1, 3, 2):
        schedule(write(headline=f"{hours} h", publish=False), ago(hours * 3600))
    assert Due().do() == 3
    assert lists.latest(paper).count() == 3


@pytest.mark.django_db
def test_what_has_run_out_is_taken_off(paper: Site, write: Any) -> None:
    story = write(headline="For a day")
    type(story).objects.filter(pk=story.pk).update(expire_at=ago(1))
    assert Due().do() == 1
    assert not lists.latest(paper).exists()


@pytest.mark.django_db
def test_one_story_that_fails_stops_no_other_and_is_tried_again_later(
    paper: Site, write: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for headline in ("Broken", "Sound"):
        schedule(write(headline=headline, publish=False), ago(60))
    true_publish = due._publish
    tried: list[str] = []

    def publish(revision: Any) -> None:
        tried.append(revision.content["title"])
        if revision.content["title"] == "Broken":
            raise ValueError("no such picture")
        true_publish(revision)

    monkeypatch.setattr(due, "_publish", publish)
    clock = Clock()
    scheduler = Due(clock)
    with caplog.at_level(logging.ERROR):
        assert scheduler.do() == 1
        scheduler.do()
    assert [story.title for story in lists.latest(paper)] == ["Sound"]
    assert tried.count("Broken") == 1
    assert "no such picture" in caplog.text
    for pause in (2.0, 4.0, 8.0):
        clock.now += pause + 0.1
        scheduler.do()
    assert tried.count("Broken") == 4


@pytest.mark.django_db
def test_a_busy_database_is_no_fault_of_the_story(
    paper: Site, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule(write(headline="Waits", publish=False), ago(60))

    def locked(revision: Any) -> None:
        raise OperationalError("database is locked")

    scheduler = Due()
    with monkeypatch.context() as patch:
        patch.setattr(due, "_publish", locked)
        assert scheduler.do() == 0
    assert scheduler.do() == 1


@pytest.mark.django_db
def test_one_holds_the_lease_and_may_prolong_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lease.hold("clock", "a")
    assert not lease.hold("clock", "b")
    assert lease.hold("clock", "a")
    assert lease.hold("another job", "b")


@pytest.mark.django_db
def test_a_silent_holder_loses_the_lease() -> None:
    lease.hold("clock", "a")
    Lease.objects.update(until=ago(1))
    assert lease.hold("clock", "b")
    assert not lease.hold("clock", "a")


@pytest.mark.django_db
def test_a_lease_given_back_is_free_at_once() -> None:
    lease.hold("clock", "a")
    lease.give_back("clock", "b")
    assert not lease.hold("clock", "b")
    lease.give_back("clock", "a")
    assert lease.hold("clock", "b")


@pytest.mark.django_db(transaction=True)
def test_of_six_that_reach_for_a_new_lease_one_gets_it() -> None:
    together = threading.Barrier(6)
    got: list[bool] = []

    def one(name: str) -> None:
        together.wait()
        try:
            got.append(lease.hold("clock", name))
        finally:
            connection.close()

    crowd = [threading.Thread(target=one, args=(f"p{n}",)) for n in range(6)]
    for process in crowd:
        process.start()
    for process in crowd:
        process.join()
    assert sorted(got) == [False] * 5 + [True]


@pytest.mark.django_db
def test_of_two_schedulers_one_works(paper: Site, write: Any) -> None:
    first, second = Scheduler(), Scheduler()
    assert (first.turn(), second.turn()) == (True, False)
    schedule(write(headline="Now", publish=False), ago(1))
    assert second.turn() is False
    assert not lists.latest(paper).exists()
    first.turn()
    assert lists.latest(paper).exists()


@pytest.mark.django_db
def test_the_hour_takes_away_what_was_kept_for_an_hour_only() -> None:
    Sending.objects.create(address_hmac="old", at=ago(3700))
    Sending.objects.create(address_hmac="new", at=ago(60))
    Session.objects.create(session_key="old", session_data="", expire_date=ago(1))
    chores.do_all()
    assert [row.address_hmac for row in Sending.objects.all()] == ["new"]
    assert not Session.objects.exists()


@pytest.mark.django_db
def test_a_chore_that_fails_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []

    def broken() -> None:
        raise ValueError("no broom")

    monkeypatch.setattr(chores, "CHORES", (broken, lambda: done.append("swept")))
    with caplog.at_level(logging.ERROR):
        chores.do_all()
    assert done == ["swept"]
    assert "'broken' failed" in caplog.text
