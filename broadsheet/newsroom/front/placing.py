"""Moving stories about on a draft of the front."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from wagtail.models import PageLogEntry, Site

from broadsheet.paper.models import Front, FrontSlot, Story
from broadsheet.staff.models import User

LEAD, TOP = FrontSlot.Place.LEAD.value, FrontSlot.Place.TOP.value
HEADLINE_MOST = 255


@dataclass(frozen=True, slots=True)
class Slot:
    """One story in a place, with its headline on the front; empty means its own."""

    place: str
    story: int
    headline: str = ""


def front_of(paper: Site) -> Front:
    """The front as it is live."""
    front: Front = paper.root_page.specific
    return front


def draft_of(front: Front) -> Front:
    """The front as it was last saved, live or not."""
    draft: Front = front.get_latest_revision_as_object()
    return draft


def slots_of(front: Front) -> list[Slot]:
    """What is placed by hand, the lead first."""
    slots = [Slot(s.place, s.story_id, s.headline) for s in front.slots.all()]
    return tidy(slots)


def tidy(slots: Iterable[Slot]) -> list[Slot]:
    """One lead at most, no story twice, the lead first; a second lead goes on top of the rest."""
    seen: set[int] = set()
    lead: list[Slot] = []
    top: list[Slot] = []
    for slot in slots:
        if slot.story in seen:
            continue
        seen.add(slot.story)
        if slot.place == LEAD and not lead:
            lead.append(slot)
        else:
            top.append(replace(slot, place=TOP))
    return lead + top


def moved(slots: list[Slot], action: str, story: int) -> list[Slot]:
    """The slots after one button: up, down, lead, top, off or place."""
    at = next((i for i, s in enumerate(slots) if s.story == story), None)
    if at is None:
        slot = Slot(LEAD if action == "lead" else TOP, story)
        return tidy([slot, *slots] if action == "lead" else [*slots, slot])
    slot, rest = slots[at], slots[:at] + slots[at + 1 :]
    if action == "off":
        return rest
    if action == "lead":
        return tidy([replace(slot, place=LEAD), *rest])
    if action == "top":
        return tidy([*rest, replace(slot, place=TOP)])
    to = max(0, at - 1) if action == "up" else at + 1
    # The lead's place is not passed by moving up: it is taken by `lead` alone.
    if slot.place == LEAD or (to < len(slots) and slots[to].place == LEAD):
        return slots
    return tidy([*rest[:to], slot, *rest[to:]])


def save(front: Front, slots: Iterable[Slot], user: User) -> Any:
    """Keep the slots as a draft of the front; only stories of this paper that still exist.

    Returns the revision.
    """
    slots = tidy(slots)
    mine = set(
        Story.objects.filter(paper=front.paper, pk__in=[s.story for s in slots]).values_list(
            "pk", flat=True
        )
    )
    draft = draft_of(front)
    draft.slots.set(
        [
            FrontSlot(
                place=s.place, story_id=s.story, headline=s.headline[:HEADLINE_MOST], sort_order=n
            )
            for n, s in enumerate(slots)
            if s.story in mine
        ]
    )
    return draft.save_revision(user=user)


def published_before(front: Front) -> Any:
    """The revision that was the live front before this one; None when this is the first."""
    entries = PageLogEntry.objects.filter(
        page=front.pk, action="wagtail.publish", revision__isnull=False
    ).order_by("-timestamp", "-pk")
    revisions = [entry.revision for entry in entries.select_related("revision")[:50]]
    return next((r for r in revisions if r.pk != front.live_revision_id), None)


@transaction.atomic
def undo(front: Front, user: User) -> bool:
    """Make the front what it was before the last publication. False when there was nothing."""
    before = published_before(front)
    if before is None:
        return False
    old = before.as_object()
    old.save_revision(user=user, previous_revision=before).publish(user=user)
    return True
