"""One version of one item, as an agency sent it; never changed."""

from __future__ import annotations

from django.db import models


class Take(models.Model):
    """A take: its item as it was read, and the columns that lists are made of."""

    paper = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="takes", db_index=False
    )
    delivery = models.ForeignKey(
        "broadsheet_wire.Delivery", on_delete=models.CASCADE, related_name="takes"
    )
    place = models.PositiveIntegerField(help_text="its place in the delivery, from 0")
    wire = models.ForeignKey(
        "broadsheet_wire.Wire",
        on_delete=models.SET_NULL,
        null=True,
        related_name="takes",
        db_index=False,
    )
    agency = models.ForeignKey(
        "broadsheet_wire.Agency", on_delete=models.SET_NULL, null=True, related_name="takes"
    )
    thread = models.ForeignKey(
        "broadsheet_wire.Thread", on_delete=models.PROTECT, related_name="takes", db_index=False
    )
    reason = models.CharField(max_length=200, help_text="why it is in this thread")
    guid = models.CharField(max_length=500)
    format = models.CharField(max_length=20)
    kind = models.CharField(max_length=10)
    status = models.CharField(max_length=10)
    urgency = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=35, blank=True)
    headline = models.TextField(blank=True)
    versioned = models.DateTimeField(help_text="when the agency made this version, or it came")
    embargo = models.DateTimeField(null=True)
    received = models.DateTimeField()
    signals = models.JSONField(default=list)
    replaces = models.JSONField(default=list, help_text="guids of the versions before it")
    item = models.JSONField()
    digest = models.BinaryField(max_length=16)
    marks = models.BinaryField()
    newest = models.BooleanField(default=True, help_text="the newest version of its item")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "guid", "digest"], name="one_take_kept_once")
        ]
        indexes = [
            models.Index(fields=["paper", "-received"], name="takes_as_they_came"),
            models.Index(fields=["wire", "-received"], name="takes_of_a_wire"),
            models.Index(fields=["thread", "-versioned"], name="takes_of_a_thread"),
            models.Index(
                fields=["embargo"],
                name="takes_under_embargo",
                condition=models.Q(embargo__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.guid

    @property
    def paragraphs(self) -> list[str]:
        """Its text."""
        return list(self.item.get("paragraphs") or ())

    @property
    def usable(self) -> bool:
        """Whether the agency lets it be printed, whatever its embargo."""
        return self.status == "usable"
