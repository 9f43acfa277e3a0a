"""Wagtail's editor keeps a time zone for each person; here everybody follows the paper's clock."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from wagtail.users.models import UserProfile

from broadsheet.paper.founding import only_paper


def connect() -> None:
    """Listen. Called once, when Django has loaded every room."""
    user_logged_in.connect(_on_sign_in)


def _on_sign_in(user: Any, **kwargs: Any) -> None:
    paper = only_paper()
    if paper is not None:
        UserProfile.objects.update_or_create(
            user=user, defaults={"current_time_zone": paper.masthead.time_zone[:40]}
        )


def follow_the_paper(time_zone: str) -> None:
    """Set everybody's clock.

    Args:
        time_zone: a name of the IANA database.
    """
    UserProfile.objects.update(current_time_zone=time_zone[:40])
