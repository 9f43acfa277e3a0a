"""The desk of one story: where it stands, what was public when, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.paste.marks import notes_of
from broadsheet.newsroom.remarks import remarks_on
from broadsheet.newsroom.state import row
from broadsheet.newsroom.story.differences import Difference, between
from broadsheet.newsroom.story.find import allowed, find_story
from broadsheet.newsroom.story.forms import CorrectionForm, ScheduleForm, TakeDownForm
from broadsheet.paper import publishing, versions
from broadsheet.paper.models import Story, Version
from broadsheet.paper.rule_deeds import by_rule
from broadsheet.paper.story_copy import read_story

VERSIONS = 25


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record."""

    version: Version
    differences: list[Difference]
    restorable: bool


@needs("read")
def story_desk(request: HttpRequest, desk: Desk, story_id: int) -> HttpResponse:
    """`GET /newsroom/stories/<id>/`"""
    return show_story(request, desk, find_story(desk, story_id))


def show_story(
    request: HttpRequest,
    desk: Desk,
    story: Story,
    *,
    status: int = 200,
    **forms: Any,
) -> HttpResponse:
    """The desk; `forms` are those that come back with errors."""
    line = row(story)
    latest = story.get_latest_revision_as_object()
    reading = read_story(latest)
    everything = request.GET.get("remarks") == "everything"
    remarks = remarks_on(desk.paper, reading, everything=everything)
    context = {
        "story": story,
        "latest": latest,
        "row": line,
        "can": allowed(desk, story),
        "entries": entries(story),
        "broken": versions.broken_links(story),
        "held": story.held_by(),
        "thoughts": story.second_thoughts.filter(answered=None).select_related("take__agency"),
        "made_from": story.made_from.select_related("take__agency").order_by("id"),
        "by_rule": by_rule(story),
        "notes": notes_of(reading, remarks.open),
        "put_away": notes_of(reading, remarks.dismissed),
        "unsaid": remarks.unsaid,
        "can_undo": publishing.can_undo(story),
        "corrections": story.corrections.all(),
        "also": latest.sections.all(),
        "schedule_form": ScheduleForm(),
        "correction_form": CorrectionForm(),
        "take_down_form": TakeDownForm(),
        **forms,
    }
    return show(request, desk, "newsroom/story.html", context, status=status)


def entries(story: Story) -> list[Entry]:
    """The record of public texts, the latest first, each with what made it differ."""
    record = list(story.versions.select_related("by")[: VERSIONS + 1])
    if not record:
        return []
    now = record[0].text
    found = []
    for version, before in zip(record, [*record[1:], None], strict=True):
        old = before if before is None or before.text else _text_before(record, before)
        restorable = bool(version.text and version.revision_id and version.text != now)
        found.append(Entry(version, between(old, version), restorable))
    return found[:VERSIONS]


def _text_before(record: list[Version], kill: Version) -> Version | None:
    """The text that stood before a take-down."""
    earlier = (v for v in record if v.number < kill.number and v.text)
    return next(earlier, None)
