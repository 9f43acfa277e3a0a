"""The press room as Django knows it."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.press"
    label = "broadsheet_press"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "press"
