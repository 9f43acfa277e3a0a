"""Have a story go live by itself, or take it off the schedule."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.story.find import find_story
from broadsheet.newsroom.story.forms import ScheduleForm
from broadsheet.newsroom.story.publish import ANOTHER_TEXT, saw_latest
from broadsheet.newsroom.story.screen import show_story
from broadsheet.paper import publishing


@needs("publish", post_only=True)
def schedule(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/schedule/`"""
    story = find_story(desk, story_id)
    if not saw_latest(request, story):
        messages.error(request, ANOTHER_TEXT)
        return redirect("newsroom:story", story.pk)
    form = ScheduleForm(request.POST)
    if form.is_valid():
        try:
            latest = story.get_latest_revision_as_object()
            publishing.schedule(latest, form.cleaned_data["at"], user=desk.user)
        except ValidationError as error:
            form.add_error("at", " ".join(error.messages))
        except ValueError as error:
            form.add_error("at", str(error))
    if form.errors:
        return show_story(request, desk, story, schedule_form=form, status=422)
    messages.success(request, f"“{story.headline}” is on the schedule.")
    return redirect("newsroom:story", story.pk)


@needs("publish", post_only=True)
def unschedule(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/unschedule/`"""
    story = find_story(desk, story_id)
    publishing.unschedule(story, user=desk.user)
    messages.success(request, f"“{story.headline}” is off the schedule.")
    return redirect("newsroom:story", story.pk)
