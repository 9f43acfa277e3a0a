"""The paper's tree room as Django knows it."""

from django.apps import AppConfig


class TreeConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.paper.tree"
    label = "broadsheet_paper_tree"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "paper's tree"
