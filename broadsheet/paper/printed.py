"""What a change of a story touches: its page, the pages that show its teaser, the lists that it
enters, leaves or moves in."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from broadsheet.paper import versions
from broadsheet.paper.lists import place_at
from broadsheet.paper.models import PrintedFacts, Story
from broadsheet.reads import EVERYTHING, Touched


def story_changed(story: Story) -> Touched:
    """Compare a story as it now is with what was printed of it, and remember the new facts. In the
    transaction of the change."""
    row = PrintedFacts.objects.select_for_update().filter(story=story).first()
    if row is None and story.versions.count() > 1:
        # Printed before this was remembered: where it stood is not known.
        PrintedFacts.objects.create(story=story, facts=facts_of(story) if story.live else {})
        return Touched({EVERYTHING})
    before: dict[str, Any] = row.facts if row else {}
    after = facts_of(story) if story.live else {}
    PrintedFacts.objects.update_or_create(story=story, defaults={"facts": after})
    return difference(story.pk, story.paper_id, before, after)


def facts_of(story: Story) -> dict[str, Any]:
    """The facts of a live story."""
    lists = [f"latest:{story.paper_id}"]
    lists += [f"top:{story.paper_id}"] if story.in_top_news else []
    lists += [f"in:{pk}" for pk in story.listings.values_list("section_id", flat=True)]
    lists += [f"by:{byline.pk}" for byline in story.bylines.all()]
    lists += [f"about:{topic.pk}" for topic in story.topics.all()]
    lists += [f"from:{story.agency_id}"] if story.agency_id else []
    return {
        "place": place_at(story.published, story.pk),
        "lists": sorted(lists),
        "teaser": _digest(_teaser(story)),
        "page": _digest([versions.public_text(story), story.replies_open, *_provenance(story)]),
        "changed": story.last_published_at.isoformat() if story.last_published_at else "",
    }


def difference(story: int, paper: int | None, before: Any, after: Any) -> Touched:
    """What is touched by the change from one to the other; either may be empty: not live."""
    touched = Touched()
    if before.get("page") != after.get("page"):
        touched.keys.add(f"story:{story}")
    if before.get("teaser") != after.get("teaser"):
        touched.keys.add(f"story:{story}:teaser")
    if before.get("changed") != after.get("changed"):
        touched.keys.add(f"sitemap:{paper}")
    moved = before.get("place") != after.get("place")
    for side, other in ((before, after), (after, before)):
        for name in side.get("lists", ()):
            if name not in other.get("lists", ()) or moved:
                touched.row_moved(name, side["place"])
    return touched


def _teaser(story: Story) -> list[Any]:
    return [
        story.address, story.title, story.front_headline, story.standfirst, story.grain,
        story.published.isoformat() if story.published else "", story.language, story.agency_id,
        story.home_section_id, story.picture_id, [byline.pk for byline in story.bylines.all()],
    ]  # fmt: skip


def _provenance(story: Story) -> list[Any]:
    said = story.quotations.values_list("words", "speaker", "person", "chain")
    came = story.sentences.order_by("order").values_list("origin", "speaker", "chain")
    return [list(said), list(came)]


def _digest(facts: Any) -> str:
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()[:32]
