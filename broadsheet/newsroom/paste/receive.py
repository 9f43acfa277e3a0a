"""The box: copy goes in, its desk opens."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.copydesk.source_text import CopyError
from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.paste.intake import keep, take_in
from broadsheet.newsroom.today.screen import context
from broadsheet.paper.models import Story


@needs("write")
def receive(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/paste/`: GET shows the box alone; POST keeps the copy and goes to its desk.

    What cannot be read is said above the box, and pasted text stays in it.
    """
    if request.method != "POST":
        return show(request, desk, "newsroom/paste_box.html", {"box_alone": True})
    try:
        intake = take_in(request)
    except CopyError as error:
        return _back(request, desk, str(error))
    copy = keep(desk.paper, intake, desk.user)
    if intake.remark:
        messages.info(request, intake.remark)
    if copy.story is not None:
        return already_filed(request, copy.story)
    return redirect("newsroom:paste_desk", copy.pk)


def already_filed(request: HttpRequest, story: Story) -> HttpResponse:
    """Lead to the story that this copy became before."""
    messages.info(
        request,
        f"This copy was handed in before and became this story, “{story.headline}”. "
        "Nothing was doubled.",
    )
    return redirect("newsroom:story", story.pk)


def _back(request: HttpRequest, desk: Desk, error: str) -> HttpResponse:
    pasted = {"error": error, "pasted": request.POST.get("text", "")}
    if request.POST.get("from") == "box":
        return show(
            request, desk, "newsroom/paste_box.html", {**pasted, "box_alone": True}, status=422
        )
    return show(request, desk, "newsroom/today.html", {**context(desk), **pasted}, status=422)
