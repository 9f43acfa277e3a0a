"""Go back: to the public text before this one, or to a chosen one."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.story.find import find_story
from broadsheet.paper import publishing


@needs("publish", post_only=True)
def undo(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/undo/`"""
    story = find_story(desk, story_id)
    try:
        publishing.undo(story, user=desk.user)
    except publishing.NothingToUndoError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{story.headline}” is live as it was before.")
    return redirect("newsroom:story", story.pk)


@needs("publish", post_only=True)
def restore(request: HttpRequest, desk: Desk, story_id: int, number: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/restore/<number>/`: the text of one version becomes public
    again, as a version of its own."""
    story = find_story(desk, story_id)
    version = get_object_or_404(story.versions.exclude(revision=None), number=number)
    old = version.revision.as_object()
    try:
        publishing.publish(old, user=desk.user, note=f"back to version {number}")
    except ValidationError as error:
        messages.error(request, "It cannot go live. " + " ".join(error.messages))
    else:
        messages.success(request, f"Version {number} is live again.")
    return redirect("newsroom:story", story.pk)
