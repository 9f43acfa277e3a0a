"""When a wire is asked next: at its own pace, later after failures, never all at one moment."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from broadsheet.wire.models import Wire

#: The longest pause after failures, and the longest that an answer may ask for.
LONGEST = timedelta(hours=6)
#: Nobody is asked more often than this, whatever is set.
SHORTEST = timedelta(seconds=10)
#: Polls of many wires are spread by up to this share of the pause, so that they do not beat.
SPREAD = 0.1


def after_success(
    wire: Wire, now: datetime, wait: timedelta | None = None, times: int = 1
) -> datetime:
    """The next time after all went well.

    Args:
        wait: what the other side asked for.
        times: so many times as long as is set, but an hour at most, where polls only stand by for
            something quicker.
    """
    pause = timedelta(seconds=wire.every)
    if times > 1:
        pause = max(pause, min(pause * times, timedelta(hours=1)))
    return now + spread(max(pause, SHORTEST, wait or SHORTEST))


def after_failure(wire: Wire, now: datetime, wait: timedelta | None = None) -> datetime:
    """The next time after the wire failed `wire.failures` times: twice as long after each."""
    pause = timedelta(seconds=wire.every) * 2 ** min(wire.failures, 12)
    return now + spread(max(min(pause, LONGEST), SHORTEST, wait or SHORTEST))


def spread(pause: timedelta) -> timedelta:
    """A pause made a little longer by chance."""
    return pause * (1 + random.uniform(0, SPREAD))  # noqa: S311 - no secret hangs on it
