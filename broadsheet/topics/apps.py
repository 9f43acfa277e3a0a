"""The topics room as Django knows it."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.topics"
    label = "broadsheet_topics"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "topics"
