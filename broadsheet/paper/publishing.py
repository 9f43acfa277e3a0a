"""What an editor does to a public story. All of it goes through Wagtail's revisions, so that its
own buttons and these functions leave the same record (see receivers.py)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from broadsheet.paper import printed, provenance, versions
from broadsheet.paper.models import Correction, Story, Version
from broadsheet.paper.signals import printed_matter_changed
from broadsheet.paper.taken_back import hold_what_was_taken_back
from broadsheet.paper.tree.acting import acting
from broadsheet.staff.models import User


class NothingToUndoError(Exception):
    """The story has no earlier public text to go back to."""


def publish(
    story: Story, *, user: User | None = None, change: str = "update", note: str = ""
) -> Version:
    """Put the story, as it stands in `story`, on the paper at once.

    Args:
        story: saved once already; its unsaved fields are published too.
        change: one of Version.Change: what makes this text out of the last.
        note: words for the record.

    Raises:
        broadsheet.paper.models.story.HeldError: a kill or an embargo is in force.
    """
    hold_what_was_taken_back(story)
    story.refuse_if_held()
    story.go_live_at = None
    provenance.read_ahead(story)
    with acting(user, change=change, note=note), transaction.atomic():
        story.save_revision(user=user, clean=True).publish(user=user)
    story.refresh_from_db()
    return _latest(story)


def schedule(story: Story, at: datetime, *, user: User | None = None) -> None:
    """Have the scheduler publish the story at `at`.

    Raises:
        ValueError: the time has passed.
        HeldError: a kill or an embargo is in force at that time.
    """
    if at <= timezone.now():
        raise ValueError("That time has passed: publish now, or choose a later time.")
    hold_what_was_taken_back(story)
    story.refuse_if_held(at)
    story.go_live_at = at
    with acting(user), transaction.atomic():
        story.save_revision(user=user, clean=True).publish(user=user)


def unschedule(story: Story, *, user: User | None = None) -> None:
    """Take the story off the schedule; it stays a draft."""
    with transaction.atomic():
        story.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
        latest = story.get_latest_revision_as_object()
        latest.go_live_at = None
        latest.save_revision(user=user)


def take_down(story: Story, *, user: User | None = None, note: str = "") -> Version:
    """Take the story off the paper: every surface stops giving its text; its address says so."""
    with acting(user, note=note), transaction.atomic():
        story.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
        story.unpublish(user=user)
    return _latest(story)


def can_undo(story: Story) -> bool:
    """Whether there is an earlier public text."""
    return _text_before(story) is not None


def undo(story: Story, *, user: User | None = None) -> Version:
    """Put the public text before this one back, as a version of its own.

    After a take-down, that is the text that was taken down.

    Raises:
        NothingToUndoError: this is the first public text.
    """
    before = _text_before(story)
    if before is None or before.revision is None:
        raise NothingToUndoError(
            "This is the first text that was published: nothing to go back to."
        )
    old = before.revision.as_object()
    old.go_live_at = None
    note = f"back to version {before.number}"
    provenance.read_ahead(old)
    with acting(user, change=Version.Change.UPDATE, note=note), transaction.atomic():
        revision = old.save_revision(user=user, previous_revision=before.revision, clean=True)
        revision.publish(user=user, previous_revision=before.revision)
    story.refresh_from_db()
    return _latest(story)


def _latest(story: Story) -> Version:
    version: Version = story.versions.latest("number")
    return version


def _text_before(story: Story) -> Version | None:
    versions: list[Version] = list(
        story.versions.select_related("revision").order_by("-number")[:50]
    )
    if not versions:
        return None
    now = versions[0]
    for version in versions[1:]:
        if version.revision is not None and version.text and version.text != now.text:
            return version
    return None


def correct(
    story: Story, *, kind: str, text: str, user: User | None = None, **changes: Any
) -> Correction:
    """Print a correction or clarification at the story and on the corrections page.

    Args:
        kind: one of Correction.Kind.
        text: what was wrong, and what is right.
        changes: fields of the story to mend at once, in the same version.
    """
    with acting(user, change=kind, note=text), transaction.atomic():
        if changes:
            latest = story.get_latest_revision_as_object()
            for name, value in changes.items():
                setattr(latest, name, value)
            latest.save_revision(user=user, clean=True).publish(user=user)
        correction = Correction.objects.create(
            paper=story.paper,
            story=story,
            kind=kind,
            text=text.strip(),
            made=timezone.now(),
            by=user,
        )
        # The printed words are part of the public text, and so of its chain.
        public = Story.objects.get(pk=story.pk)
        correction.version = versions.record(public, revision=public.live_revision)
        correction.save(update_fields=["version"])
        touched = printed.story_changed(public)
        touched.row_moved(f"corrections:{story.paper_id}", "")
        printed_matter_changed.send(sender=Correction, paper=story.paper, touched=touched)
    return correction
