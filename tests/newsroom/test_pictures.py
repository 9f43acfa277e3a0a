"""Who may change what is printed with a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from broadsheet.pictures.models import Picture
from tests.newsroom.conftest import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def lock(rob: Any) -> Picture:
    """A picture that Rob added."""
    out = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(out, "PNG")
    made: Picture = Picture.objects.create(
        title="Lock", caption="The lock", uploaded_by_user=rob,
        file=ContentFile(out.getvalue(), "lock.png"),
    )  # fmt: skip
    return made


def change(client: Any, picture: Picture, caption: str) -> str:
    """Send the library's form with another caption; what the page then says."""
    place = f"/newsroom/images/{picture.pk}/"
    fields = {
        "title": picture.title, "alt": "", "caption": caption, "credit": "",
        "collection": picture.collection_id, "focal_point_x": "", "focal_point_y": "",
        "focal_point_width": "", "focal_point_height": "",
    }  # fmt: skip
    return str(client.post(place, fields, follow=True).content.decode())


def test_a_reporter_changes_no_printed_word_of_a_live_story(
    at_desk: SignIn, rob: Any, lock: Picture, write: Any
) -> None:
    write(headline="With a picture", section="World", picture=lock)
    assert "is on a live story" in change(at_desk(rob), lock, "Something else")
    lock.refresh_from_db()
    assert lock.caption == "The lock"


def test_she_changes_those_of_a_picture_that_no_reader_sees(
    at_desk: SignIn, rob: Any, lock: Picture
) -> None:
    change(at_desk(rob), lock, "Something else")
    lock.refresh_from_db()
    assert lock.caption == "Something else"


def test_a_sub_editor_changes_them_and_the_record_says_so(
    at_desk: SignIn, sub: Any, lock: Picture, write: Any
) -> None:
    story = write(headline="With a picture", section="World", picture=lock)
    change(at_desk(sub), lock, "The sea lock")
    lock.refresh_from_db()
    assert lock.caption == "The sea lock"
    version = story.versions.get(number=2)
    assert (version.by, version.change) == (sub, "update")


def test_nobody_deletes_a_picture_from_under_a_live_story(
    at_desk: SignIn, rob: Any, lock: Picture, write: Any
) -> None:
    write(headline="With a picture", section="World", picture=lock)
    answer = at_desk(rob).post(f"/newsroom/images/{lock.pk}/delete/", follow=True)
    assert "take it out of the story first" in answer.content.decode()
    assert Picture.objects.filter(pk=lock.pk).exists()
