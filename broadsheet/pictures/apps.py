"""The pictures room as Django knows it."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.pictures"
    label = "broadsheet_pictures"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pictures"
