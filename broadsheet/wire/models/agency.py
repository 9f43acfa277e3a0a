"""Who owns the copy that comes over a wire."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Agency(models.Model):
    """An agency, known by the short name that stands at the foot of its copy (ANI, AFP)."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="agencies")
    name = models.CharField(_("name"), max_length=120, help_text=_("As it signs its copy: ANI"))
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    slug = models.SlugField(max_length=120, allow_unicode=True, blank=True)
    about = models.TextField(_("about"), blank=True)
    demonstration = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = _("agencies")
        constraints = [models.UniqueConstraint(fields=["paper", "slug"], name="one_agency_a_slug")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """One transaction with what listens: a new name is a version of each story that bears it."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name
