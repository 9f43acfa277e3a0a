"""What is done to a rule from the list: move it, switch it off or on, remove it, take that back."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.rules.screen import find_rule
from broadsheet.newsroom.rules.undoing import remember, take_back
from broadsheet.paper.models import Rule


@needs("run", post_only=True)
def act(request: HttpRequest, desk: Desk, rule_id: int) -> HttpResponse:
    """`POST /newsroom/rules/<id>/act/`: `action` is up, down, on, off or remove."""
    found = find_rule(desk, rule_id)
    action = str(request.POST.get("action", ""))
    if action in {"up", "down"}:
        _move(found, -1 if action == "up" else 1)
        return redirect("newsroom:rules")
    if action in {"on", "off"}:
        words = "on" if action == "on" else "off"
        remember(request, f"The rule is switched {words}.", found)
        Rule.objects.filter(pk=found.pk).update(working=action == "on")
    elif action == "remove":
        remember(request, "The rule is removed. What it made stays.", found, removed=True)
        found.delete()
    return redirect(f"{reverse('newsroom:rules')}?done=1")


@transaction.atomic
def _move(found: Rule, by: int) -> None:
    row = list(Rule.objects.filter(paper=found.paper_id).select_for_update())
    at = row.index(found)
    to = at + by
    if 0 <= to < len(row):
        row[at], row[to] = row[to], row[at]
        for number, rule in enumerate(row, 1):
            Rule.objects.filter(pk=rule.pk).update(order=number * 10)


@needs("run", post_only=True)
def undo(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`POST /newsroom/rules/undo/`: the last change or removal of whoever asks."""
    if take_back(request, desk.paper.pk) is None:
        messages.error(
            request, "It cannot be taken back any more: its section, agency or wire is gone, or it "
            "was taken back already.",
        )  # fmt: skip
    else:
        messages.success(request, "The rule is as it was.")
    return redirect("newsroom:rules")
