"""What readers write under stories."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reply(models.Model):
    """One reply. The reader's e-mail address is kept encrypted, and as a keyed hash by which the
    same reply sent twice is known; it is never shown."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="replies")
    story = models.ForeignKey(
        "broadsheet_paper.Story", on_delete=models.CASCADE, related_name="replies"
    )
    name = models.CharField(_("name"), max_length=80)
    text = models.TextField(_("reply"), max_length=4000)
    email_sealed = models.BinaryField(editable=False)
    email_hmac = models.CharField(max_length=64, editable=False)
    text_hash = models.CharField(max_length=64, editable=False)
    received = models.DateTimeField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.WAITING)
    decided = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    from_the_paper = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name_plural = "replies"
        ordering = ["received", "id"]
        indexes = [
            models.Index(fields=["story", "status", "received", "id"], name="replies_of_story"),
            models.Index(fields=["paper", "status", "received"], name="replies_waiting"),
            models.Index(fields=["story", "email_hmac", "text_hash"], name="reply_sent_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


class Sending(models.Model):
    """One attempt to send a reply, by a keyed hash of the network address; for the rate limit
    only, and deleted after an hour."""

    address_hmac = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address_hmac", "at"], name="sendings_in_an_hour")]

    def __str__(self) -> str:
        return f"sent at {self.at:%H:%M}"
