"""Where each sentence of a story came from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.story import Story


class Sentence(models.Model):
    """One sentence of a story's current text with its provenance: who said it, which outlets it
    passed through, and which copy it came in. No mark is kept inside the rich text, so that no
    editing can lose it; at each save the rows are aligned with the text anew by fingerprint."""

    class Origin(models.TextChoices):
        COPY = "copy", _("copy that came in")
        OURS = "ours", _("written here")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="sentences")
    block = models.CharField(max_length=36)
    order = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=32)
    text = models.TextField()
    origin = models.CharField(max_length=4, choices=Origin.choices, default=Origin.OURS)
    speaker = models.CharField(_("said by"), max_length=200, blank=True)
    chain = models.JSONField(default=list, help_text="Outlets, the first to hear it first.")
    take = models.ForeignKey(
        "broadsheet_wire.Take",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="the take that brought it to us",
    )
    set_by_hand = models.BooleanField(default=False)

    class Meta:
        ordering = ["order"]
        indexes = [models.Index(fields=["paper", "fingerprint"], name="sentence_found_again")]

    def __str__(self) -> str:
        return self.text[:80]
