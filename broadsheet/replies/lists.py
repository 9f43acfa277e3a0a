"""The replies that readers see: accepted, the oldest first, fifty a page."""

from __future__ import annotations

from django.db.models import QuerySet

from broadsheet.paper.models import Masthead, Story
from broadsheet.reads import named
from broadsheet.replies.models import Reply

A_PAGE = 50


def accepted(story: Story) -> QuerySet[Reply]:
    """All of them; counting and slicing are one scan of the index replies_of_story."""
    mine = Reply.objects.filter(story=story, status=Reply.Status.ACCEPTED)
    mine = mine.order_by("received", "pk").defer("email_sealed", "email_hmac", "text_hash")
    found: QuerySet[Reply] = named(mine, f"replies:{story.pk}")
    return found


def masthead_of(story: Story) -> Masthead:
    """The masthead of the story's paper; a story that readers see always has one."""
    masthead: Masthead = story.paper.masthead  # type: ignore[union-attr]
    return masthead
