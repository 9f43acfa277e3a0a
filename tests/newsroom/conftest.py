"""What the newsroom's tests need beside the cast: somebody at the door, copy, replies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

SignIn = Callable[[Any], Client]

COPY = """World City

Ferry returns to the northern quay

The boat had been away since spring. …reports Harbour Wire

The night ferry came back to the northern quay on Monday. It had been away since spring.

“We kept the lamps lit for it,” said Ana Lund, who runs the ticket office.

The crew of eleven will sail again on Friday, Lund said. (HWN)

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


@pytest.fixture(autouse=True, scope="session")
def _folder_of_static_files() -> None:
    """WhiteNoise warns of a folder that is not there, and a warning fails a test."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def at_desk() -> SignIn:
    """Sign somebody in: `at_desk(edith).get("/newsroom/")`."""

    def sign_in(user: Any) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def copy_text() -> str:
    """Copy as it is pasted: two sections, headline, credit, agency, furniture, no date."""
    return COPY


@pytest.fixture
def story(paper: Any, edith: Any) -> Any:
    """A live story in World."""
    from broadsheet.paper.filing import file_copy

    text = "Bridge opens after nine years\n\nIt opened at noon. Many walked across it at once.\n"
    return file_copy(paper, text, section="World", user=edith, publish=True).story


@pytest.fixture
def reply_to() -> Callable[..., Any]:
    """A reply that waits."""
    from broadsheet.replies.models import Reply

    def write(story: Any, name: str = "Reader", text: str = "I was there.") -> Reply:
        return Reply.objects.create(
            paper=story.paper,
            story=story,
            name=name,
            text=text,
            email_sealed=b"sealed",
            email_hmac=name,
            text_hash=text[:64],
            received=timezone.now(),
        )

    return write
