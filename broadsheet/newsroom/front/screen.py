"""The front desk: the lead and the top stories, and what could stand there."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.front import placing
from broadsheet.newsroom.stories import containing
from broadsheet.paper import lists
from broadsheet.paper.models import Front, Story

CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A placed story as the screen shows it."""

    story: Story
    headline: str
    place: str


@needs("publish")
def front_desk(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/front/?q=`"""
    front = placing.front_of(desk.paper)
    draft = placing.draft_of(front)
    lines = placed_lines(draft)
    q = request.GET.get("q", "").strip()
    context = {
        "front": front,
        "lead": next((line for line in lines if line.place == placing.LEAD), None),
        "top": [line for line in lines if line.place == placing.TOP],
        "plan": lists.front_plan(draft),
        "candidates": candidates(desk, lines, q),
        "q": q,
        "changed": _differs(front, draft),
        "can_undo": placing.published_before(front) is not None,
    }
    return show(request, desk, "newsroom/front.html", context)


def placed_lines(draft: Front) -> list[Line]:
    """What is placed on a draft, with the stories."""
    slots = placing.slots_of(draft)
    stories = Story.objects.select_related("home_section", "paper__masthead").defer("body")
    found = stories.in_bulk([slot.story for slot in slots])
    return [Line(found[s.story], s.headline, s.place) for s in slots if s.story in found]


def candidates(desk: Desk, lines: list[Line], q: str) -> list[Story]:
    """The newest live stories that are not placed, or those with the words asked for."""
    newest = lists.latest(desk.paper).exclude(pk__in=[line.story.pk for line in lines])
    return list((containing(newest, q) if q else newest)[:CANDIDATES])


def _differs(front: Front, draft: Front) -> bool:
    return placing.slots_of(front) != placing.slots_of(draft)
