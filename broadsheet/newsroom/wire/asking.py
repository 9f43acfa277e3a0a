"""The question before somebody else's thread is taken over, or made into a story."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, show
from broadsheet.newsroom.wire.rows import with_headlines
from broadsheet.wire.models import Thread


def somebody_elses(thread: Thread, desk: Desk) -> bool:
    """Whether another person has it."""
    return thread.taken_by_id is not None and thread.taken_by_id != desk.user.pk


def ask_first(
    request: HttpRequest, desk: Desk, threads: Sequence[Thread], action: str
) -> HttpResponse:
    """Who has what, and the same button once more."""
    named = with_headlines(threads)
    context = {
        "action": action,
        "threads": named,
        "others": [pair for pair in named if somebody_elses(pair[0], desk)],
        "section": str(request.POST.get("section", "")),
        "take": str(request.POST.get("take", "")),
        "again": bool(request.POST.get("again")),
        "list": str(request.POST.get("list", "")),
        "back": str(request.POST.get("back", "")),
    }
    return show(request, desk, "newsroom/wire/sure.html", context, status=409)
