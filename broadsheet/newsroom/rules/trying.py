"""Trying a rule on what has come already, before it works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Site

from broadsheet.paper import rule_deeds, rules
from broadsheet.paper.models import Rule
from broadsheet.wire.models import Take

#: So many takes are looked at, and so many of those that fit are shown.
LOOKED_AT, SHOWN = 200, 40


@dataclass(frozen=True, slots=True)
class Tried:
    """A take that the rule fits, and what would have become of it."""

    take: Take
    would: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would have done with the newest takes."""

    looked_at: int
    fitting: int
    rows: list[Tried]


def try_it(paper: Site, rule: Rule) -> Trial:
    """Try a rule, saved or not, on the newest takes; nothing is changed."""
    takes = list(
        Take.objects.filter(paper=paper)
        .select_related("agency", "reading", "thread")
        .defer("marks")
        .order_by("-received", "-id")[:LOOKED_AT]
    )
    fitting = [take for take in takes if rules.fits(take, rule)]
    earlier = list(_before(rule, rules.working_rules(paper.pk)))
    rows = [Tried(take, _would(take, rule, earlier)) for take in fitting[:SHOWN]]
    return Trial(len(takes), len(fitting), rows)


def _before(rule: Rule, working: Iterable[Rule]) -> Iterable[Rule]:
    """The rules that decide before this one; a new one comes last."""
    for one in working:
        if one.pk == rule.pk:
            return
        yield one


def _would(take: Take, rule: Rule, earlier: list[Rule]) -> str:
    first = rules.first_fitting(take, earlier)
    if first is not None:
        return f"an earlier rule decides: {rules.in_words(first)}"
    if rule.act == Rule.Act.SORT:
        return f"under {rule.section.title}"
    # `no_story` says how it stands today; a story that was made since is told as such.
    if why := rule_deeds.no_story(take) or rule_deeds.hindrance(take, rule):
        return f"under {rule.section.title}; nothing more: {why}"
    done = "published in" if rule.act == Rule.Act.PUBLISH else "a draft for"
    return f"{done} {rule.section.title}"
