"""What the wire room's filters offer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wagtail.models import Site

from broadsheet.newsroom.wire.filters import KINDS, URGENCIES, Filters
from broadsheet.paper import lists
from broadsheet.wire.models import Agency, Take, Wire

#: Languages are offered that the newest so many takes came in.
_LATEST = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of the filters: the name in the address, its label, what can be chosen."""

    name: str
    label: str
    chosen: str
    options: list[tuple[str, str]]


def choices(paper: Site, filters: Filters) -> list[Choice]:
    """The boxes, those left out that have nothing to choose from."""
    boxes = [
        ("section", "Section", [(str(s.pk), s.title) for s in lists.sections(paper)]),
        ("agency", "Agency", _named(Agency, paper)),
        ("wire", "Wire", _named(Wire, paper)),
        ("urgency", "Urgency", list(URGENCIES.items())),
        ("language", "Language", languages(paper, filters.language)),
        ("kind", "Kind", list(KINDS.items())),
    ]
    return [
        Choice(name, label, getattr(filters, name), options)
        for name, label, options in boxes
        if len(options) > 1 or getattr(filters, name)
    ]


def languages(paper: Site, chosen: str) -> list[tuple[str, str]]:
    """The languages of the newest takes, the most frequent first, with the one that is chosen."""
    takes = Take.objects.filter(paper=paper).order_by("-received")
    tags = takes.values_list("language", flat=True)[:_LATEST]
    counted = Counter(tag.partition("-")[0].lower() for tag in tags if tag)
    if chosen:
        counted[chosen] += 1
    return [(tag, tag) for tag, _ in counted.most_common()]


def _named(kind: type[Agency] | type[Wire], paper: Site) -> list[tuple[str, str]]:
    found = kind.objects.filter(paper=paper).order_by("name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in found]
