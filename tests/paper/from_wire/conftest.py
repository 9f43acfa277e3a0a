"""Takes as an agency sends them: Ann writes for the Selby News Agency (SNA)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take

COPY = [
    (
        "The sea lock at Port Selby opened on Friday after nine days of repairs to its inner gate. "
        "It had been shut since the flood of early spring."
    ),
    (
        "“We waited two winters for this day and we would wait two more,” said harbour master Ines "
        "Okafor."
    ),
    "Forty boats lay in the outer basin when the gate moved for the first time.",
    "The board has spent three million on pumps, sensors and a spare gate that lies in the yard.",
]

Sender = Callable[..., Take]


def ninjs(**said: Any) -> bytes:
    """One ninjs item of SNA; `paragraphs` is its copy."""
    paragraphs = said.pop("paragraphs", COPY)
    item = {
        "uri": "urn:sna:1",
        "type": "text",
        "versioncreated": "2026-03-06T09:00:00Z",
        "headline": "Sea lock opens",
        "source": "SNA",
        "body_text": "\n\n".join(paragraphs),
    }
    return json.dumps(item | said).encode()


@pytest.fixture
def send(paper: Any) -> Sender:
    """Ann sends a version of an item; it is kept, and nobody has followed it yet."""

    def _send(**said: Any) -> Take:
        (kept,) = keep(ninjs(**said), paper).takes
        return Take.objects.select_related("paper", "agency", "thread").get(pk=kept.pk)

    return _send
