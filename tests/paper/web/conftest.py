"""What the tests of readers' pages stand on."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.images import ImageFile
from django.test import Client
from lxml import html as lxml_html
from PIL import Image
from wagtail.models import Site


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    # Wagtail remembers cut pictures by the number of the original, which a rollback gives again.
    cache.clear()


@pytest.fixture
def reader() -> Client:
    """Somebody who reads, with no cookie and no script."""
    return Client()


@pytest.fixture
def draw(db: None) -> Callable[..., Any]:
    """Put a picture into the library: `draw(width=300, height=200, alt="...")`."""
    from broadsheet.pictures.models import Picture

    def _draw(width: int = 300, height: int = 200, **words: str) -> Picture:
        data = BytesIO()
        Image.new("RGB", (width, height), (90, 120, 150)).save(data, "JPEG")
        picture = Picture(
            title="A drawing", file=ImageFile(BytesIO(data.getvalue()), name="drawing.jpg"), **words
        )
        picture.save()
        return picture

    return _draw


@pytest.fixture
def newspaper(paper: Site, write: Any, draw: Any) -> dict[str, Any]:
    """A paper as full as a demonstration: eighteen stories in six sections, some with pictures,
    with an author, an agency, a topic and a correction. Gives its parts by name."""
    from datetime import timedelta

    from django.utils import timezone

    from broadsheet.paper import publishing
    from broadsheet.staff.models import Byline
    from broadsheet.topics.models import Topic
    from broadsheet.wire.models import Agency

    ann = Agency.objects.create(paper=paper, name="NPA", full_name="Northern Press", slug="npa")
    rob = Byline.objects.create(paper=paper, name="Rob Ashdown", slug="rob-ashdown")
    tides = Topic.objects.create(paper=paper, name="Tides", slug="tides")
    now = timezone.now() - timedelta(hours=1)
    stories = [
        write(
            headline=f"The {section} story of rank {number}",
            standfirst="What happened, and what comes of it for the people of the town.",
            section=section,
            published=now - timedelta(hours=6 * number + order),
            picture=draw(alt="A harbour") if (order + number) % 2 else None,
            bylines=[rob] if number == 0 else [],
            agency=ann if number == 1 else None,
            topics=[tides],
        )
        for order, section in enumerate(["World", "City", "Trade", "Science", "Arts", "Sport"])
        for number in range(3)
    ]
    publishing.correct(stories[0], kind="correction", text="It was five, not four.")
    return {"stories": stories, "author": rob, "agency": ann, "topic": tides}


def tree(answer: Any) -> Any:
    """The page's elements."""
    return lxml_html.document_fromstring(answer.content.decode())


def text_of(answer: Any) -> str:
    """The words that a reader sees, with single spaces."""
    return " ".join(tree(answer).find("body").text_content().split())
