"""The slugs that a section had before, so that old addresses still lead to its stories."""

from __future__ import annotations

from django.db import models

from broadsheet.paper.models.section import Section


class FormerSlug(models.Model):
    """One old slug. A renamed section moves all its stories' addresses at once: one row here
    redirects them all, instead of one redirect a story."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="former_slugs")
    slug = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "slug"], name="one_section_a_former_slug")
        ]

    def __str__(self) -> str:
        return self.slug
