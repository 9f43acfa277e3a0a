"""Which takes a story was made from."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from broadsheet.paper.models.story import Story


class MadeFrom(models.Model):
    """A take that went into a story. The newest row of a story's thread is what its text was last
    compared with: the old side of the next merge."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="made_from")
    take = models.ForeignKey(
        "broadsheet_wire.Take", on_delete=models.PROTECT, related_name="stories"
    )
    follows = models.BooleanField(
        default=True, help_text="whether updates of the take are offered to this story"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    pictures_missing = models.TextField(
        blank=True, help_text="pictures of the take that could not be had, and why"
    )

    class Meta:
        verbose_name_plural = "made from"
        constraints = [
            models.UniqueConstraint(fields=["story", "take"], name="a_take_goes_in_once")
        ]

    def __str__(self) -> str:
        return f"{self.story_id} from {self.take_id}"
