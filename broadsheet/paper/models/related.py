"""A line at the foot of a story that leads to another one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from broadsheet.paper.models.story import Story


class RelatedLine(Orderable):
    """`ALSO READ: ...` as the copy gave it, with the story that was found for it, if any."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="related_lines")
    text = models.CharField(_("line"), max_length=300)
    target = models.ForeignKey(
        Story,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("story"),
    )
    url = models.URLField(_("or address"), blank=True)

    def __str__(self) -> str:
        return self.text
