"""The editing form of a story: only this paper's sections, names and topics to choose from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from broadsheet.paper import lists
from broadsheet.paper.models import Section
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency


class StoryForm(WagtailAdminPageForm):
    """A story's form. A new story belongs to the paper of the section it is made in."""

    home_section = forms.ModelChoiceField(
        label=_("Home section"),
        queryset=Section.objects.none(),
        empty_label=None,
        help_text=_("Gives the story its address."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story = self.instance
        if story.paper_id is None and self.parent_page is not None:
            story.paper_id = self.parent_page.paper_id
        self._offer("home_section", lists.sections(story.paper))
        self._offer("sections", lists.sections(story.paper))
        for name, noun in (("bylines", Byline), ("topics", Topic), ("agency", Agency)):
            self._offer(name, noun.objects.filter(paper=story.paper))
        if story.home_section_id is None and self.parent_page is not None:
            self.initial["home_section"] = self.parent_page.pk

    def _offer(self, name: str, choices: Any) -> None:
        if name in self.fields:
            self.fields[name].queryset = choices
