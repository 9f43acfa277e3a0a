"""Accept, refuse, or take a decision back; for one reply or for all that are ticked."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.newsroom.access import Desk, needs
from broadsheet.replies import deciding
from broadsheet.replies.models import Reply
from broadsheet.staff.models import User

Action = Callable[[Reply, User], object]
ACTIONS: dict[str, tuple[Action, str]] = {
    "accept": (deciding.accept, "accepted"),
    "refuse": (deciding.refuse, "refused"),
    "undo": (deciding.undo, "waiting again"),
}


@needs("moderate", post_only=True)
def decide(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`POST /newsroom/replies/decide/`: `action` is accept, refuse or undo for every ticked
    `reply`, or with a number (`accept-12`) for that one alone."""
    name, _, one = str(request.POST.get("action", "")).partition("-")
    numbers = [one] if one else request.POST.getlist("reply")
    numbers = [n for n in numbers if n.isdecimal()]
    back = {k: v for k in ("state", "story", "p") if (v := str(request.POST.get(k, "")))}
    if name not in ACTIONS or not numbers:
        messages.error(request, "Tick the replies first, then accept or refuse them.")
    else:
        act, words = ACTIONS[name]
        replies = list(Reply.objects.filter(paper=desk.paper, pk__in=numbers))
        for reply in replies:
            act(reply, desk.user)
        count = f"{len(replies)} replies are" if len(replies) != 1 else "The reply is"
        messages.success(request, f"{count} {words}.")
        if name != "undo":
            back["done"] = ",".join(str(reply.pk) for reply in replies)
    return redirect(f"{reverse('newsroom:replies')}?{urlencode(back)}")
