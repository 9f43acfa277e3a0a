"""Linking from a story's text to another story: a flat list of stories, where Wagtail shows its
tree. (Its script also asks for a model by a name that a paper with its own base model has not.)"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.chooser import BrowseView, PageChooserTable, SearchView

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.stories import containing
from broadsheet.paper.founding import only_paper
from broadsheet.paper.models import Story
from broadsheet.paper.tree.models import PaperPage

STORY = "broadsheet_paper.story"
LEFT_OUT = {"type", "children", "parent"}
PER_SCREEN = 25


class StoryLinks(BrowseView):
    """The newest stories."""

    @property
    def columns(self) -> list[Column]:
        """Headline, when it was changed, state."""
        return [column for column in super().columns if column.name not in LEFT_OUT]

    def get_object_list(self) -> QuerySet[Any]:
        """Every story of the paper whose front this is."""
        mine: QuerySet[Story] = Story.objects.filter(paper=self.parent_page.paper_id)
        pages: QuerySet[Any] = PaperPage.objects.filter(pk__in=mine.values("pk"))
        return pages.order_by("-latest_revision_created_at").specific()  # type: ignore[attr-defined, no-any-return]

    def filter_object_list(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """They are stories already."""
        return pages


class FoundStoryLinks(SearchView):
    """Stories with the words asked for; found in the stories themselves, since the search index is
    behind by however long the worker takes."""

    @property
    def columns(self) -> list[Column]:
        """As above."""
        return [column for column in super().columns if column.name not in LEFT_OUT]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list that the chooser puts in place of its own."""
        self.is_multiple_choice = None
        q = request.GET.get("q", "").strip()
        paper = only_paper()
        mine: QuerySet[Story] = Story.objects.filter(paper=paper).order_by("-first_published_at")
        screen = Paginator(containing(mine, q) if q else mine.none(), PER_SCREEN).get_page(
            request.GET.get("p")
        )
        for story in screen:
            story.can_choose, story.is_parent_page = True, False
        context = {
            "table": PageChooserTable(self.columns, screen),
            "pages": screen,
            "page_type_string": STORY,
        }
        return TemplateResponse(request, "wagtailadmin/chooser/_search_results.html", context)


def _for_stories(request: HttpRequest) -> None:
    asked = request.GET.copy()
    asked["page_type"] = STORY
    request.GET = asked  # type: ignore[assignment]


@needs("write")
def choose(request: HttpRequest, desk: Desk, under: int = 0) -> HttpResponse:
    """`GET /newsroom/choose-page/`, an address that Wagtail's editor asks for; `under` is ignored."""
    _for_stories(request)
    answer: HttpResponse = StoryLinks.as_view()(request, parent_page_id=desk.paper.root_page_id)
    return answer


@needs("write")
def search(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/choose-page/search/?q=`"""
    _for_stories(request)
    answer: HttpResponse = FoundStoryLinks.as_view()(request)
    return answer
