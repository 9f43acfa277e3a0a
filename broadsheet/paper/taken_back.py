"""Copy that the agency had taken back before we printed it, pasted or made from an older take."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from broadsheet.paper.holding import hold
from broadsheet.paper.models import Story
from broadsheet.paper.provenance import passages
from broadsheet.paper.tying import takes_of, tie
from broadsheet.wire.models import Take


def hold_what_was_taken_back(story: Story) -> None:
    """Put a hold on a story whose copy has been killed or embargoed. Called before a story goes
    live; an editor's word that lifted such a hold once stands."""
    if story.live or story.paper is None or story.pk is None:
        return
    tie(story, [part.text for part in passages(story)])
    for take in takes_of(story):
        for last in newest_of(take):
            if last.status == "canceled":
                hold(story, last, "kill")
            elif last.embargo and last.embargo > timezone.now():
                hold(story, last, "embargo", until=last.embargo)
            elif last.status == "withheld":
                hold(story, last, "embargo")


def newest_of(take: Take) -> Iterator[Take]:
    """The newest version of the take's item, and of what replaced it. What replaces a take came in
    its thread, which keeps this to a few rows."""
    heads = Take.objects.filter(thread=take.thread_id, newest=True)
    for head in heads.order_by("-versioned")[:50]:
        if head.guid == take.guid or take.guid in head.replaces:
            yield head
