"""What is open, for the banner, the list and the menu."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.models import Site

from broadsheet.paper.models import SecondThought

_ALARMS = (SecondThought.Kind.KILL, SecondThought.Kind.EMBARGO)


def open_thoughts(paper: Site | None) -> QuerySet[SecondThought]:
    """What nobody has answered yet, alarms first, then the newest."""
    found: QuerySet[SecondThought] = SecondThought.objects.filter(paper=paper, answered=None)
    return found.select_related("story__home_section", "take__agency", "base", "by")


def open_alarms(paper: Site | None) -> QuerySet[SecondThought]:
    """Kills and embargoes that nobody has answered, the newest first."""
    return open_thoughts(paper).filter(kind__in=_ALARMS)


def open_offers(paper: Site | None) -> QuerySet[SecondThought]:
    """Updates and corrections that nobody has answered, the newest first."""
    return open_thoughts(paper).exclude(kind__in=_ALARMS)
