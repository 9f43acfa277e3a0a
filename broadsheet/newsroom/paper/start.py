"""Start my own paper: the demonstration goes, and a paper of one's own stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.paper.masthead import zones
from broadsheet.newsroom.zone import follow_the_paper
from broadsheet.paper.founding import add_section
from broadsheet.paper.models.masthead import check_zone
from broadsheet.paper.signals import own_paper_begins, printed_matter_changed

SECTIONS_MOST = 40


class StartForm(forms.Form):
    """The four things a paper needs, and a tick."""

    name = forms.CharField(
        label="Name of the paper", max_length=120, error_messages={"required": "Name it."}
    )
    sections = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text="One a line, in their order on the paper. You can change them later.",
        error_messages={"required": "Name at least one section."},
    )
    time_zone = forms.CharField(
        label="Time zone",
        max_length=64,
        validators=[check_zone],
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
        help_text="Every time on the page follows this clock.",
    )
    language = forms.RegexField(
        r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        max_length=20,
        help_text="A tag: en, en-GB, ur, bn, ar",
        error_messages={"invalid": "Write a language tag such as en, en-GB or ur."},
    )
    sure = forms.BooleanField(
        label="Take the demonstration stories, pictures and names away. They do not come back.",
        error_messages={"required": "Tick it: the demonstration goes when your paper starts."},
    )

    def clean_sections(self) -> list[str]:
        """The names, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["sections"].splitlines()]
        names = list({line.casefold(): line for line in reversed(lines) if line}.values())[::-1]
        if len(names) > SECTIONS_MOST:
            raise ValidationError(f"At most {SECTIONS_MOST} sections to begin with.")
        return names


@needs("run")
def start(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/start/`, while the demonstration stands."""
    masthead = desk.paper.masthead
    if not masthead.demonstration:
        messages.info(request, "This is your own paper already. Its settings are here.")
        return redirect("newsroom:masthead")
    initial = {"time_zone": masthead.time_zone, "language": masthead.language}
    form = StartForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _started(desk, form):
        messages.success(request, f"{form.cleaned_data['name']} stands. Paste its first story.")
        return redirect("wagtailadmin_home")
    context = {"form": form, "zones": zones()}
    status = 422 if form.errors else 200
    return show(request, desk, "newsroom/start.html", context, status=status)


def _started(desk: Desk, form: StartForm) -> bool:
    try:
        begin(desk, form.cleaned_data)
    except ValidationError as error:
        form.add_error("sections", " ".join(error.messages))
        return False
    return True


@transaction.atomic
def begin(desk: Desk, data: dict[str, Any]) -> None:
    """All of it or nothing: the demonstration's room takes its own things away when it hears."""
    own_paper_begins.send(sender=type(desk.paper), paper=desk.paper)
    masthead = desk.paper.masthead
    masthead.refresh_from_db()
    for field in ("name", "time_zone", "language"):
        setattr(masthead, field, data[field])
    masthead.motto = masthead.about = masthead.publisher = ""
    masthead.demonstration = False
    masthead.full_clean()
    masthead.save()
    desk.paper.site_name = masthead.name
    desk.paper.save(update_fields=["site_name"])
    for name in data["sections"]:
        add_section(desk.paper, name)
    follow_the_paper(masthead.time_zone)
    printed_matter_changed.send(sender=type(masthead), paper=desk.paper)
