"""The takes that are versions or rewrites of the same news, across agencies."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Thread(models.Model):
    """A thread; which of its takes stands for it, and what the newsroom decided."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="threads")
    best = models.ForeignKey(
        "broadsheet_wire.Take", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    began = models.DateTimeField()
    latest = models.DateTimeField()
    size = models.PositiveIntegerField(default=0)
    gone_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    taken = models.DateTimeField(null=True)
    spiked = models.DateTimeField(null=True)
    spiked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    spiked_why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["paper", "-latest"], name="threads_newest_first"),
        ]

    def __str__(self) -> str:
        return str(self.best) if self.best else f"thread {self.pk}"


class Parting(models.Model):
    """Two threads that an editor holds apart: no take joins the one for being like the other."""

    one = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_parting_a_pair")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id} are held apart"


class Decision(models.Model):
    """What an editor decided on threads, kept so that it can be taken back."""

    class Kind(models.TextChoices):
        """What was done."""

        SPLIT = "split", _("split")
        JOIN = "join", _("joined")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="decisions")
    other = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    takes = models.JSONField(help_text="the ids of the takes that were moved")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    taken_back = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind}: {self.thread_id}, {self.other_id}"


class Seen(models.Model):
    """When somebody last opened a thread: what came later is unread to them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="seen")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "seen"
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="one_seen_a_person")]

    def __str__(self) -> str:
        return f"{self.user_id} saw {self.thread_id}"


class Link(models.Model):
    """Two threads that seem to tell of one event, each in words of its own."""

    one = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_link_a_pair")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.reason}"


class Mark(models.Model):
    """A key that a take is found by: of its guid, a sentence, a quotation or its words."""

    take = models.ForeignKey("broadsheet_wire.Take", on_delete=models.CASCADE, related_name="+")
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["key", "-take"], name="marks_by_key")]

    def __str__(self) -> str:
        return f"{self.key:x} of {self.take_id}"
