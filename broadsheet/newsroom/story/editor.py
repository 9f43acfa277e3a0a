"""Wagtail's editor for stories: it publishes as every other way of publishing does, and leads back
to the story's desk."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Revision

from broadsheet.paper.models import Story, Version
from broadsheet.paper.tree.acting import acting


def _on_record(revision: int) -> bool:
    waits = Revision.objects.filter(pk=revision, approved_go_live_at__isnull=False)
    return waits.exists() or Version.objects.filter(revision=revision).exists()


class StoryEditView(EditView):
    """Changing a story."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail saves over a revision that the editor's page names. One that was public, or
        waits for its hour, belongs to the record: then a new one is made instead."""
        named = request.POST.get("overwrite_revision_id", "")
        if named.isdecimal() and _on_record(int(named)):
            post = request.POST.copy()
            del post["overwrite_revision_id"]
            request.POST = post  # type: ignore[assignment]
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

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
