"""What the paper got wrong and says so."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.story import Story
from broadsheet.paper.models.version import Version


class Correction(models.Model):
    """A printed correction or clarification: at the story and on the paper's corrections page."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")

    paper = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="corrections"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="corrections")
    version = models.ForeignKey(
        Version, on_delete=models.SET_NULL, null=True, blank=True, related_name="corrections"
    )
    kind = models.CharField(max_length=13, choices=Kind.choices, default=Kind.CORRECTION)
    text = models.TextField(_("what was wrong, and what is right"))
    made = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-made", "-id"]
        indexes = [models.Index(fields=["paper", "-made"], name="corrections_latest")]

    def __str__(self) -> str:
        return self.text[:80]
