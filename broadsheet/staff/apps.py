"""The staff room as Django knows it."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.staff"
    label = "broadsheet_staff"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "staff"

    def ready(self) -> None:
        """Count wrong passwords."""
        from broadsheet.staff import patience

        patience.connect()
