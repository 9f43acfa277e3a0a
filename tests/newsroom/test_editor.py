"""The editor: it publishes with the record that every other way leaves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from broadsheet.paper.models import Story
from tests.newsroom.conftest import SignIn

EMPTY_ROWS = {
    "related_lines-TOTAL_FORMS": "0",
    "related_lines-INITIAL_FORMS": "0",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}
TEXT = {"blocks": [{"key": "a", "text": "It is open.", "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}  # fmt: skip


def form(home: int, headline: str) -> dict[str, str]:
    """What the editor's form sends."""
    return {
        "title": headline,
        "home_section": str(home),
        "grain": "minute",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-value": json.dumps(TEXT),
        **EMPTY_ROWS,
    }


def edit(desk: Client, story: Any, headline: str, **more: str) -> Any:
    """Send the editor's form."""
    data = form(story.home_section_id, headline)
    return desk.post(f"/newsroom/pages/{story.pk}/edit/", {**data, **more})


def test_publishing_records_who_and_leads_to_the_desk(
    at_desk: SignIn, sub: Any, story: Any
) -> None:
    answer = edit(at_desk(sub), story, "Bridge is open", **{"action-publish": "1"})
    assert answer["Location"] == f"/newsroom/stories/{story.pk}/"
    found = Story.objects.get()
    version = found.versions.latest("number")
    assert found.headline == "Bridge is open"
    assert (version.number, version.by) == (2, sub)


def test_a_new_story_belongs_to_the_paper_and_to_whoever_wrote_it(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    desk = at_desk(edith)
    place = desk.get("/newsroom/stories/write/")["Location"]
    home = int(place.rstrip("/").split("/")[-1])
    data = {**form(home, "Written here"), "action-publish": "1"}
    answer = desk.post(place, data)
    story = Story.objects.get()
    assert answer["Location"] == f"/newsroom/stories/{story.pk}/"
    assert (story.paper, story.owner, story.live) == (paper, edith, True)
    assert story.versions.get().by == edith


def test_nothing_is_half_published_when_the_record_cannot_be_written(
    at_desk: SignIn, edith: Any, story: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from broadsheet.paper import versions

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(versions, "record", fail)
    desk = at_desk(edith)
    with pytest.raises(RuntimeError, match="no room"):
        edit(desk, story, "Half", **{"action-publish": "1"})
    assert Story.objects.get().headline == "Bridge opens after nine years"


def test_a_reporter_who_sends_the_publish_button_anyway_only_keeps_a_draft(
    at_desk: SignIn, rob: Any, write: Any
) -> None:
    mine = write(headline="Mine", publish=False, user=rob)
    edit(at_desk(rob), mine, "Mine too", **{"action-publish": "1"})
    assert not Story.objects.get(pk=mine.pk).live


def test_a_reporter_does_not_change_a_story_of_somebody_else(
    at_desk: SignIn, rob: Any, story: Any
) -> None:
    edit(at_desk(rob), story, "Not his")
    latest = Story.objects.get().get_latest_revision_as_object()
    assert latest.title == "Bridge opens after nine years"
