"""The first screen: a box for copy, the day's stories, what waits, the front."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.today.lists import copy_on_the_desk, todays_stories
from broadsheet.newsroom.wires.standing import held_count
from broadsheet.paper import lists
from broadsheet.replies.models import Reply

COPIES = 6
WAITING = 4


@needs("read")
def today(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/`"""
    return show(request, desk, "newsroom/today.html", context(desk))


def context(desk: Desk) -> dict[str, Any]:
    """What Today shows; also when the box comes back with an error."""
    waiting = Reply.objects.filter(paper=desk.paper, status=Reply.Status.WAITING)
    return {
        "stories": todays_stories(desk.paper),
        "copies": copy_on_the_desk(desk.paper)[:COPIES],
        "waiting_count": waiting.count(),
        "waiting": waiting.select_related("story").order_by("received")[:WAITING],
        "held": held_count(desk.paper),
        "plan": lists.front_plan(desk.paper.root_page.specific),
    }
