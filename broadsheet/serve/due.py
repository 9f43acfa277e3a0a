"""Publishes what is due and takes off what has run out, one by one: what fails for one story is
logged and tried again later, and stops no other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Revision

from broadsheet.paper import provenance
from broadsheet.paper.models import Story
from broadsheet.paper.tree.models import PaperPage

log = logging.getLogger(__name__)
#: Seconds before what failed is tried again; doubled each time, up to the second number.
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 600.0


class Due:
    """What is due, and the memory of what failed.

    Args:
        clock: seconds, for the pauses.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.pauses: dict[object, tuple[float, float]] = {}

    def do(self) -> int:
        """Publish and take off what is due now; gives the number of pages changed."""
        now = timezone.now()
        # What has run out goes first, so that it is not published once more for a moment.
        out = PaperPage.objects.filter(live=True, expire_at__lte=now).order_by("expire_at")
        due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
        done = sum(self._each(("out", page.pk), lambda p=page: _take_off(p)) for page in out)  # type: ignore[misc]
        done += sum(self._each(("in", row.pk), lambda r=row: _publish(r)) for row in due)  # type: ignore[misc]
        return done

    def _each(self, key: object, act: Callable[[], None]) -> bool:
        pause, again = self.pauses.get(key, (0.0, 0.0))
        if self.clock() < again:
            return False
        try:
            act()
        except OperationalError as error:
            # The database is busy or away, which is no fault of the story: next second.
            log.warning("%s waits for the database: %s", key, error)
            return False
        except Exception:
            pause = min(max(pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
            self.pauses[key] = (pause, self.clock() + pause)
            log.exception("cannot publish what is due (%s); tried again in %.0f s", key, pause)
            return False
        self.pauses.pop(key, None)
        return True


def _publish(revision: Any) -> None:
    page = revision.as_object()
    if isinstance(page, Story):
        provenance.read_ahead(page)
    revision.publish(log_action="wagtail.publish.scheduled")


def _take_off(page: Any) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
