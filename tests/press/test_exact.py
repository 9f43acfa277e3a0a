"""No page is ever stale, and none is printed again for nothing: whatever happens to the paper, every
address is what a fresh render gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from broadsheet.paper import publishing
from broadsheet.paper.models import Story
from broadsheet.replies import deciding
from broadsheet.replies.models import Reply
from tests.press.machine import SMALL, Paper, Tally

#: More for a long look: RUNS_OF_THE_PRESS=200.
RUNS = int(os.environ.get("RUNS_OF_THE_PRESS", "1"))
STEPS = 10
EDITS = ["headline", "standfirst", "body", "time", "top", "replies", "byline", "move", "nothing"]
_all: list[Tally] = []


class Happenings(RuleBasedStateMachine):
    """What editors, readers and the clock do."""

    processes = 1

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.paper = Paper(self.processes)
        self.paper.write(0, 5, names=1, top=True, live=True)
        self.paper.write(1, 9, names=2, top=False, live=True)
        self.paper.write(0, 12, names=4, top=False, live=True)

    def teardown(self) -> None:
        _all.append(self.paper.tally)
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)
        self.paper.folder.cleanup()

    def pick(self, at: int, *, live: bool | None = None) -> Story | None:
        found = [s for s in self.paper.stories() if live is None or s.live == live]
        return found[at % len(found)] if found else None

    @rule(
        home=st.integers(0, 3), hours=st.integers(0, 30), names=st.integers(0, 11),
        top=st.booleans(), live=st.booleans(),
    )  # fmt: skip
    def write(self, home: int, hours: int, names: int, top: bool, live: bool) -> None:
        self.paper.write(home, hours, names=names, top=top, live=live)

    @rule(at=st.integers(0, 20), what=st.sampled_from(EDITS))
    def edit(self, at: int, what: str) -> None:
        story = self.pick(at, live=True)
        if story is not None:
            self.paper.edit(story, what)

    @rule(at=st.integers(0, 20))
    def publish_what_is_not_live(self, at: int) -> None:
        story = self.pick(at, live=False)
        if story is not None:
            publishing.publish(story.get_latest_revision_as_object(), user=self.paper.user)

    @rule(at=st.integers(0, 20))
    def save_a_draft(self, at: int) -> None:
        story = self.pick(at)
        if story is not None:
            latest = story.get_latest_revision_as_object()
            latest.title = "Not public"
            latest.save_revision(user=self.paper.user)
            story.get_latest_revision().delete()

    @rule(at=st.integers(0, 20))
    def take_down(self, at: int) -> None:
        story = self.pick(at, live=True)
        if story is not None:
            publishing.take_down(story, user=self.paper.user)

    @rule(at=st.integers(0, 20))
    def correct(self, at: int) -> None:
        story = self.pick(at, live=True)
        if story is not None:
            publishing.correct(story, kind="correction", text="It was six.", user=self.paper.user)

    @rule(at=st.integers(0, 20))
    def reply(self, at: int) -> None:
        story = self.pick(at, live=True)
        if story is not None:
            self.paper.reply(story)

    @rule(at=st.integers(0, 20))
    def refuse(self, at: int) -> None:
        replies = list(Reply.objects.order_by("pk"))
        if replies:
            deciding.refuse(replies[at % len(replies)], self.paper.user)

    @rule(at=st.integers(0, 20), place=st.sampled_from(["lead", "place", "off", "up"]))
    def place(self, at: int, place: str) -> None:
        story = self.pick(at)
        if story is not None:
            self.paper.place(story, place)

    @precondition(lambda self: self.paper.made % 5 == 0)
    @rule(at=st.integers(0, 3))
    def rename_section(self, at: int) -> None:
        sections = self.paper.sections()
        self.paper.rename(sections[at % len(sections)])

    @rule(at=st.integers(0, 3), kind=st.sampled_from(["byline", "topic", "agency"]))
    def rename_noun(self, at: int, kind: str) -> None:
        noun: Any = getattr(self.paper, kind)(at)
        self.paper.made += 1
        noun.name = f"Name {self.paper.made}"
        noun.save()

    @precondition(lambda self: self.paper.made % 7 == 0)
    @rule()
    def change_the_masthead(self) -> None:
        self.paper.made += 1
        masthead = self.paper.site.masthead
        masthead.name = f"The Clarion {self.paper.made}"
        masthead.save()

    @invariant()
    def nothing_is_stale(self) -> None:
        self.paper.look()
        assert self.paper.tally.stale == []


class InThreeProcesses(Happenings):
    """The same with three web processes over one database."""

    processes = 3


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Long lists are made of few stories; and no answer's end closes the test's own connection."""
    for module, name, number in SMALL:
        monkeypatch.setattr(module, name, number)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("machine", [Happenings, InThreeProcesses])
def test_no_address_is_ever_stale_and_few_pages_are_printed_for_nothing(machine: Any) -> None:
    _all.clear()
    run(
        machine,
        settings=settings(
            max_examples=RUNS, stateful_step_count=STEPS, deadline=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck), derandomize=True, database=None,
        ),
    )  # fmt: skip
    printed, needless = sum(t.printed for t in _all), sum(t.needless for t in _all)
    print(f"{sum(t.asked for t in _all)} asked, {printed} printed, {needless} for nothing")
    assert printed > 0
    # One in twenty over a long run; a short one may begin with some.
    assert needless <= 0.05 * printed + 4
