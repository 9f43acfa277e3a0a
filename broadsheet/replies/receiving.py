"""Takes a reply in: once, however often it is sent, and not too many an hour from one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from broadsheet.paper.models import Story
from broadsheet.replies import sealing
from broadsheet.replies.cleaning import hash_of_text
from broadsheet.replies.lists import masthead_of
from broadsheet.replies.models import Reply, Sending

#: The same reader's same words under the same story within this time are one reply.
SAME_WITHIN = timedelta(hours=24)
HOUR = timedelta(hours=1)


class ClosedError(Exception):
    """No replies are taken under this story."""


class TooManyError(Exception):
    """So many came from one network address within the hour.

    Attributes:
        seconds: until the next one may come.
    """

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"too many replies; the next one in {seconds} s")


@dataclass(frozen=True, slots=True)
class Received:
    """The reply, and whether it is new."""

    reply: Reply
    new: bool


def are_open(story: Story) -> bool:
    """Whether readers may reply to this story now."""
    return bool(story.live and story.replies_open and masthead_of(story).replies_open)


def receive(story: Story, *, name: str, email: str, text: str, network_address: str) -> Received:
    """Keep a reply for a moderator, or find it again if it was sent twice.

    Args:
        name, email, text: checked and clean.
        network_address: of the reader; only a keyed hash is kept, for an hour.

    Raises:
        ClosedError: replies are closed.
        TooManyError: the hour's number is reached.
    """
    if not are_open(story):
        raise ClosedError
    email_mark = sealing.mark_of_email(email)
    text_hash = hash_of_text(text)
    with transaction.atomic():
        _one_at_a_time(f"reply {story.pk} {email_mark} {text_hash}")
        same = _sent_before(story, email_mark, text_hash)
        if same is not None:
            return Received(same, new=False)
        _count(network_address)
        reply = Reply.objects.create(
            paper=story.paper,
            story=story,
            name=name,
            text=text,
            email_sealed=sealing.seal(email),
            email_hmac=email_mark,
            text_hash=text_hash,
            received=timezone.now(),
        )
    return Received(reply, new=True)


def _one_at_a_time(name: str) -> None:
    """Wait until nobody else does what is called `name`; until the end of the transaction."""
    # SQLite: a writing transaction is alone from its beginning (BEGIN IMMEDIATE).
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def _sent_before(story: Story, email_mark: str, text_hash: str) -> Reply | None:
    return Reply.objects.filter(
        story=story,
        email_hmac=email_mark,
        text_hash=text_hash,
        received__gt=timezone.now() - SAME_WITHIN,
    ).first()


def _count(network_address: str) -> None:
    mark = sealing.mark_of_network_address(network_address)
    # Always after the lock above, so that no two transactions wait for each other.
    _one_at_a_time(f"sending {mark}")
    now = timezone.now()
    most = settings.CONFIG.replies_per_hour
    recent = Sending.objects.filter(address_hmac=mark, at__gt=now - HOUR).order_by("-at")
    times = list(recent.values_list("at", flat=True)[:most])
    if len(times) >= most:
        raise TooManyError(max(1, int((times[-1] + HOUR - now).total_seconds()) + 1))
    Sending.objects.create(address_hmac=mark, at=now)
