"""Users of the newsroom, the links that sign them in, and the bylines that readers see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long an invitation or a sign-in link from the shell stays good.
LINK_LIFE = timedelta(days=7)


class User(AbstractUser):
    """Somebody who works at the paper. The e-mail address is the user name, in small letters."""

    email = models.EmailField(_("e-mail address"), unique=True)

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the user name and the address one thing, so that nobody has two to remember."""
        self.email = self.email.strip().lower()
        self.username = self.email[:150]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


def _link_ends() -> object:
    return timezone.now() + LINK_LIFE


class SignInLink(models.Model):
    """A link that signs one person in, once. Only the hash of its token is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    ends = models.DateTimeField(default=_link_ends)
    used = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"sign-in link for {self.user}"


class FailedSignIn(models.Model):
    """A wrong password, counted for an hour under a hash of the account or the address."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["key", "-at"], name="failed_sign_ins")]

    def __str__(self) -> str:
        return f"failed sign-in at {self.at}"


class Byline(models.Model):
    """A name that stands over stories: one of ours, or a contributor without an account."""

    paper = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="bylines")
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(max_length=120, allow_unicode=True, blank=True)
    role = models.CharField(_("role"), max_length=120, blank=True)
    about = models.TextField(_("about"), blank=True)
    user = models.OneToOneField(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="byline"
    )
    demonstration = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "slug"], name="one_byline_a_slug"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """One transaction with what listens: a new name is a version of each story that bears it."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name
