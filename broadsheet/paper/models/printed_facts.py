"""What readers see of a story in the places where it stands, remembered in short."""

from __future__ import annotations

from django.db import models

from broadsheet.paper.models.story import Story


class PrintedFacts(models.Model):
    """The facts of a live story that other pages depend on. At the next change they say which of
    those pages have to be printed again: where it stood, at which place, with which words."""

    story = models.OneToOneField(
        Story, on_delete=models.CASCADE, primary_key=True, related_name="printed_facts"
    )
    facts = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "printed facts"

    def __str__(self) -> str:
        return f"facts of {self.story_id}"
