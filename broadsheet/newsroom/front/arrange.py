"""Keep, publish or undo an arrangement of the front."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.front import placing

BUTTONS = {"up", "down", "lead", "top", "off", "place"}


@needs("publish", post_only=True)
def arrange(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`POST /newsroom/front/arrange/`: `place` once a slot (`lead:12`), `headline-12`, and the
    button as `action`: save, publish, undo, reset, or a move such as `up-12`."""
    front = placing.front_of(desk.paper)
    action, _, story = str(request.POST.get("action", "save")).partition("-")
    if action == "undo":
        done = placing.undo(front, desk.user)
        words = "The front is as it was before." if done else "There is nothing to go back to."
        messages.success(request, words)
        return redirect("newsroom:front")
    if action == "reset":
        placing.save(front, placing.slots_of(front), desk.user)
        messages.success(request, "The changes that were not live are gone.")
        return redirect("newsroom:front")
    slots = posted_slots(request.POST)
    if action in BUTTONS and story.isdecimal():
        slots = placing.moved(slots, action, int(story))
    revision = placing.save(front, slots, desk.user)
    if action == "publish":
        revision.publish(user=desk.user)
        messages.success(request, "The front is live.")
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"saved": True})
    return redirect("newsroom:front")


def posted_slots(data: QueryDict) -> list[placing.Slot]:
    """The slots as the form has them, in its order."""
    slots = []
    for value in data.getlist("place"):
        place, _, story = value.partition(":")
        if place in {placing.LEAD, placing.TOP} and story.isdecimal():
            headline = str(data.get(f"headline-{story}", "")).strip()
            slots.append(placing.Slot(place, int(story), headline))
    return placing.tidy(slots)
