"""Put one remark of the copy desk on a story away for good, or take that back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.newsroom.access import REFUSALS, Desk, needs, refuse
from broadsheet.newsroom.remarks import numbered
from broadsheet.newsroom.story.find import allowed, find_story
from broadsheet.paper.dismissing import dismiss, take_back
from broadsheet.paper.story_copy import read_story


@needs("write", post_only=True)
def remarks(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`POST /newsroom/stories/<id>/remarks/`: `action` is `dismiss-N` or `undismiss-N`, `revision`
    the text on which the remarks were shown."""
    story = find_story(desk, story_id)
    if not allowed(desk, story).edit:
        return refuse(request, desk, REFUSALS["write"])
    answer = redirect(reverse("newsroom:story", args=[story.pk]) + "#remarks")
    if request.POST.get("revision", "") != str(story.latest_revision_id or ""):
        messages.error(
            request, "Somebody saved another text since this screen was opened: look again."
        )
        return answer
    verb, _, place = str(request.POST.get("action", "")).partition("-")
    reading = read_story(story.get_latest_revision_as_object())
    try:
        finding = numbered(reading, place)
    except LookupError:
        messages.error(request, "That remark is no longer there.")
        return answer
    if verb == "dismiss":
        dismiss(desk.paper, reading.text, finding, desk.user)
    elif verb == "undismiss":
        take_back(desk.paper, reading.text, finding)
    return answer
