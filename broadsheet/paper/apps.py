"""The paper room as Django knows it."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.paper"
    label = "broadsheet_paper"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "paper"

    def ready(self) -> None:
        """Listen to Wagtail's news of publications and to the wire's, and set up the editing screens."""
        from broadsheet.paper import panels, receivers, rules
        from broadsheet.paper.from_wire import notices

        panels.install()
        receivers.connect()
        rules.connect()
        notices.connect()
