"""What an agency said after we had its copy: the word, who has to answer it, and what holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.models.story import Story


class SecondThought(models.Model):
    """A later take that concerns one story. While `answered` is empty it is open: a kill or an
    embargo stands in red on every editor's screen, an update or correction is offered."""

    class Kind(models.TextChoices):
        """What the agency asks for."""

        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")
        EMBARGO = "embargo", _("embargo")
        KILL = "kill", _("kill")

    class FoundBy(models.TextChoices):
        """How the story was found."""

        LINEAGE = "lineage", _("it was made from an earlier take")
        TEXT = "text", _("it holds sentences of the take")

    class Answer(models.TextChoices):
        """What was decided."""

        MERGED = "merged", _("taken into the story")
        WHOLE = "whole", _("the new take was taken whole")
        LEFT = "left", _("the story stays as it is")
        TAKEN_DOWN = "taken-down", _("taken off the paper")
        TIME_RAN_OUT = "time-ran-out", _("taken off the paper: nobody had answered in time")
        KEPT = "kept", _("kept on the paper, on an editor's word")
        OVERTAKEN = "overtaken", _("a later take stands in its place")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="second_thoughts")
    take = models.ForeignKey("broadsheet_wire.Take", on_delete=models.PROTECT, related_name="+")
    base = models.ForeignKey(
        "broadsheet_wire.Take",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="the take that the story's text came from",
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    found_by = models.CharField(max_length=7, choices=FoundBy.choices)
    note = models.TextField(blank=True, help_text="the agency's own words on it")
    received = models.DateTimeField()
    due = models.DateTimeField(null=True, help_text="when a live story is taken down by itself")
    done_at_once = models.TextField(blank=True, help_text="what was done before anybody looked")
    answered = models.DateTimeField(null=True)
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    answer_note = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-received", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "take"], name="one_second_thought_a_take")
        ]
        indexes = [
            models.Index(
                fields=["paper", "kind", "-received"],
                name="second_thoughts_open",
                condition=models.Q(answered=None),
            ),
            models.Index(
                fields=["due"],
                name="second_thoughts_due",
                condition=models.Q(answered=None, due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.story_id}"

    @property
    def is_alarm(self) -> bool:
        """Whether it must be answered before anything else."""
        return self.kind in {self.Kind.KILL, self.Kind.EMBARGO}


class Hold(models.Model):
    """Why a story may not be public: while a row is in force no way of publishing passes it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="holds")
    take = models.ForeignKey("broadsheet_wire.Take", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[("kill", _("kill")), ("embargo", _("embargo"))])
    until = models.DateTimeField(null=True, help_text="an embargo's end; empty: until it is lifted")
    since = models.DateTimeField()
    lifted = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    lifted_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-since"]
        constraints = [models.UniqueConstraint(fields=["story", "take"], name="one_hold_a_take")]

    def __str__(self) -> str:
        return f"{self.kind} holds {self.story_id}"


class Notice(models.Model):
    """One message that goes out because of a second thought or a silent wire: by mail or web hook,
    tried until it is taken."""

    class Way(models.TextChoices):
        """How it goes."""

        MAIL = "mail", _("mail")
        HOOK = "hook", _("web hook")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=4, choices=Way.choices)
    said = models.JSONField(help_text="what it says, as the web hook is sent it")
    made = models.DateTimeField()
    next_try = models.DateTimeField(null=True, help_text="empty: done, or given up")
    sent = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try"],
                name="notices_to_send",
                condition=models.Q(next_try__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.way}: {self.said.get('subject', '')}"
