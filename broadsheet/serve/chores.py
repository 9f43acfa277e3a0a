"""What is done once an hour: whatever was kept for a while only, goes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from broadsheet.press import generation
from broadsheet.press.fingerprint import fingerprint
from broadsheet.press.sheets import Sheets
from broadsheet.replies.models import Sending
from broadsheet.staff import patience
from broadsheet.staff.models import SignInLink
from broadsheet.wire.finding.index import forget_missing
from broadsheet.wire.keeping import retention

log = logging.getLogger(__name__)
#: Days that the record of a finished task is kept.
TASKS_KEPT = 14
#: How long the press remembers what changes touched; sheets older than that are printed again.
CHANGES_KEPT = timedelta(days=7)


def sendings() -> None:
    """The keyed hashes of network addresses from which replies came: an hour, no longer."""
    Sending.objects.filter(at__lt=timezone.now() - timedelta(hours=1)).delete()


def sessions() -> None:
    """Sessions that have ended."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def links() -> None:
    """Sign-in links that have run out or were used a month ago."""
    SignInLink.objects.filter(ends__lt=timezone.now() - timedelta(days=30)).delete()


def failed_sign_ins() -> None:
    """Wrong passwords that count no more."""
    patience.forget()


def tasks() -> None:
    """Records of tasks that were done."""
    call_command("prune_db_task_results", min_age_days=TASKS_KEPT, verbosity=0)


def sheets() -> None:
    """Sheets that are void, and the record of changes before the oldest that may still stand."""
    generation.forget(timezone.now() - CHANGES_KEPT)
    sheets = Sheets(settings.SHEETS_ROOT, fingerprint(settings.CONFIG))
    sheets.ledger.begin_at(generation.first_kept())
    sheets.ledger.apply(generation.changes_after(0), generation.current())
    sheets.sweep()


def old_takes() -> None:
    """Takes of wires that keep them for a while only; beside the rest, since it may take long."""
    retention.begin()


def words_of_takes() -> None:
    """The words of takes that are no longer kept."""
    forget_missing()


CHORES: tuple[Callable[[], None], ...] = (
    sendings,
    sessions,
    links,
    failed_sign_ins,
    tasks,
    sheets,
    words_of_takes,
    old_takes,
)


def do_all() -> None:
    """Each chore; one that fails is logged and stops no other."""
    for chore in CHORES:
        try:
            chore()
        except Exception:
            log.exception(
                "the hourly chore '%s' failed; it is tried again in an hour", chore.__name__
            )
