"""Previews: a draft as readers would see it, kept nowhere."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from broadsheet.paper.models import Front, FrontSlot
from broadsheet.paper.tree.models import PaperPage
from broadsheet.paper.web.preview import preview
from tests.paper.web.conftest import text_of

pytestmark = pytest.mark.django_db


def shown(draft: Any) -> Any:
    return draft.serve_preview(RequestFactory().get("/"), "")


def test_a_draft_is_shown_as_it_stands_and_kept_nowhere(paper: Any, write: Any, draw: Any) -> None:
    story = write(headline="Draft", publish=False, picture=draw())
    draft = story.get_latest_revision_as_object()
    draft.title = "Not even saved"
    answer = shown(draft)
    assert answer["Cache-Control"] == "private, no-store"
    assert "Not even saved" in text_of(answer)
    assert "Not published yet" in text_of(answer)


def test_a_front_is_shown_with_slots_that_were_not_published(paper: Any, write: Any) -> None:
    first, _ = write(headline="First"), write(headline="Second")
    front = Front.objects.get(pk=paper.root_page_id)
    front.slots.add(FrontSlot(place="lead", story=first, headline="As the lead"))
    assert "As the lead" in text_of(shown(front))


def test_a_section_is_shown(paper: Any, write: Any) -> None:
    story = write(headline="In world")
    assert "In world" in text_of(shown(story.home_section.specific))


def test_what_readers_never_see_has_no_preview(paper: Any) -> None:
    with pytest.raises(TypeError, match="no page that readers see"):
        preview(PaperPage(title="root"), RequestFactory().get("/"))
