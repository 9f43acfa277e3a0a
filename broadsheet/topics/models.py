"""What stories are about, across sections: topics, people, places."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """One thing that stories are about, with a page of its own at `/topic/<slug>/`."""

    class Kind(models.TextChoices):
        TOPIC = "topic", _("topic")
        PERSON = "person", _("person")
        PLACE = "place", _("place")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="topics")
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, allow_unicode=True, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.TOPIC)
    about = models.TextField(_("about"), blank=True)
    demonstration = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["paper", "slug"], name="one_topic_a_slug")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """One transaction with what listens: a new name is a version of each story that bears it."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name
