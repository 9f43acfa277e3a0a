"""Wagtail's editor for stories: it publishes as every other way of publishing does, and leads back
to the story's desk."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from broadsheet.paper.models import Story
from broadsheet.paper.tree.acting import acting


class StoryEditView(EditView):
    """Changing a story."""

    def publish_action(self) -> HttpResponse:
        """Wagtail's button goes around the model's own `publish`: name who acts here, and keep
        the text and its version in one transaction."""
        with acting(self.request.user), transaction.atomic():
            answer: HttpResponse = super().publish_action()
            return answer

    def redirect_away(self) -> HttpResponse:
        """Back to the desk."""
        return redirect("newsroom:story", self.page.pk)


class StoryCreateView(CreateView):
    """Writing a new story."""

    def publish_action(self) -> HttpResponse:
        """As in StoryEditView."""
        with acting(self.request.user), transaction.atomic():
            answer: HttpResponse = super().publish_action()
            return answer

    def redirect_away(self) -> HttpResponse:
        """On to the desk."""
        return redirect("newsroom:story", self.page.pk)


class StoryViewSet(PageViewSet):
    """The editor's screens for stories."""

    model = Story
    add_view_class = StoryCreateView
    edit_view_class = StoryEditView


story_editor = StoryViewSet("story_editor")
