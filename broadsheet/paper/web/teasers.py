"""Stories as they stand on a front or in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from broadsheet.paper.models import Story
from broadsheet.paper.web import cuts
from broadsheet.paper.web.asking import Asked, href
from broadsheet.paper.web.contract import Link, Teaser
from broadsheet.paper.web.moments import moment, published_at
from broadsheet.paper.web.tongues import tongue_of


@dataclass(frozen=True, slots=True)
class Teasers:
    """Makes the teasers of one page.

    Args:
        day: of the newest story on the page; None leaves every teaser with its date.
    """

    asked: Asked
    day: date | None = None

    def of(self, story: Story, place: cuts.Place | None, *, headline: str = "") -> Teaser:
        """One teaser.

        Args:
            place: where its picture stands; None leaves it without.
            headline: instead of the story's own.
        """
        zone = self.asked.masthead.zone
        words = headline or story.headline
        when = published_at(story, zone) or moment(story.first_published_at, zone)
        home = story.home_section.specific if story.home_section else None
        return Teaser(
            headline=words,
            href=href(story.address),
            standfirst=story.standfirst,
            section=section_link(home),
            by=", ".join(b.name for b in story.bylines.all()) or _agency(story),
            published=when,
            today=self.day is not None and when.iso.startswith(self.day.isoformat()),
            picture=cuts.cut(story.picture, place) if place else None,
            tongue=tongue_of(story, self.asked.masthead),
            length=length_of(words),
        )

    def all_of(self, stories: Iterable[Story], place: cuts.Place | None) -> tuple[Teaser, ...]:
        """A teaser for each."""
        return tuple(self.of(story, place) for story in stories)


def _agency(story: Story) -> str:
    return str(story.agency.name) if story.agency else ""


def section_link(section: object) -> Link:
    """A section's name with its page."""
    title, address = getattr(section, "title", ""), getattr(section, "address", "")
    return Link(text=str(title), href=href(str(address)))


def length_of(headline: str) -> str:
    """How long a headline is to set: `short`, `medium`, `long` or `epic`."""
    limits = ((40, "short"), (80, "medium"), (140, "long"))
    return next((name for most, name in limits if len(headline) <= most), "epic")
