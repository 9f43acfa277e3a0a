"""Taking back the last thing that was done to a rule: kept in the session of whoever did it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from broadsheet.paper.models import Rule, RuleDeed, Section, Sorting, Story
from broadsheet.wire.models import Agency, Take, Wire

_KEY = "rule_to_take_back"
#: So much of what a removed rule did comes back with it.
MOST_DEEDS, MOST_SORTINGS = 1000, 5000
_FIELDS = (
    "order", "working", "wire_id", "agency_id", "subject", "language", "urgency", "section_id",
    "act", "least_words", "no_fixes", "most_an_hour",
)  # fmt: skip


def remember(request: HttpRequest, words: str, rule: Rule, *, removed: bool = False) -> None:
    """Keep how a saved rule stands, before it is changed or removed.

    Args:
        words: what is being done: `changed`, `removed`.
    """
    now = Rule.objects.get(pk=rule.pk)
    kept: dict[str, Any] = {
        "pk": now.pk,
        "words": words,
        "fields": {name: getattr(now, name) for name in _FIELDS},
    }
    if removed:
        deeds = RuleDeed.objects.filter(rule=now).order_by("-at")[:MOST_DEEDS]
        kept["deeds"] = [
            [deed.take_id, deed.story_id, deed.at.isoformat(), deed.left_undone] for deed in deeds
        ]
        sortings = Sorting.objects.filter(rule=now).order_by("-at")[:MOST_SORTINGS]
        kept["threads"] = list(sortings.values_list("pk", flat=True))
    request.session[_KEY] = kept


def last_words(request: HttpRequest) -> str:
    """What was done last, if it can be taken back."""
    return str(request.session.get(_KEY, {}).get("words", ""))


def take_back(request: HttpRequest, paper: int) -> Rule | None:
    """Put the rule back as it was; None when there is nothing, or what it needs is gone."""
    kept = request.session.pop(_KEY, None)
    if kept is None or not _still_there(kept["fields"], paper):
        return None
    with transaction.atomic():
        rule, made = Rule.objects.update_or_create(
            pk=kept["pk"], paper_id=paper, defaults=kept["fields"]
        )
        if made:
            _deeds_back(rule, kept.get("deeds", []))
            threads = kept.get("threads", [])
            for at in range(0, len(threads), 400):
                some = threads[at : at + 400]
                mine = Sorting.objects.filter(pk__in=some, rule=None, section=rule.section_id)
                mine.update(rule=rule)
    return rule


def _still_there(fields: dict[str, Any], paper: int) -> bool:
    needed = ((Section, "section_id"), (Wire, "wire_id"), (Agency, "agency_id"))
    return all(
        fields[name] is None or model.objects.filter(pk=fields[name], paper=paper).exists()
        for model, name in needed
    )


def _deeds_back(rule: Rule, deeds: list[list[Any]]) -> None:
    takes = set(Take.objects.filter(pk__in=[row[0] for row in deeds]).values_list("pk", flat=True))
    stories = set(
        Story.objects.filter(pk__in=[row[1] for row in deeds]).values_list("pk", flat=True)
    )
    RuleDeed.objects.bulk_create(
        RuleDeed(
            rule=rule, take_id=take, story_id=story if story in stories else None,
            at=datetime.fromisoformat(at), left_undone=said,
        )
        for take, story, at, said in deeds
        if take in takes
    )  # fmt: skip
