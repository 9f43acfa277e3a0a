"""The newsroom room as Django knows it."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.newsroom"
    label = "broadsheet_newsroom"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "newsroom"

    def ready(self) -> None:
        """Listen to people signing in."""
        from broadsheet.newsroom import zone

        zone.connect()
