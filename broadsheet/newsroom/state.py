"""Where stories stand: draft, scheduled, live, taken down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wagtail.models import Revision, Site

from broadsheet.paper.models import Story, Version


class State(StrEnum):
    """Where a story stands, in the newsroom's words."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    CHANGED = "live, with changes that are not"
    DOWN = "taken down"


@dataclass(frozen=True, slots=True)
class Row:
    """One story as a line of a list."""

    story: Story
    state: State
    who: str
    at: datetime | None

    @property
    def has_clock(self) -> bool:
        """Whether the time of day is known: copy may come with a date alone."""
        public = self.state in {State.LIVE, State.CHANGED}
        return not (public and self.story.grain == Story.Grain.DAY)

    @property
    def state_class(self) -> str:
        """The state as a class of the style sheet."""
        return self.state.name.lower()


def scheduled_times(paper: Site | None = None) -> dict[int, datetime]:
    """When each scheduled story goes live, by the story's number."""
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    times = {int(pk): at for pk, at in waiting.values_list("object_id", "approved_go_live_at")}
    if paper is None:
        return times
    mine = Story.objects.filter(paper=paper, pk__in=list(times)).values_list("pk", flat=True)
    return {pk: times[pk] for pk in mine}


def rows(stories: Iterable[Story]) -> list[Row]:
    """Stories as lines of a list, each with its state and who has it."""
    stories = list(stories)
    times = scheduled_times()
    down = set(
        Version.objects.filter(
            story__in=[s.pk for s in stories if not s.live], change=Version.Change.KILL
        ).values_list("story_id", flat=True)
    )
    return [_row(story, times.get(story.pk), story.pk in down) for story in stories]


def row(story: Story) -> Row:
    """One story with its state."""
    return rows([story])[0]


def _row(story: Story, goes_live: datetime | None, was_killed: bool) -> Row:
    state: State
    at: datetime | None
    if goes_live is not None:
        state, at = State.SCHEDULED, goes_live
    elif story.live and story.has_unpublished_changes:
        state, at = State.CHANGED, story.published
    elif story.live:
        state, at = State.LIVE, story.published
    elif was_killed:
        state, at = State.DOWN, story.latest_revision_created_at
    else:
        state, at = State.DRAFT, story.latest_revision_created_at
    return Row(story, state, _who(story), at)


def _who(story: Story) -> str:
    latest = story.latest_revision
    user = (latest.user if latest else None) or story.owner
    return str(user) if user else ""
