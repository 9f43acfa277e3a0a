"""One story of the paper at hand, and what somebody may do with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from broadsheet.newsroom.access import Desk
from broadsheet.paper.models import Story


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the person may do with this story."""

    edit: bool
    publish: bool


def find_story(desk: Desk, story_id: int) -> Story:
    """The story, if it is one of this paper's."""
    story: Story = get_object_or_404(
        Story.objects.select_related("home_section", "latest_revision__user", "owner"),
        pk=story_id,
        paper=desk.paper,
    )
    return story


def allowed(desk: Desk, story: Story) -> Allowed:
    """Reporters change their own stories; publishing is for editors and sub-editors."""
    tester = story.permissions_for_user(desk.user)
    return Allowed(edit=tester.can_edit(), publish=desk.may.publish and tester.can_publish())
