"""The replies room as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete


class RepliesConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.replies"
    label = "broadsheet_replies"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "replies"

    def ready(self) -> None:
        """Tell the rooms above when a reply that readers see is deleted."""
        post_delete.connect(_deleted, sender=self.get_model("Reply"))


def _deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    from broadsheet.replies.deciding import touches
    from broadsheet.replies.signals import reply_changed

    if instance.status == instance.Status.ACCEPTED:
        reply_changed.send(sender=sender, reply=instance, paper=None, touched=touches(instance))
