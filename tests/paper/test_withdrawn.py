"""When a story is taken down, its pictures go from where readers reach them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import ReferenceIndex

from broadsheet.paper import publishing
from broadsheet.pictures.models import Picture, PictureRendition

pytestmark = pytest.mark.django_db


def picture(title: str) -> Picture:
    """A picture with a real file."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "teal").save(out, "PNG")
    made: Picture = Picture.objects.create(
        title=title, file=ContentFile(out.getvalue(), f"{title}.png")
    )
    return made


def test_the_cuts_of_a_story_that_was_taken_down_go(
    write: Any, django_capture_on_commit_callbacks: Any
) -> None:
    lock = picture("lock")
    story = write(headline="Withdrawn", section="World", picture=lock)
    cut = Path(lock.get_rendition("max-320x320").file.path)
    assert cut.is_file()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.take_down(story)
    assert not cut.exists()
    anew = Path(lock.get_rendition("max-320x320").file.path)
    assert anew.is_file()
    assert anew != cut


def test_a_cut_that_another_process_took_away_is_made_anew() -> None:
    lock = picture("lock")
    first = lock.get_rendition("max-320x320")
    PictureRendition.objects.filter(pk=first.pk)._raw_delete("default")
    assert Picture.objects.get().get_rendition("max-320x320").pk != first.pk


def test_a_picture_that_another_live_story_shows_stays(write: Any) -> None:
    lock = picture("lock")
    story = write(headline="Withdrawn", section="World", picture=lock)
    write(headline="Still there", section="World", picture=lock)
    lock.get_rendition("max-320x320")
    publishing.take_down(story)
    assert lock.renditions.count() == 1


def test_a_picture_in_the_body_of_a_live_story_stays_and_goes_with_it(write: Any) -> None:
    lock = picture("lock")
    body = [("picture", {"picture": lock, "caption": "The lock"})]
    story = write(headline="In the body", section="World", body=body)
    # The worker notes what uses what.
    ReferenceIndex.create_or_update_for_object(story)
    other = write(headline="The lead", section="World", picture=lock)
    lock.get_rendition("max-320x320")
    publishing.take_down(other)
    assert lock.renditions.count() == 1
    publishing.take_down(story)
    assert lock.renditions.count() == 0
