"""Copy as it was handed in, kept whole."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from broadsheet.paper.models.story import Story


class Copy(models.Model):
    """One piece of copy that was pasted or filed. The fingerprint finds it again, so that the
    same copy handed in twice does not make a second story."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="copies")
    fingerprint = models.CharField(max_length=64)
    text = models.TextField()
    name = models.CharField(max_length=255, blank=True)
    received = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="copies")

    class Meta:
        verbose_name_plural = "copies"
        constraints = [
            models.UniqueConstraint(fields=["paper", "fingerprint"], name="one_copy_a_fingerprint")
        ]

    def __str__(self) -> str:
        return self.name or self.text[:60]
