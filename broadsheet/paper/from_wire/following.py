"""An agency's second thoughts: what a later take says, and what is done about it at once.

An update or correction is offered. A kill or a new embargo holds what is not public yet, and takes
down what is, at once or when nobody has answered in the minutes that are set.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone

from broadsheet.paper import publishing
from broadsheet.paper.from_wire import notices
from broadsheet.paper.from_wire.finding import Concerned, concerned
from broadsheet.paper.from_wire.offering import brings_something
from broadsheet.paper.holding import hold, lift
from broadsheet.paper.models import Hold, SecondThought, Story
from broadsheet.paper.tree.acting import acting
from broadsheet.wire.models import Take, Waiting

log = logging.getLogger(__name__)
Kind, Answer = SecondThought.Kind, SecondThought.Answer


class Follower:
    """Follows the takes that wait for it, kills and embargoes first. Each is followed in a
    transaction of its own, so a crash leaves the rest waiting; one that cannot be followed is tried
    again after a pause and holds no other up."""

    #: Seconds that other takes may take before kills are looked for again.
    BUDGET = 1.0
    PAUSE = 20.0

    def __init__(self) -> None:
        self.again: dict[int, float] = {}

    def turn(self) -> int:
        """Follow what waits; gives how many takes were followed."""
        done = sum(map(self._one, self._rows(Waiting.Work.ALARM)))
        ends = time.monotonic() + self.BUDGET
        for row in self._rows(Waiting.Work.FOLLOW):
            done += self._one(row)
            if time.monotonic() > ends:
                break
        return done

    def _rows(self, work: str) -> list[Waiting]:
        now = time.monotonic()
        paused = [pk for pk, again in self.again.items() if again > now]
        return list(Waiting.objects.filter(work=work).exclude(pk__in=paused).order_by("id")[:500])

    def _one(self, row: Waiting) -> bool:
        try:
            with transaction.atomic():
                # Of two schedulers, one finds the row.
                if not Waiting.objects.filter(pk=row.pk).delete()[0]:
                    return False
                follow(Take.objects.select_related("paper", "agency").get(pk=row.take_id))
        except OperationalError:
            raise
        except Exception:
            if row.pk not in self.again:
                notices.not_followed(row.take)
            self.again[row.pk] = time.monotonic() + self.PAUSE
            log.exception("take %s could not be followed; it is tried again", row.take_id)
            return False
        self.again.pop(row.pk, None)
        return True


def kind_of(take: Take) -> str:
    """What a take asks of the stories that came from its item."""
    if take.status == "canceled" or "kill" in take.signals:
        return Kind.KILL
    embargoed = take.embargo is not None and take.embargo > timezone.now()
    if take.status == "withheld" or embargoed:
        return Kind.EMBARGO
    return Kind.CORRECTION if "correction" in take.signals else Kind.UPDATE


def follow(take: Take) -> list[SecondThought]:
    """Find the stories that a take concerns and do what it asks; gives what is new. To follow a
    take again has no effect."""
    kind = kind_of(take)
    if not take.newest and kind != Kind.KILL:
        # An older version that came late says nothing that the newer one does not.
        return []
    alarm = kind in {Kind.KILL, Kind.EMBARGO}
    thoughts = []
    for one in concerned(take, everything=alarm):
        if not alarm:
            _embargo_is_over(one.story, take)
            if one.base is None or not brings_something(one.story, one.base, take):
                continue
        thought = _note(take, kind, one)
        if thought is not None:
            thoughts.append(thought)
    return thoughts


def _note(take: Take, kind: str, one: Concerned) -> SecondThought | None:
    thought, new = SecondThought.objects.get_or_create(
        story=one.story,
        take=take,
        defaults={
            "paper_id": take.paper_id,
            "base": one.base,
            "kind": kind,
            "found_by": one.found_by,
            "note": "\n".join(words_of(take)),
            "received": timezone.now(),
        },
    )
    if not new:
        return None
    _overtake(thought)
    if thought.is_alarm:
        _act(thought, sure=one.sure)
        notices.announce(thought)
    return thought


def words_of(take: Take) -> list[str]:
    """The agency's own words on why it sends the take: its notes, and the text of a kill."""
    notes = [row.get("text", "") for row in take.item.get("notes") or ()]
    words = [note for note in notes if note.strip()]
    if not words and not take.usable:
        words = [*take.paragraphs[:3]] or [take.headline]
    return [word for word in words if word.strip()][:5]


def _overtake(thought: SecondThought) -> None:
    """What was open before on the same item: a newer word stands in its place. A kill that nobody
    answered stays, whatever comes after it."""
    older = SecondThought.objects.filter(story=thought.story, answered=None).exclude(pk=thought.pk)
    if thought.kind != Kind.KILL:
        older = older.exclude(kind__in=[Kind.KILL, Kind.EMBARGO])
    else:
        older = older.exclude(kind=Kind.KILL)
    older.update(answered=timezone.now(), answer=Answer.OVERTAKEN)


def _act(thought: SecondThought, *, sure: bool) -> None:
    """Do what cannot wait for an editor."""
    story = Story.objects.get(pk=thought.story_id)
    if not sure:
        # Some sentences in common are no reason to take a story away; an editor looks.
        return
    minutes = settings.CONFIG.kill_wait_minutes
    if not story.live:
        _keep_off(thought, story)
        said = "The draft is held: it cannot be published."
    elif minutes == 0:
        take_off(thought, story)
        said = "The story was taken off the paper at once."
    else:
        thought.due = thought.received + timedelta(minutes=minutes)
        said = f"The story is taken off the paper in {minutes} minutes unless somebody answers."
    thought.done_at_once = said
    thought.save(update_fields=["due", "done_at_once"])


def take_off(thought: SecondThought, story: Story) -> None:
    """Take the story off the paper, and keep it off."""
    note = f"{thought.get_kind_display()} by the agency: {thought.take}"
    if story.live:
        publishing.take_down(story, user=None, note=note)
    _keep_off(thought, story)


def _keep_off(thought: SecondThought, story: Story) -> None:
    until = thought.take.embargo if thought.kind == Kind.EMBARGO else None
    kind = "kill" if thought.kind == Kind.KILL else "embargo"
    hold(story, thought.take, kind, until=until)
    scheduled = story.revisions.exclude(approved_go_live_at=None)
    if until is not None:
        # What is scheduled for after the embargo may stay so.
        scheduled = scheduled.filter(approved_go_live_at__lt=until)
    scheduled.update(approved_go_live_at=None)


def _embargo_is_over(story: Story, take: Take) -> None:
    """The agency sent a version that is free: its embargo holds nothing any more. A kill is lifted
    by a person only."""
    for held in Hold.objects.filter(story=story, kind="embargo", lifted=None):
        lift(held, user=None, why=f"the agency released it: {take}")
    SecondThought.objects.filter(story=story, kind=Kind.EMBARGO, answered=None).update(
        answered=timezone.now(), answer=Answer.OVERTAKEN
    )


def act_when_due() -> int:
    """Take down the stories whose time ran out without an answer; gives how many."""
    due = SecondThought.objects.filter(answered=None, due__lte=timezone.now())
    done = 0
    for pk in list(due.order_by("due").values_list("pk", flat=True)):
        with acting(None), transaction.atomic():
            mine = SecondThought.objects.filter(pk=pk, answered=None, due__isnull=False)
            # Of two schedulers, one finds it still due.
            if not mine.update(due=None, done_at_once="Nobody had answered in time."):
                continue
            thought = SecondThought.objects.select_related("take", "story").get(pk=pk)
            take_off(thought, thought.story)
            done += 1
    return done
