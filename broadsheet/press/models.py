"""The generation that the paper is printed in."""

from __future__ import annotations

from django.db import models


class Generation(models.Model):
    """One row for the installation. Whatever changes printed matter adds one in its own
    transaction; sheets of an earlier generation are never served again."""

    number = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return f"generation {self.number}"
