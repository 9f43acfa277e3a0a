"""Lists: newest first, nothing twice, and a front that an editor's hand decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from broadsheet.paper import lists
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Front, FrontSlot

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(paper: Site, write: Any) -> dict[str, Any]:
    """Five stories, `one` the oldest and `five` the newest."""
    now = timezone.now()
    names = ["one", "two", "three", "four", "five"]
    return {
        name: write(headline=name, section="World", published=now - timedelta(hours=9 - n))
        for n, name in enumerate(names)
    }


def front_of(paper: Site) -> Front:
    front: Front = Front.objects.get(pk=paper.root_page_id)
    return front


def test_lists_are_newest_first(paper: Site, stories: dict[str, Any]) -> None:
    assert [s.title for s in lists.latest(paper)] == ["five", "four", "three", "two", "one"]


def test_a_story_stands_in_each_of_its_sections(paper: Site, write: Any) -> None:
    city = add_section(paper, "City")
    write(headline="Both", section="World", sections=[city])
    world = find_section(paper, "World")
    assert world is not None
    assert [s.title for s in lists.in_section(city)] == ["Both"]
    assert [s.title for s in lists.in_section(world)] == ["Both"]


def test_the_newest_story_leads_while_nobody_placed_one(
    paper: Site, stories: dict[str, Any]
) -> None:
    lead = lists.front_plan(front_of(paper)).lead
    assert lead is not None
    assert (lead.headline, lead.by_hand) == ("five", False)


def test_nothing_takes_a_hand_placed_lead(paper: Site, stories: dict[str, Any], write: Any) -> None:
    front = front_of(paper)
    front.slots.add(
        FrontSlot(place="lead", story=stories["one"], headline="One, as the front says it")
    )
    front.save_revision().publish()
    write(headline="Newer", section="World", in_top_news=True)
    lead = lists.front_plan(front_of(paper)).lead
    assert lead is not None
    assert (lead.headline, lead.by_hand) == ("One, as the front says it", True)


def test_top_news_comes_before_what_is_merely_newer(
    paper: Site, stories: dict[str, Any], write: Any
) -> None:
    long_ago = timezone.now() - timedelta(days=2)
    write(headline="marked", section="World", in_top_news=True, published=long_ago)
    top = [p.headline for p in lists.front_plan(front_of(paper)).top]
    assert top[:2] == ["marked", "four"]


def test_no_story_stands_twice_on_the_front(
    paper: Site, stories: dict[str, Any], write: Any
) -> None:
    front = front_of(paper)
    front.top_count = 2
    front.slots.add(FrontSlot(place="top", story=stories["five"], sort_order=0))
    front.slots.add(FrontSlot(place="lead", story=stories["five"], sort_order=1))
    front.save_revision().publish()
    plan = lists.front_plan(front_of(paper))
    placed = [*([plan.lead] if plan.lead else []), *plan.top]
    placed += [p for block in plan.blocks for p in block.stories]
    names = [p.story.title for p in placed]
    assert len(names) == len(set(names)) == 5


def test_a_placed_story_that_was_taken_down_leaves_its_place(
    paper: Site, stories: dict[str, Any]
) -> None:
    front = front_of(paper)
    front.slots.add(FrontSlot(place="lead", story=stories["one"]))
    front.save_revision().publish()
    stories["one"].unpublish()
    lead = lists.front_plan(front_of(paper)).lead
    assert lead is not None
    assert lead.headline == "five"


def test_an_empty_paper_has_an_empty_front(paper: Site) -> None:
    assert lists.front_plan(front_of(paper)) == lists.FrontPlan(None, (), ())


def test_a_page_of_a_section_costs_the_same_few_queries_however_many_stories(
    paper: Site, stories: dict[str, Any]
) -> None:
    world = find_section(paper, "World")
    assert world is not None
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for story in lists.in_section(world)[:20]:
            assert story.address
            list(story.bylines.all())
    assert len(queries) <= 4
