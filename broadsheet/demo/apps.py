"""The demonstration room as Django knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from wagtail.models import Site


class DemoConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.demo"
    label = "broadsheet_demo"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "demonstration"

    def ready(self) -> None:
        """Go when somebody starts a paper of his own."""
        from broadsheet.demo.fill import take_away
        from broadsheet.paper.signals import own_paper_begins

        def leave(paper: Site, **kwargs: object) -> None:
            take_away(paper)

        own_paper_begins.connect(leave, weak=False, dispatch_uid="demonstration leaves")
