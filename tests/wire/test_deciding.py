"""What an editor decides on threads holds, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Decision, Link, Parting, Take, Thread
from broadsheet.wire.threads.deciding import CannotSplitError, join, split, standing, take_back
from tests.wire.test_keeping import COPY, OTHER, take, text


def came(paper: Any, guid: str, **more: Any) -> Take:
    """A take is kept."""
    (kept,) = keep(take(guid, **more), paper).takes
    found: Take = Take.objects.get(pk=kept.pk)
    return found


@pytest.fixture
def together(paper: Any) -> tuple[Take, Take]:
    """Two agencies' takes in one thread."""
    first = came(paper, "urn:sna:1")
    second = came(paper, "urn:bna:1", source="BNA", **text([*COPY[:4], "Boats came home."]))
    assert first.thread_id == second.thread_id
    return first, second


def sizes() -> dict[int, int]:
    """The size of each thread that stands, counted and as it is kept."""
    found = {}
    for thread in Thread.objects.filter(gone_into=None):
        assert thread.size == Take.objects.filter(thread=thread).count()
        assert thread.best_id in thread.takes.values_list("pk", flat=True)
        found[thread.pk] = thread.size
    return found


def test_a_take_that_was_split_off_stays_apart_with_its_next_version(
    together: tuple[Take, Take], paper: Any, edith: Any
) -> None:
    first, second = together
    made = split([second], edith)
    assert sizes() == {first.thread_id: 1, made.pk: 1}
    assert Parting.objects.filter(one=first.thread_id, other=made).exists()
    later = came(
        paper, "urn:bna:1", source="BNA", versioncreated="2026-03-06T12:00:00Z",
        **text([*COPY[:4], "Boats came home. All of them."]),
    )  # fmt: skip
    assert later.thread_id == made.pk


def test_all_versions_of_an_item_go_together(
    together: tuple[Take, Take], paper: Any, edith: Any
) -> None:
    first, second = together
    later = came(paper, "urn:bna:1", versioncreated="2026-03-06T12:00:00Z", headline="More")
    made = split([later], edith)
    assert {take.thread_id for take in Take.objects.filter(guid="urn:bna:1")} == {made.pk}
    assert Take.objects.get(pk=first.pk).thread_id == second.thread_id


def test_a_whole_thread_or_takes_of_two_are_not_split(
    together: tuple[Take, Take], paper: Any, edith: Any
) -> None:
    other = came(paper, "urn:sna:9", **text(OTHER))
    with pytest.raises(CannotSplitError, match="whole thread"):
        split(list(together), edith)
    with pytest.raises(CannotSplitError, match="one thread"):
        split([together[0], other], edith)


def test_threads_that_are_joined_are_one_and_the_old_address_leads_there(
    paper: Any, edith: Any
) -> None:
    one, other = came(paper, "urn:1"), came(paper, "urn:2", **text(OTHER))
    third = came(paper, "urn:3", **text(["A third story has its own words of the winter here."]))
    Link.objects.create(one_id=other.thread_id, other_id=third.thread_id, reason="same quotation")
    stands = join([other.thread, one.thread], edith)
    assert stands.pk == one.thread_id
    assert sizes() == {one.thread_id: 2, third.thread_id: 1}
    gone = Thread.objects.get(pk=other.thread_id)
    assert (standing(gone).pk, gone.size) == (stands.pk, 0)
    assert Link.objects.filter(one=stands, other=third.thread_id).exists()
    later = came(paper, "urn:2", versioncreated="2026-03-06T12:00:00Z", **text([*OTHER, "More."]))
    assert later.thread_id == stands.pk


@pytest.mark.parametrize("kind", ["split", "join"])
def test_what_was_decided_is_taken_back_with_what_came_since(
    kind: str, together: tuple[Take, Take], paper: Any, edith: Any
) -> None:
    first, second = together
    other = came(paper, "urn:sna:9", **text(OTHER))
    before = {first.thread_id: 2, other.thread_id: 1}
    if kind == "split":
        split([second], edith)
        guid = "urn:bna:1"
    else:
        join([first.thread, other.thread], edith)
        guid = "urn:sna:9"
    came(
        paper,
        guid,
        versioncreated="2026-03-06T12:00:00Z",
        headline="Later",
        **text([*OTHER, "Yes."]),
    )
    decision = Decision.objects.get()
    for _ in range(2):
        take_back(decision, edith)
    after = sizes()
    assert set(after) == set(before)
    assert sum(after.values()) == 4
    assert not Parting.objects.exists()
