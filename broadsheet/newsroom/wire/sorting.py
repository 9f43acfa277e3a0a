"""Put a thread under a section by hand; follow an agency's second thoughts, or not any more."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import REFUSALS, Desk, needs, refuse
from broadsheet.newsroom.story.find import allowed, find_story
from broadsheet.newsroom.wire.making import chosen_section, sort_into
from broadsheet.newsroom.wire.thread import find_thread
from broadsheet.paper.from_wire import follow


@needs("write", post_only=True)
def sort(request: HttpRequest, desk: Desk, thread_id: int) -> HttpResponse:
    """`POST /newsroom/wire/<id>/section/`: `section`."""
    thread = find_thread(desk, thread_id)
    section = chosen_section(desk, str(request.POST.get("section", "")))
    if section is None:
        messages.error(request, "Choose a section first.")
    else:
        sort_into(thread, section)
        messages.success(request, f"It is sorted under {section.title}; no rule changes that.")
    return redirect("newsroom:thread", thread.pk)


@needs("write", post_only=True)
def follow_story(request: HttpRequest, desk: Desk, thread_id: int) -> HttpResponse:
    """`POST /newsroom/wire/<id>/follow/`: `story`, `on`."""
    thread = find_thread(desk, thread_id)
    number = str(request.POST.get("story", ""))
    story = find_story(desk, int(number) if number.isdecimal() and len(number) < 16 else 0)
    if not allowed(desk, story).edit:
        return refuse(request, desk, REFUSALS["write"])
    on = request.POST.get("on") == "yes"
    follow(story, on=on)
    messages.success(
        request,
        "Updates of these takes are offered to the story."
        if on
        else "Updates are not offered to the story any more. Kills and embargoes still reach it.",
    )
    return redirect("newsroom:thread", thread.pk)
