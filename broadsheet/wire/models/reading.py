"""What the copy desk found in a take."""

from __future__ import annotations

from django.db import models


class TakeReading(models.Model):
    """The remarks of the copy desk on one take, counted by level for lists."""

    take = models.OneToOneField(
        "broadsheet_wire.Take", on_delete=models.CASCADE, primary_key=True, related_name="reading"
    )
    read = models.DateTimeField()
    fixes = models.PositiveSmallIntegerField(default=0)
    queries = models.PositiveSmallIntegerField(default=0)
    styles = models.PositiveSmallIntegerField(default=0)
    findings = models.JSONField(default=list, help_text="as `broadsheet read --json` gives them")
    problem = models.TextField(blank=True, help_text="why it could not be read")

    def __str__(self) -> str:
        return f"{self.fixes} fixes, {self.queries} queries, {self.styles} of style"
