"""The press room as Django knows it."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """Its label is fixed: tables and migrations carry it."""

    name = "broadsheet.press"
    label = "broadsheet_press"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "press"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from broadsheet.paper import signals as paper
        from broadsheet.press import generation, tracked
        from broadsheet.replies import signals as replies

        tracked.track_all()

        for signal in (paper.printed_matter_changed, replies.reply_changed):
            signal.connect(
                generation.printed_matter_changed, dispatch_uid="broadsheet.press.generation"
            )
