"""The queue of replies: read them, accept or refuse one or many, take a decision back."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.paper.models import Story
from broadsheet.replies.models import Reply

PER_SCREEN = 30
TABS = {
    Reply.Status.WAITING.value: "Waiting",
    Reply.Status.ACCEPTED.value: "Accepted",
    Reply.Status.REFUSED.value: "Refused",
}


@needs("moderate")
def replies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/replies/?state=&story=&p=&done=`; the oldest that waits comes first.

    The readers' addresses are not even read from the database here.
    """
    state = request.GET.get("state", "")
    state = state if state in TABS else Reply.Status.WAITING.value
    found = Reply.objects.filter(paper=desk.paper, status=state).defer("email_sealed")
    story = _story(request, desk)
    if story is not None:
        found = found.filter(story=story)
    waiting_first = state == Reply.Status.WAITING.value
    found = found.order_by(*(("received", "id") if waiting_first else ("-decided", "-id")))
    screen = Paginator(
        found.select_related("story", "story__home_section", "decided_by"), PER_SCREEN
    ).get_page(request.GET.get("p"))
    done = [n for n in request.GET.get("done", "").split(",") if n.isdecimal()][:PER_SCREEN]
    context = {
        "screen": screen,
        "state": state,
        "tabs": TABS,
        "story": story,
        "done": Reply.objects.filter(paper=desk.paper, pk__in=done).exclude(
            status=Reply.Status.WAITING
        ),
    }
    return show(request, desk, "newsroom/replies.html", context)


def _story(request: HttpRequest, desk: Desk) -> Story | None:
    asked = request.GET.get("story", "")
    if not asked.isdecimal():
        return None
    found: Story | None = Story.objects.filter(paper=desk.paper, pk=asked).first()
    return found
