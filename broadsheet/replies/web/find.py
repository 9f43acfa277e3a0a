"""The story that an address means, also when it has moved since the reader opened the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from broadsheet.paper.models import FormerSlug, Story
from broadsheet.reads import read


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of a story's address, as they are in the URL."""

    section: str
    year: int
    month: int
    day: int
    slug: str

    @property
    def address(self) -> str:
        """The whole."""
        return f"/{self.section}/{self.year:04}/{self.month:02}/{self.day:02}/{self.slug}/"


def find_story(paper: Site, place: Place) -> Story | None:
    """The live story; None if there is none at that address nor has moved from it."""
    here = _stories().filter(
        paper=paper,
        day__year=place.year,
        day__month=place.month,
        day__day=place.day,
        public_slug=place.slug,
    )
    story = here.filter(home_section__slug=place.section).first()
    if story is not None:
        return story
    former = FormerSlug.objects.filter(paper=paper, slug=place.section).first()
    if former is not None:
        story = here.filter(home_section=former.section_id).first()
    return story or _moved(paper, place.address)


def _stories() -> QuerySet[Story]:
    stories = Story.objects.filter(live=True).select_related("home_section", "paper__masthead")
    # The replies show nothing of the text: a page of them is not printed again for its sake.
    return cast("QuerySet[Story]", stories.defer("body"))


def _moved(paper: Site, address: str) -> Story | None:
    read("redirects")
    redirects = Redirect.get_for_site(paper).filter(
        old_path=Redirect.normalise_path(address), redirect_page__isnull=False
    )
    page = redirects.values_list("redirect_page", flat=True).first()
    return _stories().filter(pk=page).first() if page else None
