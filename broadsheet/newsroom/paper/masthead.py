"""The paper's own settings: what it is called, its clock, what it says of itself."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.zone import follow_the_paper
from broadsheet.paper.models import Masthead


class MastheadForm(forms.ModelForm[Masthead]):
    """What an editor may change."""

    class Meta:
        model = Masthead
        fields = [
            "name", "motto", "language", "time_zone", "publisher", "contact_email", "about",
            "replies_open",
        ]  # fmt: skip
        widgets = {
            "time_zone": forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
            "about": forms.Textarea(attrs={"rows": 6}),
        }


def zones() -> list[str]:
    """Every time zone to choose from."""
    return sorted(z for z in available_timezones() if "/" in z and not z.startswith("Etc/"))


@needs("run")
def masthead(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/paper/`"""
    form = MastheadForm(request.POST or None, instance=desk.paper.masthead)
    if request.method == "POST" and form.is_valid():
        save(desk, form)
        messages.success(request, "Saved. The paper shows it at once.")
        return redirect("newsroom:masthead")
    context: dict[str, Any] = {"form": form, "zones": zones(), "now_there": timezone.now()}
    return show(
        request, desk, "newsroom/masthead.html", context, status=422 if form.errors else 200
    )


@transaction.atomic
def save(desk: Desk, form: MastheadForm) -> None:
    """Write the masthead, and what repeats its name or clock."""
    masthead = form.save()
    desk.paper.site_name = masthead.name
    desk.paper.save(update_fields=["site_name"])
    follow_the_paper(masthead.time_zone)
