"""Remarks of the copy desk that somebody has dismissed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

RULE_MOST, WORDS_MOST = 200, 120


class Dismissal(models.Model):
    """One check that keeps quiet about one sentence, wherever in the paper the sentence stands and
    until it is changed. `sentence` is the copy desk's fingerprint of it, `words` what people read."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=RULE_MOST)
    sentence = models.CharField(max_length=16)
    words = models.CharField(max_length=WORDS_MOST)
    made = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "sentence", "rule"], name="one_dismissal_a_sentence_and_rule"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}"
