"""Times as readers see them: clock times in the paper's zone, never "3 hours ago"."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import formats

from broadsheet.paper.models import Story
from broadsheet.paper.web.contract import Moment


def moment(when: datetime, zone: ZoneInfo, *, day_only: bool = False) -> Moment:
    """A time on the page, in the language that is in force.

    Args:
        zone: the paper's.
        day_only: the hour is not known, so none is shown or said.
    """
    local = when.astimezone(zone)
    return Moment(
        iso=local.date().isoformat() if day_only else local.isoformat(timespec="seconds"),
        date=formats.date_format(local, "j F Y"),
        weekday=formats.date_format(local, "l j F Y"),
        clock="" if day_only else formats.date_format(local, "H:i"),
    )


def published_at(story: Story, zone: ZoneInfo) -> Moment | None:
    """When the story was published; None for a draft without a date."""
    if story.published is None:
        return None
    return moment(story.published, zone, day_only=story.grain == Story.Grain.DAY)
