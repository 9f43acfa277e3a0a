"""Holds: why a story may not be public. Every way of publishing asks here (`Story.save`)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from broadsheet.paper.models import Hold, Story
from broadsheet.staff.models import User
from broadsheet.wire.models import Take


def hold(story: Story, take: Take, kind: str, *, until: datetime | None = None) -> Hold:
    """Keep a story off the paper.

    Args:
        take: the take that says so.
        kind: kill or embargo.
        until: an embargo's end; None holds it until somebody lifts it.
    """
    held, _ = Hold.objects.get_or_create(
        story=story, take=take, defaults={"kind": kind, "until": until, "since": timezone.now()}
    )
    return held


def lift(held: Hold, *, user: User | None, why: str) -> None:
    """Let the story go again, on somebody's word."""
    Hold.objects.filter(pk=held.pk, lifted=None).update(
        lifted=timezone.now(), lifted_by=user, lifted_why=why[:300]
    )
