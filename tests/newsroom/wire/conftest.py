"""Takes that come in at a given minute, for the tests of the wire room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take
from tests.paper.from_wire.conftest import ninjs

BEGAN = datetime(2026, 3, 6, 9, tzinfo=UTC)
Comes = Callable[..., Take]


def body(answer: Any) -> str:
    """What a screen says."""
    return str(answer.content.decode())


def words(number: int) -> list[str]:
    """Copy that is like no other."""
    return [
        f"Boat {number * 7} of club {number * 31} won race {number * 3} on pier {number * 11}.",
        f"Crew {number * 13} came second, {number * 17} seconds behind, and berth {number} is shut.",
    ]


@pytest.fixture
def comes(paper: Any) -> Comes:
    """A take comes in: `comes(4, headline="...")` in the fourth minute, as an item of its own."""

    def _comes(minute: int, **said: Any) -> Take:
        at = BEGAN + timedelta(minutes=minute)
        wire = said.pop("wire", None)
        item = {
            "uri": f"urn:sna:{minute}",
            "headline": f"Race {minute}",
            "paragraphs": words(minute),
            "versioncreated": at.isoformat().replace("+00:00", "Z"),
        }
        (kept,) = keep(ninjs(**(item | said)), paper, received=at, wire=wire).takes
        return Take.objects.select_related("thread", "paper").get(pk=kept.pk)

    return _comes
