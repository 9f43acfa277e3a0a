"""What is still to be done with a take after it was kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Waiting(models.Model):
    """One piece of work that waits: written with the take in one transaction, deleted with the
    work's result in another, so that a crash between the two leaves the work to do."""

    class Work(models.TextChoices):
        """Who has to look at it."""

        READ = "read", _("the copy desk")
        FOLLOW = "follow", _("the stories that were made of it")
        ALARM = "alarm", _("the same, before all others: it is a kill or an embargo")

    take = models.ForeignKey("broadsheet_wire.Take", on_delete=models.CASCADE, related_name="+")
    work = models.CharField(max_length=6, choices=Work.choices)

    class Meta:
        verbose_name_plural = "waiting"
        indexes = [models.Index(fields=["work", "id"], name="waiting_in_order")]

    def __str__(self) -> str:
        return f"{self.work} {self.take_id}"
