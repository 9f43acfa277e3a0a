"""The row of sections: add one, change its name or address, move it, close it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.models import Revision

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.paper import lists
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Section, Story
from broadsheet.paper.signals import printed_matter_changed
from broadsheet.reads import Touched

NAME_MOST = 80


class AddForm(forms.Form):
    """A new section's name."""

    name = forms.CharField(
        max_length=NAME_MOST, error_messages={"required": "What is the section called?"}
    )


class SectionForm(forms.ModelForm[Section]):
    """A section as an editor changes it."""

    class Meta:
        model = Section
        fields = ["title", "slug", "about", "on_front"]
        labels = {"title": "Name", "slug": "Address", "on_front": "Has a block on the front"}
        help_texts = {
            "slug": "Opens the address of every story at home here. Old addresses lead on.",
            "about": "One sentence, for the section's heading.",
        }


@needs("run")
def sections(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/sections/`: GET lists; POST adds."""
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _add(request, desk, form):
        return redirect("newsroom:sections")
    rows = lists.sections(desk.paper).annotate(
        live_count=Count("listings", filter=Q(listings__story__live=True))
    )
    status = 422 if form.errors else 200
    return show(
        request, desk, "newsroom/sections.html", {"sections": rows, "form": form}, status=status
    )


def _add(request: HttpRequest, desk: Desk, form: AddForm) -> bool:
    name = " ".join(form.cleaned_data["name"].split())
    if find_section(desk.paper, name) is not None:
        form.add_error("name", f"There is a section “{name}” already.")
        return False
    try:
        add_section(desk.paper, name)
    except ValidationError as error:
        form.add_error("name", " ".join(error.messages))
        return False
    messages.success(request, f"“{name}” is open.")
    return True


@needs("run")
def section(request: HttpRequest, desk: Desk, section_id: int) -> HttpResponse:
    """`/newsroom/sections/<id>/`: GET shows its form; POST changes it on the paper at once."""
    found = get_object_or_404(Section, pk=section_id, paper=desk.paper)
    form = SectionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        _publish(form.save(commit=False), desk)
        messages.success(request, f"“{found.title}” is changed on the paper.")
        return redirect("newsroom:sections")
    context: dict[str, Any] = {
        "section": found,
        "form": form,
        "stories": Story.objects.filter(home_section=found).count(),
    }
    return show(request, desk, "newsroom/section.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _publish(changed: Section, desk: Desk) -> None:
    changed.draft_title = changed.title
    changed.save_revision(user=desk.user).publish(user=desk.user)


@needs("run", post_only=True)
def move(request: HttpRequest, desk: Desk, section_id: int) -> HttpResponse:
    """`POST /newsroom/sections/<id>/move/`: `up` or `down` in the row."""
    row = list(lists.sections(desk.paper))
    at = next((i for i, s in enumerate(row) if s.pk == section_id), None)
    to = None if at is None else at + (-1 if request.POST.get("to") == "up" else 1)
    if at is not None and to is not None and 0 <= to < len(row):
        row[at], row[to] = row[to], row[at]
        with transaction.atomic():
            for number, found in enumerate(row, 1):
                Section.objects.filter(pk=found.pk).update(order=number * 10)
            touched = Touched()
            touched.row_moved(f"sections:{desk.paper.pk}", "")
            printed_matter_changed.send(sender=Section, paper=desk.paper, touched=touched)
    return redirect("newsroom:sections")


def _still_written_for(section: Section) -> int:
    """Stories at home elsewhere whose latest draft moves them here."""
    latest = Revision.page_revisions.filter(
        pk__in=Story.objects.filter(paper=section.paper)
        .exclude(home_section=section)
        .values("latest_revision")
    )
    return sum(
        row.get("home_section") == section.pk for row in latest.values_list("content", flat=True)
    )


@needs("run", post_only=True)
def close(request: HttpRequest, desk: Desk, section_id: int) -> HttpResponse:
    """`POST /newsroom/sections/<id>/close/`: only a section that no story calls home."""
    found = get_object_or_404(Section, pk=section_id, paper=desk.paper)
    count = Story.objects.filter(home_section=found).count() + _still_written_for(found)
    if count:
        messages.error(
            request,
            f"“{found.title}” is home to {count} stories: give them another home first, under "
            "Edit, Where it stands.",
        )
        return redirect("newsroom:section", found.pk)
    found.delete()
    messages.success(request, f"“{found.title}” is closed.")
    return redirect("newsroom:sections")
