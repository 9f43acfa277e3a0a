"""The sentences of a story's latest text, printed or not."""

from __future__ import annotations

from django.db import models

from broadsheet.paper.models.story import Story


class DraftSentence(models.Model):
    """One sentence of a story as it was last saved. The rows of `Sentence` are those of the public
    text; an agency's kill has to find what is not public yet as well."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="draft_sentences")
    fingerprint = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["paper", "fingerprint"], name="draft_sentence_found")]

    def __str__(self) -> str:
        return f"{self.fingerprint} of {self.story_id}"
