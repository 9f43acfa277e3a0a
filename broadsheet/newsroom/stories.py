"""The list of all stories, searched and filtered."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.state import rows, scheduled_times
from broadsheet.newsroom.today.lists import stories_with_who
from broadsheet.paper import lists
from broadsheet.paper.models import Story, Version

PER_SCREEN = 40
STATES = {
    "": "Any state",
    "draft": "Draft",
    "scheduled": "Scheduled",
    "live": "Live",
    "changed": "Live, with changes that are not",
    "down": "Taken down",
    "mine": "Mine",
}


@needs("read")
def stories(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/stories/?q=&section=&state=&p=`"""
    q, section, state = (request.GET.get(k, "").strip() for k in ("q", "section", "state"))
    found = in_state(stories_with_who(desk.paper), state, desk)
    if section.isdecimal():
        found = found.filter(Q(home_section=section) | Q(sections=section)).distinct()
    if q:
        found = containing(found, q)
    found = found.order_by("-latest_revision_created_at", "-pk")
    screen = Paginator(found, PER_SCREEN).get_page(request.GET.get("p"))
    context = {
        "rows": rows(screen.object_list),
        "screen": screen,
        "q": q,
        "section": section,
        "state": state,
        "states": STATES,
        "sections": lists.sections(desk.paper),
        "total": screen.paginator.count,
    }
    return show(request, desk, "newsroom/stories.html", context)


def containing(found: QuerySet[Story], q: str) -> QuerySet[Story]:
    """Those that hold every word of `q`, in headline, standfirst, text, byline or agency."""
    for word in q.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(draft_title__icontains=word)
            | Q(standfirst__icontains=word)
            | Q(body__icontains=word)
            | Q(agency__name__icontains=word)
            | Q(pk__in=Story.objects.filter(bylines__name__icontains=word).values("pk"))
        )
    return found


def in_state(found: QuerySet[Story], state: str, desk: Desk) -> QuerySet[Story]:
    """Those that stand as `state` says; an unknown word filters nothing."""
    waiting = list(scheduled_times(desk.paper))
    killed = Version.objects.filter(change=Version.Change.KILL).values("story")
    if state == "live":
        return found.filter(live=True)
    if state == "changed":
        return found.filter(live=True, has_unpublished_changes=True)
    if state == "scheduled":
        return found.filter(pk__in=waiting)
    if state == "down":
        return found.filter(live=False, pk__in=killed)
    if state == "draft":
        return found.filter(live=False).exclude(pk__in=waiting).exclude(pk__in=killed)
    if state == "mine":
        return found.filter(Q(owner=desk.user) | Q(latest_revision__user=desk.user))
    return found
