"""Telling people who do not look at a screen: mail and web hook, tried until they are taken."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from broadsheet.paper.models import Notice, SecondThought
from broadsheet.staff.models import User
from broadsheet.staff.roles import EDITOR
from broadsheet.wire import signals
from broadsheet.wire.coming.posting import post
from broadsheet.wire.models import Take, Wire

log = logging.getLogger(__name__)
#: Seconds until what was not taken is tried again, doubled each time; given up after a day.
_FIRST, _LONGEST, _MOST = 5, 900, 100
#: A try that has begun is another process's to repeat only after this many seconds.
_CLAIM = 60


def announce(thought: SecondThought) -> None:
    """Have a kill or an embargo told to everybody who asked for it, in the caller's transaction."""
    story, take = thought.story, thought.take
    who = take.agency.name if take.agency else str(take.item.get("agency") or "An agency")
    word = "killed" if thought.kind == SecondThought.Kind.KILL else "put an embargo on"
    put(
        thought.paper_id,
        {
            "event": thought.kind,
            "subject": f"{thought.kind.upper()}: {story.title}",
            "text": f"{who} has {word} the copy of “{story.title}”. {thought.done_at_once}".strip(),
            "agency": who,
            "agency_says": thought.note,
            "story": story.title,
            "story_id": story.pk,
            "address": story.address,
            "done": thought.done_at_once,
            "answer_by": thought.due.isoformat() if thought.due else None,
            "newsroom": f"/newsroom/second-thoughts/{thought.pk}/",
            "at": thought.received.isoformat(),
        },
    )


def not_followed(take: Take) -> None:
    """A take's word did not reach the stories that it may concern: somebody has to see to it."""
    said = (
        f"“{take}” ({take.status}) could not be followed to the stories made of it. Look at them."
    )
    _of_paper(
        take.paper_id, "not-followed", f"Not followed: {take}", said, newsroom="/newsroom/wire/"
    )


def connect() -> None:
    """Listen to the wire. Called once, when Django has loaded every room."""
    signals.wire_silent.connect(wire_silent)
    signals.wire_back.connect(wire_back)


def wire_silent(wire: Wire, **kwargs: Any) -> None:
    """A wire has brought nothing for longer than usual."""
    said = f"The wire “{wire.name}” has brought nothing for more than {wire.silent_after} minutes."
    _of_wire(wire, "wire-silent", f"Silent: {wire.name}", said)


def wire_back(wire: Wire, **kwargs: Any) -> None:
    """A wire that was silent brings takes again."""
    _of_wire(wire, "wire-back", f"Back: {wire.name}", f"The wire “{wire.name}” is back.")


def _of_wire(wire: Wire, event: str, subject: str, text: str) -> None:
    _of_paper(wire.paper_id, event, subject, text, wire=wire.name, newsroom="/newsroom/wires/")


def _of_paper(paper: int, event: str, subject: str, text: str, **more: str) -> None:
    said = {"event": event, "subject": subject, "text": text, "at": timezone.now().isoformat()}
    put(paper, {**said, **more})


def put(paper: int, said: dict[str, Any]) -> None:
    """Write down what has to be told, a row for each way that is set up."""
    now = timezone.now()
    ways = [Notice.Way.MAIL] if settings.CONFIG.mail_url else []
    ways += [Notice.Way.HOOK] if settings.CONFIG.alarm_hook else []
    Notice.objects.bulk_create(
        Notice(paper_id=paper, way=way, said=said, made=now, next_try=now) for way in ways
    )


def are_waiting() -> bool:
    """Whether something is to be sent now."""
    return Notice.objects.filter(next_try__lte=timezone.now()).exists()


def send_waiting() -> int:
    """Send what is due; gives how many were taken. Each is claimed first, so that two processes do
    not send one twice, and stays to be sent if this one ends in between."""
    taken = 0
    now = timezone.now()
    due = Notice.objects.filter(next_try__lte=now).order_by("next_try")[:20]
    for notice in list(due):
        claim = now + timedelta(seconds=_CLAIM)
        mine = Notice.objects.filter(pk=notice.pk, next_try=notice.next_try)
        if mine.update(next_try=claim, tries=notice.tries + 1):
            notice.tries += 1
            taken += _send(notice)
    return taken


def _send(notice: Notice) -> bool:
    try:
        _WAYS[notice.way](notice)
    except Exception as error:
        # Whatever a mail server or a hook does wrong, it is tried again.
        pause = min(_FIRST * 2 ** (notice.tries - 1), _LONGEST)
        again = None if notice.tries >= _MOST else timezone.now() + timedelta(seconds=pause)
        problem = f"{type(error).__name__}: {error}"
        Notice.objects.filter(pk=notice.pk).update(next_try=again, problem=problem)
        log.warning(
            "the notice “%s” did not go out by %s: %s", notice, notice.way, problem, exc_info=True
        )
        return False
    with transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(next_try=None, sent=timezone.now(), problem="")
    return True


def _mail(notice: Notice) -> None:
    said = notice.said
    link = f"{settings.CONFIG.public_url.rstrip('/')}{said['newsroom']}"
    lines = [said["text"], said.get("agency_says") or "", link]
    EmailMessage(
        subject=" ".join(str(said["subject"]).split())[:200],
        body="\n\n".join(line for line in lines if line) + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[],
        bcc=list(mailed()),
    ).send()


def mailed() -> list[str]:
    """Who gets the mail: those that are set, else every editor."""
    if settings.CONFIG.alarm_mail:
        return list(settings.CONFIG.alarm_mail)
    editors = User.objects.filter(is_active=True, groups__name=EDITOR).exclude(email="")
    return list(editors.values_list("email", flat=True))


def _hook(notice: Notice) -> None:
    said = {
        **notice.said,
        "link": f"{settings.CONFIG.public_url.rstrip('/')}{notice.said['newsroom']}",
    }
    data = json.dumps(said, ensure_ascii=False).encode()
    post(settings.CONFIG.alarm_hook, data)


_WAYS: dict[str, Callable[[Notice], None]] = {Notice.Way.MAIL: _mail, Notice.Way.HOOK: _hook}
