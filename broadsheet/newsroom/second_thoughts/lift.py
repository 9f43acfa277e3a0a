"""Letting a held story go, on an editor's word."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from broadsheet.newsroom.access import REFUSALS, Desk, needs, refuse
from broadsheet.newsroom.story.find import allowed, find_story
from broadsheet.paper import holding


@needs("publish", post_only=True)
def lift(request: HttpRequest, desk: Desk, story_id: int, hold_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/holds/<hold>/lift/`: `why` is kept in the record."""
    story = find_story(desk, story_id)
    if not allowed(desk, story).publish:
        return refuse(request, desk, REFUSALS["publish"])
    held = get_object_or_404(story.holds, pk=hold_id)
    why = str(request.POST.get("why", "")).strip()
    if not why:
        messages.error(request, "Say why the hold is lifted: it stands in the record.")
    else:
        holding.lift(held, user=desk.user, why=why)
        messages.success(request, "Nothing of that holds the story any more.")
    return redirect("newsroom:story", story.pk)
