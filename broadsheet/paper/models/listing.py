"""Which live story stands in which section, kept for reading fast."""

from __future__ import annotations

from django.db import models

from broadsheet.paper.models.section import Section
from broadsheet.paper.models.story import Story


class Listing(models.Model):
    """One live story in one of its sections, home or not. Written at publication in the same
    transaction, gone when the story goes: a page of a section is one scan of its index."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="listings")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="listings")
    published = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "section"], name="one_listing_a_section")
        ]
        indexes = [models.Index(fields=["section", "-published", "-story"], name="section_latest")]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.section_id}"
