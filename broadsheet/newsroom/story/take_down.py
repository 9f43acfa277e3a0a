"""Take a story off the paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.story.find import find_story
from broadsheet.newsroom.story.forms import TakeDownForm
from broadsheet.newsroom.story.screen import show_story
from broadsheet.paper import publishing


@needs("publish", post_only=True)
def take_down(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/take-down/`"""
    story = find_story(desk, story_id)
    form = TakeDownForm(request.POST)
    if not form.is_valid():
        return show_story(request, desk, story, take_down_form=form, status=422)
    if story.live:
        publishing.take_down(story, user=desk.user, note=form.cleaned_data["note"])
        messages.success(
            request, f"“{story.headline}” is off the paper. Undo puts it back as it was."
        )
    return redirect("newsroom:story", story.pk)
