"""Where takes come in: an agency's feed, a folder, a mailbox, an address that they are sent to."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wire(models.Model):
    """One way in, what is set for it, and how it stands."""

    class Kind(models.TextChoices):
        """How takes come."""

        POLL = "poll", _("an address that is asked")
        FOLDER = "folder", _("a folder that is watched")
        MAILBOX = "mailbox", _("a mailbox")
        PUSH = "push", _("an address that takes are sent to")
        WEBSUB = "websub", _("a feed that says when it is new (WebSub)")
        HAND = "hand", _("put in by hand")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="wires")
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, allow_unicode=True)
    kind = models.CharField(_("how takes come"), max_length=10, choices=Kind.choices)
    agency = models.ForeignKey(
        "broadsheet_wire.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="wires",
        help_text=_("Whose copy it is when the copy does not say."),
    )
    address = models.CharField(_("address or folder"), max_length=1000, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    working = models.BooleanField(_("working"), default=True)
    every = models.PositiveIntegerField(_("seconds between polls"), default=300)
    silent_after = models.PositiveIntegerField(
        _("minutes without a take until it is called silent"), default=0, help_text=_("0: never")
    )
    keep_days = models.PositiveIntegerField(
        _("days that takes are kept"), default=0, help_text=_("0: for ever")
    )
    next_poll = models.DateTimeField(null=True, blank=True, editable=False)
    last_asked = models.DateTimeField(null=True, blank=True, editable=False)
    last_take = models.DateTimeField(null=True, blank=True, editable=False)
    lag = models.FloatField(null=True, blank=True, editable=False)
    error = models.TextField(blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    remembered = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["paper", "slug"], name="one_wire_a_slug")]

    def __str__(self) -> str:
        return self.name
