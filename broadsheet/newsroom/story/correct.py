"""Print a correction or a clarification."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.story.find import find_story
from broadsheet.newsroom.story.forms import CorrectionForm
from broadsheet.newsroom.story.screen import show_story
from broadsheet.paper import publishing


@needs("publish", post_only=True)
def correct(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/correct/`"""
    story = find_story(desk, story_id)
    form = CorrectionForm(request.POST)
    if form.is_valid() and not story.live:
        form.add_error(None, "Only a story that is live is corrected. Publish it first.")
    if form.errors:
        return show_story(request, desk, story, correction_form=form, status=422)
    kind = form.cleaned_data["kind"]
    publishing.correct(story, kind=kind, text=form.cleaned_data["text"], user=desk.user)
    messages.success(request, f"The {kind} stands at the story and on the corrections list.")
    return redirect("newsroom:story", story.pk)
