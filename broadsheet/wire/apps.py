"""The wire room as Django knows it."""

from django.apps import AppConfig


class WireConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.wire"
    label = "broadsheet_wire"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "wire"
