"""The public text of a story at one time, in a chain that anyone can check."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.story import Story


class Version(models.Model):
    """One public text. `hash` is SHA-256 over the hash before it, the class, the time and the
    text, so that no row can be altered or taken out without showing."""

    class Change(models.TextChoices):
        TYPO = "typo", _("typo")
        STYLE = "style", _("style")
        UPDATE = "update", _("new facts")
        CLARIFICATION = "clarification", _("clarification")
        CORRECTION = "correction", _("correction")
        KILL = "kill", _("take down")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    change = models.CharField(max_length=13, choices=Change.choices, default=Change.UPDATE)
    text = models.TextField()
    hash = models.CharField(max_length=64)
    hash_before = models.CharField(max_length=64, blank=True)
    made = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="versions_count_up")
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.story_id}"
