"""What an editor decides on an agency's second thought. Each answer is given once: of two editors
at one moment, the second is told what the first decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from broadsheet.paper import provenance, publishing
from broadsheet.paper.from_wire.following import take_off
from broadsheet.paper.from_wire.making import HEADLINE_MOST, body_of, printed_headline
from broadsheet.paper.from_wire.offering import applied, offer_of
from broadsheet.paper.holding import lift
from broadsheet.paper.models import Hold, MadeFrom, SecondThought, Story
from broadsheet.staff.models import User

Answer = SecondThought.Answer


class AnsweredError(Exception):
    """Somebody has answered it meanwhile, or the story was changed. Says what to do."""


def merge_in(
    thought: SecondThought,
    choices: Mapping[int, str],
    *,
    user: User,
    revision: int | None,
    publish: bool = False,
) -> Story:
    """Take the new take into the story, row by row as chosen.

    Args:
        choices: by row number, `ours`, `new` or `both`; what is not named ends as proposed.
        revision: the text of the story that the screen showed.
        publish: put it on the paper at once, as the class of change that the agency named.

    Raises:
        AnsweredError: it was answered, or the story has another text by now.
        django.core.exceptions.ValidationError: it cannot be published.
    """
    with transaction.atomic():
        _answer(thought, Answer.MERGED, user)
        made = offer_of(thought)
        if made is None or made.story.latest_revision_id != revision:
            raise AnsweredError("The story was saved since this screen was opened: look again.")
        return _saved(thought, applied(made, choices), user, publish)


def take_whole(thought: SecondThought, *, user: User, publish: bool = False) -> Story:
    """Let the new take stand in the story's place, whole; its pictures stay."""
    with transaction.atomic():
        _answer(thought, Answer.WHOLE, user)
        story = thought.story.get_latest_revision_as_object()
        kept: list[Any] = [
            (block.block_type, block.value) for block in story.body if block.block_type == "picture"
        ]
        story.body = [*body_of(thought.take.paragraphs), *kept]
        story.title = printed_headline(thought.take)[:HEADLINE_MOST] or story.title
        return _saved(thought, story, user, publish)


def leave(thought: SecondThought, *, user: User, why: str = "") -> None:
    """The story stays as it is; the next version is compared with this one."""
    with transaction.atomic():
        _answer(thought, Answer.LEFT, user, why)
        _now_from(thought)


def take_down(thought: SecondThought, *, user: User) -> None:
    """Take the story off the paper and keep it off; one that is off already stays so."""
    with transaction.atomic():
        _answer(thought, Answer.TAKEN_DOWN, user)
        take_off(thought, Story.objects.get(pk=thought.story_id))


def keep(thought: SecondThought, *, user: User, why: str) -> None:
    """Print it all the same, on an editor's word: nothing holds the story any more.

    Raises:
        ValueError: no reason is given.
    """
    if not why.strip():
        raise ValueError("Say why: it stands in the record.")
    with transaction.atomic():
        _answer(thought, Answer.KEPT, user, why)
        for held in Hold.objects.filter(story=thought.story_id, take=thought.take_id, lifted=None):
            lift(held, user=user, why=why)


def _answer(thought: SecondThought, answer: str, user: User, note: str = "") -> None:
    now = timezone.now()
    mine = SecondThought.objects.filter(pk=thought.pk, answered=None)
    if not mine.update(answered=now, answer=answer, answer_note=note, by=user, due=None):
        thought.refresh_from_db()
        who = f" by {thought.by}" if thought.by else ""
        raise AnsweredError(f"It was answered already{who}: {thought.get_answer_display()}.")
    thought.answered, thought.answer, thought.by = now, answer, user


def _now_from(thought: SecondThought) -> None:
    """From now on the story's text is compared with this take."""
    MadeFrom.objects.get_or_create(
        story=thought.story, take=thought.take, defaults={"by": thought.by}
    )


def _saved(thought: SecondThought, story: Story, user: User, publish: bool) -> Story:
    _now_from(thought)
    if publish:
        change = "correction" if thought.kind == SecondThought.Kind.CORRECTION else "update"
        publishing.publish(story, user=user, change=change, note=f"from the wire: {thought.take}")
    else:
        story.save_revision(user=user)
        if not story.live:
            provenance.write(story)
    return story
