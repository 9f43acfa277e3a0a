"""The record of public texts: one row a publication, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.utils import timezone

from broadsheet.paper.models import Story, Version
from broadsheet.paper.tree.acting import current_act
from broadsheet.pictures.models import Picture


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
        "grain": story.grain,
        "front_headline": story.front_headline,
        "sections": sorted(section.title for section in story.sections.all()),
        "topics": sorted(topic.name for topic in story.topics.all()),
        "related": [[line.text, line.target_id, line.url] for line in story.related_lines.all()],
        "picture": _picture(story.picture),
        "picture_caption": story.picture_caption,
        "corrections": [[c.kind, c.text] for c in story.corrections.order_by("made", "pk")],
        "body": [_block(child) for child in story.body],
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def _picture(picture: Picture | None) -> list[str]:
    """A picture's words and the hash of its file: neither changes under a story in silence."""
    if picture is None:
        return []
    return [picture.caption, picture.default_alt_text, picture.credit, picture.file_hash]


def _block(child: Any) -> dict[str, Any]:
    block = {"type": child.block_type, "value": child.get_prep_value()["value"]}
    if child.block_type == "picture":
        # What the block leaves empty is printed from the library.
        block["picture"] = _picture(child.value["picture"])
    return block


def chain_hash(version: Version) -> str:
    """SHA-256 (hexadecimal) over the hash of the row before and all that this row says: the
    story, the number, the class, when, by whom, the words for the record and the text."""
    facts = [
        version.hash_before,
        version.story_id,
        version.number,
        str(version.change),
        version.made.isoformat(),
        version.by_id,
        version.note,
        version.text,
    ]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


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
    version = Version(
        story=story,
        number=number,
        change=Version.Change.KILL if kill else act.change,
        text=text,
        hash_before=before,
        made=timezone.now(),
        by=act.user,
        revision=revision,
        note=act.note,
    )
    version.hash = chain_hash(version)
    version.save()
    return version


def broken_links(story: Story) -> list[int]:
    """The numbers of the versions whose hash does not fit; empty when the chain is whole."""
    before, broken = "", []
    for version in story.versions.order_by("number"):
        if version.hash_before != before or version.hash != chain_hash(version):
            broken.append(version.number)
        before = version.hash
    return broken
