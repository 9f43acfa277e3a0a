"""Names that stand on many stories: who changed them stands in the record."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.staff.models import Byline
from tests.newsroom.conftest import SignIn

pytestmark = pytest.mark.django_db


def test_whoever_renames_a_byline_is_named_in_each_storys_record(
    at_desk: SignIn, sub: Any, paper: Any, write: Any
) -> None:
    byline = Byline.objects.create(paper=paper, name="Ines Okafro", slug="ines")
    story = write(headline="With a name", section="World", bylines=[byline])
    fields = {"name": "Ines Okafor", "role": "", "about": "", "user": "", "slug": "ines"}
    at_desk(sub).post(f"/newsroom/bylines/edit/{byline.pk}/", fields)
    version = story.versions.get(number=2)
    assert (version.by, version.change) == (sub, "update")
    assert "Ines Okafro" in version.note
