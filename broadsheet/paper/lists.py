"""Every list that readers see, as a named query: live stories, newest first.

Each gives a query set to be sliced. None asks Wagtail's tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Site

from broadsheet.paper.models import Correction, Front, FrontSlot, Section, Story
from broadsheet.reads import named, read
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency

NEWEST = ("-published", "-id")


def _with_what_a_teaser_shows(stories: QuerySet[Story]) -> QuerySet[Story]:
    return (
        stories.filter(live=True)
        .select_related("home_section", "picture", "agency", "paper__masthead")
        .prefetch_related("bylines", "picture__renditions")
        .defer("body")
    )


def place_of(story: Story) -> str:
    """A story's place in every list of stories, the newest first: as text, larger is newer."""
    return place_at(story.published, story.pk)


def place_at(published: datetime | None, pk: int) -> str:
    """The same of a story that has this time and number. Time in microseconds since 1970."""
    seconds = published.timestamp() if published else 0.0
    return f"{int(seconds * 1_000_000):020}|{pk:012}"


def _named(stories: QuerySet[Story], key: str) -> QuerySet[Story]:
    found: QuerySet[Story] = named(stories, key, place_of)
    return found


def latest(paper: Site) -> QuerySet[Story]:
    """Everything the paper has live."""
    stories = _with_what_a_teaser_shows(Story.objects.filter(paper=paper)).order_by(*NEWEST)
    return _named(stories, f"latest:{paper.pk}")


def in_section(section: Section) -> QuerySet[Story]:
    """What stands in a section, at home there or not."""
    stories = _with_what_a_teaser_shows(Story.objects.filter(listings__section=section))
    return _named(stories.order_by("-listings__published", "-listings__story"), f"in:{section.pk}")


def by_byline(byline: Byline) -> QuerySet[Story]:
    """What one name stands over."""
    stories = _with_what_a_teaser_shows(Story.objects.filter(bylines=byline)).order_by(*NEWEST)
    return _named(stories, f"by:{byline.pk}")


def from_agency(agency: Agency) -> QuerySet[Story]:
    """What came from one agency."""
    stories = _with_what_a_teaser_shows(Story.objects.filter(agency=agency)).order_by(*NEWEST)
    return _named(stories, f"from:{agency.pk}")


def about_topic(topic: Topic) -> QuerySet[Story]:
    """What was written about one thing."""
    stories = _with_what_a_teaser_shows(Story.objects.filter(topics=topic)).order_by(*NEWEST)
    return _named(stories, f"about:{topic.pk}")


def corrections(paper: Site) -> QuerySet[Correction]:
    """What the paper put right, the latest first; of stories that are still live."""
    found: QuerySet[Correction] = (
        Correction.objects.filter(paper=paper, story__live=True)
        .select_related("story__home_section", "paper__masthead")
        .defer("story__body")
        .order_by("-made", "-id")
    )
    named_list: QuerySet[Correction] = named(found, f"corrections:{paper.pk}")
    return named_list


def sections(paper: Site) -> QuerySet[Section]:
    """The row of sections, in the editor's order."""
    found: QuerySet[Section] = Section.objects.filter(paper=paper, live=True)
    row: QuerySet[Section] = named(found.order_by("order", "title"), f"sections:{paper.pk}")
    return row


@dataclass(frozen=True, slots=True)
class Placed:
    """A story in a place of the front."""

    story: Story
    headline: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One section's block on the front."""

    section: Section
    stories: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class FrontPlan:
    """What stands where on the front; no story twice."""

    lead: Placed | None
    top: tuple[Placed, ...]
    blocks: tuple[Block, ...]


def front_plan(front: Front) -> FrontPlan:
    """Fill the front: what an editor placed stays where it is, the rest fills itself.

    Args:
        front: as it is live, or as a draft with unsaved slots for a preview.
    """
    newest = latest(front.paper)
    lead, top = _placed_by_hand(front)
    if lead is None:
        first = newest.exclude(pk__in=[p.story.pk for p in top]).first()
        lead = _automatic(first) if first else None
    seen = {p.story.pk for p in (*([lead] if lead else []), *top)}
    missing = max(0, front.top_count - len(top))
    fill = _top_news_first(front.paper, newest.exclude(pk__in=seen), missing)
    top = [*top, *map(_automatic, fill)]
    seen |= {story.pk for story in fill}
    return FrontPlan(lead, tuple(top), _blocks(front, seen))


def _placed_by_hand(front: Front) -> tuple[Placed | None, list[Placed]]:
    slots = list(front.slots.all())
    asked = [slot.story_id for slot in slots]
    # A slot whose story is not live is empty until it is.
    read(*(f"story:{pk}:teaser" for pk in asked))
    stories = Story.objects.filter(paper=front.paper, pk__in=asked)
    live = {story.pk: story for story in _with_what_a_teaser_shows(stories)}
    lead: Placed | None = None
    top: list[Placed] = []
    seen: set[int] = set()
    for slot in slots:
        story = live.get(slot.story_id)
        if story is None or story.pk in seen:
            continue
        placed = Placed(story, slot.headline or story.front_headline or story.headline, True)
        if slot.place == FrontSlot.Place.LEAD and lead is None:
            lead = placed
        else:
            top.append(placed)
        seen.add(story.pk)
    return lead, top


def _automatic(story: Story) -> Placed:
    return Placed(story, story.front_headline or story.headline, False)


def _top_news_first(paper: Site, stories: QuerySet[Story], count: int) -> list[Story]:
    chosen = list(_named(stories.filter(in_top_news=True), f"top:{paper.pk}")[:count])
    more = stories.exclude(pk__in=[s.pk for s in chosen])[: count - len(chosen)]
    return [*chosen, *more]


def _blocks(front: Front, seen: set[int]) -> tuple[Block, ...]:
    blocks = []
    for section in sections(front.paper).filter(on_front=True):
        stories = list(in_section(section).exclude(pk__in=seen)[: front.block_count])
        seen |= {story.pk for story in stories}
        if stories:
            blocks.append(Block(section, tuple(map(_automatic, stories))))
    return tuple(blocks)
