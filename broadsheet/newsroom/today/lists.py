"""What Today shows of the paper's stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from broadsheet.newsroom.state import Row, rows, scheduled_times
from broadsheet.paper.models import Copy, Story

DRAFTS = 12
LIVE = 30
LATEST = 8


@dataclass(frozen=True, slots=True)
class TodaysStories:
    """The day at a glance. `earlier` fills in while nothing is live today."""

    drafts: list[Row]
    more_drafts: int
    scheduled: list[Row]
    live: list[Row]
    earlier: list[Row]


def stories_with_who(paper: Site) -> QuerySet[Story]:
    """All stories of the paper with what a line of a list shows."""
    every: QuerySet[Story] = Story.objects.filter(paper=paper)
    return every.select_related(
        "home_section", "latest_revision__user", "owner", "paper__masthead"
    ).defer("body")


def midnight(paper: Site) -> datetime:
    """When today began, in the paper's zone."""
    zone = paper.masthead.zone
    return datetime.combine(timezone.now().astimezone(zone).date(), time(), tzinfo=zone)


def todays_stories(paper: Site) -> TodaysStories:
    """Read the day."""
    every = stories_with_who(paper)
    times = scheduled_times(paper)
    drafts = every.filter(live=False, first_published_at=None).exclude(pk__in=list(times))
    live = every.filter(live=True).order_by("-last_published_at")
    today = rows(live.filter(last_published_at__gte=midnight(paper))[:LIVE])
    scheduled = rows(every.filter(pk__in=list(times)))
    return TodaysStories(
        drafts=rows(drafts.order_by("-latest_revision_created_at")[:DRAFTS]),
        more_drafts=max(0, drafts.count() - DRAFTS),
        scheduled=sorted(scheduled, key=lambda r: times[r.story.pk]),
        live=today,
        earlier=[] if today else rows(live[:LATEST]),
    )


def copy_on_the_desk(paper: Site) -> QuerySet[Copy]:
    """Copy that was pasted and has not become a story yet, the latest first."""
    return Copy.objects.filter(paper=paper, story=None).select_related("by").order_by("-received")
