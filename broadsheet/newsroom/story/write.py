"""Write a story here, without copy."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.paper import lists


@needs("write")
def write(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/stories/write/` opens the editor on an empty story. It stands in the first
    section until its form says another."""
    first = lists.sections(desk.paper).first()
    if first is None:
        messages.error(request, "The paper has no section yet: open one under Sections.")
        return redirect("wagtailadmin_home")
    return redirect("wagtailadmin_pages:add", "broadsheet_paper", "story", first.pk)
