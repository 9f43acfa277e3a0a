"""What a moderator does with a reply. What readers see changes with the decision, in one
transaction."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from broadsheet.paper.models import Story
from broadsheet.reads import Touched
from broadsheet.replies.cleaning import clean_text, hash_of_text
from broadsheet.replies.lists import masthead_of
from broadsheet.replies.models import Reply
from broadsheet.replies.signals import reply_changed
from broadsheet.staff.models import User

Status = Reply.Status


def waiting(paper: Site) -> QuerySet[Reply]:
    """The queue, the oldest first, each with its story."""
    return (
        Reply.objects.filter(paper=paper, status=Status.WAITING)
        .select_related("story__home_section")
        .order_by("received", "pk")
    )


def accept(reply: Reply, user: User | None) -> Reply:
    """Print the reply under its story."""
    return _decide(reply, Status.ACCEPTED, user)


def refuse(reply: Reply, user: User | None) -> Reply:
    """Keep the reply off the paper, or take it off again."""
    return _decide(reply, Status.REFUSED, user)


def undo(reply: Reply, user: User | None) -> Reply:
    """Put the reply back into the queue."""
    return _decide(reply, Status.WAITING, user)


def answer(story: Story, text: str, user: User) -> Reply:
    """Print the paper's own reply under a story, in the paper's name.

    Raises:
        ValueError: there is nothing in `text`.
    """
    words = clean_text(text)
    if not words:
        raise ValueError("An answer needs some words.")
    now = timezone.now()
    with transaction.atomic():
        reply = Reply.objects.create(
            paper=story.paper,
            story=story,
            name=masthead_of(story).name[:80],
            text=words,
            email_sealed=b"",
            email_hmac="",
            text_hash=hash_of_text(words),
            received=now,
            status=Status.ACCEPTED,
            decided=now,
            decided_by=user,
            from_the_paper=True,
        )
        reply_changed.send(sender=Reply, reply=reply, paper=reply.paper, touched=touches(reply))
    return reply


def touches(reply: Reply) -> Touched:
    """The pages that count or show the replies of its story."""
    touched = Touched()
    touched.row_moved(f"replies:{reply.story_id}", "")
    return touched


def _decide(reply: Reply, status: str, user: User | None) -> Reply:
    with transaction.atomic():
        standing = Reply.objects.select_for_update().get(pk=reply.pk)
        before = standing.status
        if before != status:
            standing.status = status
            standing.decided = None if status == Status.WAITING else timezone.now()
            standing.decided_by = None if status == Status.WAITING else user
            standing.save(update_fields=["status", "decided", "decided_by"])
        if before != status and Status.ACCEPTED in {before, status}:
            reply_changed.send(
                sender=Reply, reply=standing, paper=standing.paper, touched=touches(standing)
            )
    return standing
