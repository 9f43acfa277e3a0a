"""Put a story's latest text on the paper now."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.story.find import find_story
from broadsheet.paper import publishing
from broadsheet.paper.models import Story

ANOTHER_TEXT = "Somebody saved another text since this screen was opened. Read it, then publish."


def saw_latest(request: HttpRequest, story: Story) -> bool:
    """Whether the text that the screen showed is still the latest; true of a form that does not
    say which it showed."""
    seen = request.POST.get("revision")
    return not seen or seen == str(story.latest_revision_id)


@needs("publish", post_only=True)
def publish(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/publish/`"""
    story = find_story(desk, story_id)
    if not saw_latest(request, story):
        messages.error(request, ANOTHER_TEXT)
        return redirect("newsroom:story", story.pk)
    try:
        publishing.publish(story.get_latest_revision_as_object(), user=desk.user)
    except ValidationError as error:
        messages.error(request, "It cannot go live yet. " + " ".join(error.messages))
    else:
        story.refresh_from_db()
        messages.success(request, f"“{story.headline}” is live.")
    return redirect("newsroom:story", story.pk)
