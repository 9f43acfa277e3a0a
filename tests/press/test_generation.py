"""The generation goes up with every change that readers see, and with nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Site

from broadsheet.paper import publishing
from broadsheet.press import generation
from broadsheet.reads import EVERYTHING, Touched
from broadsheet.replies import deciding, receiving

EVERY = Touched({EVERYTHING})


@pytest.mark.django_db(transaction=True)
def test_a_change_begins_a_new_generation() -> None:
    before = generation.current()
    generation.begin(EVERY)
    assert generation.current() == before + 1


@pytest.mark.django_db(transaction=True)
def test_what_a_change_touched_is_read_again_in_its_order() -> None:
    before = generation.current()
    generation.begin(Touched({"story:7"}))
    generation.begin(Touched(set(), {"in:3": {"0005", "0009"}}))
    [first, second] = generation.changes_after(before)
    assert first == (before + 1, Touched({"story:7"}))
    assert second == (before + 2, Touched(set(), {"in:3": {"0005", "0009"}}))


@pytest.mark.django_db(transaction=True)
def test_two_transactions_begin_two() -> None:
    before = generation.current()
    generation.begin(EVERY)
    generation.begin(EVERY)
    assert generation.current() == before + 2


@transaction.atomic
def _begin_and_fail() -> None:
    generation.begin(EVERY)
    raise RuntimeError("half way")


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_begins_none() -> None:
    generation.begin(EVERY)
    before = generation.current()
    with pytest.raises(RuntimeError, match="half way"):
        _begin_and_fail()
    assert generation.current() == before


@pytest.mark.django_db(transaction=True)
def test_a_part_rolled_back_does_not_hide_a_later_change_of_the_same_transaction() -> None:
    before = generation.current()
    with transaction.atomic():
        with pytest.raises(RuntimeError, match="half way"):
            _begin_and_fail()
        generation.begin(EVERY)
    assert generation.current() == before + 1


@pytest.fixture
def bumps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry a time that a signal reached the press."""
    heard: list[int] = []
    monkeypatch.setattr(generation, "begin", lambda touched: heard.append(1))
    return heard


@pytest.mark.django_db
def test_publishing_and_taking_down_reach_the_press(
    paper: Site, write: Any, bumps: list[int]
) -> None:
    story = write(headline="Harbour opens")
    after_publishing = len(bumps)
    publishing.take_down(story)
    assert 0 < after_publishing < len(bumps)


@pytest.mark.django_db
def test_a_saved_draft_does_not_reach_the_press(paper: Site, write: Any, bumps: list[int]) -> None:
    story = write(headline="Harbour opens")
    bumps.clear()
    story.save_revision()
    assert bumps == []


@pytest.mark.django_db
def test_a_reply_reaches_the_press_when_it_is_accepted_and_not_when_it_arrives(
    paper: Site, write: Any, edith: Any, bumps: list[int]
) -> None:
    story = write(headline="Harbour opens")
    bumps.clear()
    sent = receiving.receive(
        story, name="Reader", email="r@example.org", text="Good.", network_address="192.0.2.7"
    )
    assert bumps == []
    deciding.accept(sent.reply, edith)
    assert len(bumps) == 1
