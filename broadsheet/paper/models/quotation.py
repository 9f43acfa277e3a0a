"""What somebody says in a story."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.story import Story


class Quotation(models.Model):
    """Words between quotation marks in a story's current text, with who said them. The page
    finds the words in its paragraphs and marks them up; the rich text itself holds no mark."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="quotations")
    order = models.PositiveIntegerField()
    words = models.TextField()
    speaker = models.CharField(_("as written"), max_length=300, blank=True)
    person = models.CharField(_("said by"), max_length=300, blank=True)
    chain = models.JSONField(default=list, help_text="Outlets, the first to hear it first.")

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return f"{self.person or self.speaker}: {self.words[:60]}"
