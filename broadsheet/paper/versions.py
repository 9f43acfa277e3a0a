"""The record of public texts: one row a publication, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.utils import timezone

from broadsheet.paper.models import Story, Version
from broadsheet.paper.tree.acting import current_act


def public_text(story: Story) -> str:
    """Everything of a story that readers see, as JSON in one fixed order."""
    facts: dict[str, Any] = {
        "address": story.address,
        "headline": story.headline,
        "standfirst": story.standfirst,
        "dateline": story.dateline,
        "credit": story.credit,
        "agency": story.agency.name if story.agency else "",
        "bylines": sorted(byline.name for byline in story.bylines.all()),
        "published": story.published.isoformat() if story.published else "",
        "language": story.language,
        "picture": story.picture_id,
        "picture_caption": story.picture_caption,
        "body": [_block(child) for child in story.body],
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def _block(child: Any) -> dict[str, Any]:
    return {"type": child.block_type, "value": child.get_prep_value()["value"]}


def chain_hash(before: str, number: int, change: str, made: str, text: str) -> str:
    """SHA-256 (hexadecimal) over the row before and all that this row says."""
    parts = "\n".join([before, str(number), change, made, text])
    return hashlib.sha256(parts.encode()).hexdigest()


def record(story: Story, *, revision: Any = None, kill: bool = False) -> Version | None:
    """Write what just became public, or went. Nothing is written when no public word changed.

    Args:
        story: as it now is, in the transaction of its publication.
        revision: the revision that was published.
        kill: the story was taken down; the row then holds no text.
    """
    last = story.versions.order_by("-number").first()
    text = "" if kill else public_text(story)
    if last is not None and last.text == text:
        return None
    act = current_act()
    number, before = (last.number + 1, last.hash) if last else (1, "")
    made = timezone.now()
    change = Version.Change.KILL if kill else act.change
    return Version.objects.create(
        story=story,
        number=number,
        change=change,
        text=text,
        hash=chain_hash(before, number, change, made.isoformat(), text),
        hash_before=before,
        made=made,
        by=act.user,
        revision=revision,
        note=act.note,
    )


def broken_links(story: Story) -> list[int]:
    """The numbers of the versions whose hash does not fit; empty when the chain is whole."""
    before, broken = "", []
    for version in story.versions.order_by("number"):
        right = chain_hash(
            before, version.number, version.change, version.made.isoformat(), version.text
        )
        if version.hash_before != before or version.hash != right:
            broken.append(version.number)
        before = version.hash
    return broken
