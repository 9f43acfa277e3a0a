"""What came over a wire in one piece, byte for byte."""

from __future__ import annotations

import zlib

from django.db import models
from django.utils.translation import gettext_lazy as _


class Delivery(models.Model):
    """A file, a mail or an answer exactly as it came; it may hold several takes, or none."""

    class State(models.TextChoices):
        """What became of it."""

        READ = "read", _("read")
        QUARANTINED = "quarantined", _("in quarantine")
        SET_ASIDE = "set-aside", _("looked at and set aside")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    wire = models.ForeignKey(
        "broadsheet_wire.Wire", on_delete=models.SET_NULL, null=True, related_name="deliveries"
    )
    digest = models.BinaryField(max_length=32, help_text="SHA-256 of the bytes")
    packed = models.BinaryField(help_text="the bytes, deflated (RFC 1950)")
    size = models.PositiveBigIntegerField()
    name = models.CharField(max_length=400, blank=True)
    received = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.READ)
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(fields=["paper", "digest"], name="one_delivery_kept_once")
        ]
        indexes = [
            models.Index(
                fields=["paper", "-received"],
                name="deliveries_in_quarantine",
                condition=models.Q(state="quarantined"),
            )
        ]

    def __str__(self) -> str:
        return self.name or f"delivery {self.pk}"

    @property
    def data(self) -> bytes:
        """The bytes as they came."""
        return zlib.decompress(bytes(self.packed))
