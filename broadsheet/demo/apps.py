"""The demonstration room as Django knows it."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.demo"
    label = "broadsheet_demo"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "demonstration"
