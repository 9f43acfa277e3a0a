"""What a paper is called and how it behaves: one row a paper."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def check_zone(name: str) -> None:
    """Refuse a name that is no time zone of the IANA database."""
    if name not in available_timezones():
        raise ValidationError(
            _("'%(name)s' is not a time zone. Use a name such as Asia/Kolkata or Europe/London."),
            params={"name": name},
        )


class Masthead(models.Model):
    """The paper's name and settings that an editor may change on a screen."""

    paper = models.OneToOneField(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="masthead"
    )
    name = models.CharField(_("name of the paper"), max_length=120)
    motto = models.CharField(_("motto"), max_length=160, blank=True)
    language = models.CharField(
        _("language"), max_length=20, default="en", help_text=_("A BCP 47 tag: en, en-GB, ur, bn")
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[check_zone]
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    contact_email = models.EmailField(_("address for readers"), blank=True)
    about = models.TextField(
        _("about the paper"), blank=True, help_text=_("Paragraphs, with an empty line between.")
    )
    replies_open = models.BooleanField(_("readers may reply to stories"), default=True)
    demonstration = models.BooleanField(default=False, editable=False)

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The clock that every time on the page follows."""
        return ZoneInfo(self.time_zone)
