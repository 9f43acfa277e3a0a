"""The replies room as Django knows it."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.replies"
    label = "broadsheet_replies"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "replies"
