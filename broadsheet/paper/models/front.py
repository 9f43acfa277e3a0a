"""The front page: what an editor placed by hand, and room for what fills itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from broadsheet.paper.tree.models import PaperPage


class Front(PaperPage):
    """The front of one paper. Its slots are part of its draft, so that it is previewed,
    scheduled and undone as any story is."""

    top_name = models.CharField(_("name of the top stories"), max_length=60, default="Top News")
    top_count = models.PositiveSmallIntegerField(_("how many top stories"), default=6)
    block_count = models.PositiveSmallIntegerField(_("how many stories a section"), default=4)

    parent_page_types = ["broadsheet_paper_tree.PaperPage"]
    subpage_types = ["broadsheet_paper.Section"]

    class Meta:
        verbose_name = _("front")
        verbose_name_plural = _("fronts")

    address = "/"


class FrontSlot(Orderable):
    """A story placed by hand. Places that nobody filled by hand fill themselves."""

    class Place(models.TextChoices):
        LEAD = "lead", _("lead")
        TOP = "top", _("top stories")

    front = ParentalKey(Front, on_delete=models.CASCADE, related_name="slots")
    place = models.CharField(_("place"), max_length=4, choices=Place.choices, default=Place.TOP)
    story = models.ForeignKey("broadsheet_paper.Story", on_delete=models.CASCADE, related_name="+")
    headline = models.CharField(
        _("headline on the front"),
        max_length=255,
        blank=True,
        help_text=_("Empty: the story's own."),
    )

    def __str__(self) -> str:
        return f"{self.place}: {self.headline or self.story}"
