"""The generation that the paper is printed in, and who of several processes does a job."""

from __future__ import annotations

from django.db import models


class Generation(models.Model):
    """One row for the installation. Whatever changes printed matter adds one in its own
    transaction, so that changes are committed in the order of their numbers."""

    number = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return f"generation {self.number}"


class Change(models.Model):
    """What one change of printed matter touched, written in its transaction. `number` is that of
    the generation that it began: whoever has applied all up to it knows which sheets are void."""

    number = models.PositiveBigIntegerField(unique=True)
    touched = models.JSONField(help_text="keys, and lists with the places of their rows")
    made = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"change {self.number}"


class Lease(models.Model):
    """The right to do one job until `until`: of all processes on all machines, one holds it."""

    name = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=64)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"
