"""Which takes belong together, decided by hand: split, join, and take either back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.wire.thread import find_thread
from broadsheet.wire.models import Decision, Take
from broadsheet.wire.threads import deciding


@needs("write", post_only=True)
def split(request: HttpRequest, desk: Desk, thread_id: int) -> HttpResponse:
    """`POST /newsroom/wire/<id>/split/`: `take`, once for each that is ticked."""
    thread = find_thread(desk, thread_id)
    ticked = [n for n in request.POST.getlist("take") if n.isdecimal() and len(n) < 16]
    takes = list(Take.objects.filter(thread=thread, pk__in=ticked))
    if not takes or len(takes) >= thread.size:
        messages.error(request, "Tick the takes that are other news; at least one must stay.")
        return redirect("newsroom:thread", thread.pk)
    try:
        own = deciding.split(takes, desk.user)
    except deciding.CannotSplitError:
        # All versions of an item go together, and these are all that the thread has.
        messages.error(request, "Tick the takes that are other news; at least one must stay.")
        return redirect("newsroom:thread", thread.pk)
    messages.success(request, "They are a thread of their own now, and stay apart.")
    return redirect("newsroom:thread", own.pk)


@needs("write", post_only=True)
def join(request: HttpRequest, desk: Desk, thread_id: int) -> HttpResponse:
    """`POST /newsroom/wire/<id>/join/`: `thread`, the other."""
    thread = find_thread(desk, thread_id)
    number = str(request.POST.get("thread", ""))
    other = find_thread(desk, int(number) if number.isdecimal() and len(number) < 16 else 0)
    if other == thread:
        messages.error(request, "They are one thread already.")
        return redirect("newsroom:thread", thread.pk)
    joined = deciding.join([thread, other], desk.user)
    messages.success(request, "The two are one thread now.")
    return redirect("newsroom:thread", joined.pk)


@needs("write", post_only=True)
def take_back(request: HttpRequest, desk: Desk, decision_id: int) -> HttpResponse:
    """`POST /newsroom/wire/decisions/<id>/take-back/`"""
    decision: Decision = get_object_or_404(
        Decision.objects.select_related("thread"), pk=decision_id, paper=desk.paper
    )
    if decision.taken_back is None:
        deciding.take_back(decision, desk.user)
        messages.success(request, "The takes are where they were.")
    else:
        messages.warning(request, "Somebody has taken that back already.")
    return redirect("newsroom:thread", decision.thread_id)
