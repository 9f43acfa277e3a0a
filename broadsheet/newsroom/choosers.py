"""Choosing a picture or a story in a form, without inline scripts and without the tree."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import ForeignKey, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser
from wagtail.images.widgets import AdminImageChooser

from broadsheet.paper.founding import only_paper
from broadsheet.paper.models import Story
from broadsheet.pictures.models import Picture


class DataChooser(BaseChooser):
    """A chooser that leaves its settings in the page as data; choosers.js starts it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The widget, and a mark beside it."""
        data = self.get_value_data(value)
        options = self.get_js_init_options(attrs["id"], name, data)
        return format_html(
            '{}<span hidden data-chooser-widget="{}" data-for="{}" data-options="{}"></span>',
            SafeString(self.render_html(name, data, attrs)),
            self.js_constructor,
            attrs["id"],
            json.dumps(options),
        )


class PictureChooser(DataChooser, AdminImageChooser):
    """A picture of the library."""

    choose_one_text = "Choose a picture"
    choose_another_text = "Choose another picture"
    link_to_chosen_text = "Caption, credit and crop"


class StoriesOfThePaper:
    """Stories in a flat list, the newest first."""

    def get_object_list(self) -> QuerySet[Story]:
        """Those of this paper."""
        mine: QuerySet[Story] = Story.objects.filter(paper=only_paper())
        return mine.order_by("-latest_revision_created_at")


class ChooseStory(StoriesOfThePaper, ChooseView):
    """The list as it opens."""


class ChooseStoryResults(StoriesOfThePaper, ChooseResultsView):
    """The list as it is searched and turned."""


class StoryChooserViewSet(ChooserViewSet):
    """Choosing a story: for the lines at the foot of another one."""

    model = Story
    icon = "doc-full"
    choose_one_text = "Choose a story"
    choose_another_text = "Choose another story"
    edit_item_text = "Edit this story"
    base_widget_class = DataChooser
    choose_view_class = ChooseStory
    choose_results_view_class = ChooseStoryResults
    per_page = 20


story_chooser = StoryChooserViewSet("story_chooser", url_prefix="choose-story")


def use_our_picture_chooser() -> None:
    """After Wagtail has named its own."""
    register_form_field_override(ForeignKey, to=Picture, override={"widget": PictureChooser})
