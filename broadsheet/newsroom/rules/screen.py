"""The list of rules, laying one down, changing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.rules.form import RuleForm
from broadsheet.newsroom.rules.trying import try_it
from broadsheet.newsroom.rules.undoing import last_words, remember
from broadsheet.newsroom.wires.standing import held_count
from broadsheet.paper.models import Rule, RuleDeed
from broadsheet.paper.rules import in_words

DEEDS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One rule on the list, with what it did last."""

    rule: Rule
    words: str
    deeds: list[RuleDeed]
    today: int
    left: int


@needs("run")
def rules(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/rules/`; `done` shows what was done last, to be taken back."""
    found = Rule.objects.filter(paper=desk.paper).select_related("section", "agency", "wire")
    context = {
        "lines": [_line(rule) for rule in found],
        "done": last_words(request) if "done" in request.GET else "",
        "held": held_count(desk.paper),
    }
    return show(request, desk, "newsroom/rules/list.html", context)


def _line(rule: Rule) -> Line:
    deeds = rule.deeds.select_related("story", "take").order_by("-at", "-id")
    today = rule.deeds.filter(at__gt=timezone.now() - timedelta(days=1))
    left = today.exclude(left_undone="").count()
    return Line(rule, in_words(rule), list(deeds[:DEEDS]), today.count() - left, left)


@needs("run")
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/rules/add/`: see `_form`."""
    last = Rule.objects.filter(paper=desk.paper).aggregate(last=Max("order"))["last"] or 0
    return _form(request, desk, Rule(paper=desk.paper, order=last + 10))


@needs("run")
def rule(request: HttpRequest, desk: Desk, rule_id: int) -> HttpResponse:
    """`/newsroom/rules/<id>/`: see `_form`."""
    return _form(request, desk, find_rule(desk, rule_id))


def find_rule(desk: Desk, rule_id: int) -> Rule:
    """The rule, if it is one of this paper's."""
    found: Rule = get_object_or_404(
        Rule.objects.select_related("section", "agency", "wire"), pk=rule_id, paper=desk.paper
    )
    return found


def _form(request: HttpRequest, desk: Desk, found: Rule) -> HttpResponse:
    """GET shows the form. POST with `action=try` shows what the rule would have done and saves
    nothing; else it saves, after a second yes where the rule publishes."""
    new = found.pk is None
    form = RuleForm(request.POST or None, instance=found, paper=desk.paper)
    context: dict[str, Any] = {"form": form, "rule": found, "new": new}
    if request.method == "POST" and form.is_valid():
        context["words"] = in_words(form.instance)
        if request.POST.get("action") == "try":
            context["trial"] = try_it(desk.paper, form.instance)
        elif found.act == Rule.Act.PUBLISH and not request.POST.get("sure"):
            context["asks"] = True
        else:
            return _save(request, form, new=new)
    status = 422 if form.errors else 200
    return show(request, desk, "newsroom/rules/one.html", context, status=status)


def _save(request: HttpRequest, form: RuleForm, *, new: bool) -> HttpResponse:
    if not new:
        remember(request, "The rule is changed.", form.instance)
    form.save()
    if new:
        messages.success(request, "The rule is laid down.")
        return redirect("newsroom:rules")
    return redirect(f"{reverse('newsroom:rules')}?done=1")
