"""Which rows of the rooms below are noted when a page loads them, and under which key. A change
says the same keys (the signals of paper and replies)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from broadsheet.reads import track

_tracked: set[Any] = set()


def track_all() -> None:
    """Track every model that pages show. Called once, when all rooms are loaded."""
    from broadsheet.paper.models import Front, Masthead, Story
    from broadsheet.pictures.models import Picture
    from broadsheet.staff.models import Byline
    from broadsheet.topics.models import Topic
    from broadsheet.wire.models import Agency

    names = {
        Masthead: "masthead", Front: "front", Picture: "picture", Byline: "byline",
        Topic: "topic", Agency: "agency",
    }  # fmt: skip
    for model, name in names.items():
        _once(model, lambda row, fields, name=name: f"{name}:{row.pk}")
    _once(Story, _story)


def _once(model: Any, key: Any) -> None:
    if model not in _tracked:
        _tracked.add(model)
        track(model, key)


def _story(story: Any, fields: Iterable[str]) -> str:
    """A story without its text was loaded for its teaser."""
    return f"story:{story.pk}" if "body" in fields else f"story:{story.pk}:teaser"
