"""Links that sign one person in, once: made by the shell and by invitations.

The token has 256 random bits; the database keeps only its SHA-256, so that a stolen backup opens
no door.
"""

from __future__ import annotations

import hashlib
import secrets

from django.db.models import QuerySet
from django.utils import timezone

from broadsheet.staff.models import SignInLink, User
from broadsheet.staff.roles import EDITOR, give_role

#: The first editor, who has no mail address yet.
FIRST_EDITOR = "editor@localhost"
PLACE = "/newsroom/enter/"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make_link(user: User) -> str:
    """Make a link for `user` and give its path, `/newsroom/enter/<token>/`.

    The links that the person was given before, and did not use, stop working: whoever asks for
    a new one has lost the old one.
    """
    user.sign_in_links.filter(used=None).delete()
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(user=user, token_hash=_hash(token))
    return f"{PLACE}{token}/"


def find(token: str) -> SignInLink | None:
    """The link behind `token`, if it still works; it is not used up."""
    return _working().filter(token_hash=_hash(token)).select_related("user").first()


def redeem(token: str) -> User | None:
    """Use the link up and give the person it signs in; None if it is unknown, used or too old."""
    link = find(token)
    if link is None:
        return None
    # The condition stands in the update itself: of two that come at once, one changes the row.
    if not _working().filter(pk=link.pk).update(used=timezone.now()):
        return None
    return link.user


def _working() -> QuerySet[SignInLink]:
    return SignInLink.objects.filter(used=None, ends__gt=timezone.now(), user__is_active=True)


def first_editor() -> User:
    """The editor of a new paper, made if there is nobody yet who may do everything."""
    boss = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if boss is not None:
        return boss
    user, _ = User.objects.get_or_create(email=FIRST_EDITOR, defaults={"first_name": "Editor"})
    user.is_superuser = user.is_staff = user.is_active = True
    if not user.password:
        user.set_unusable_password()
    user.save()
    give_role(user, EDITOR)
    return user


def nobody_has_come_in() -> bool:
    """Whether no user has ever signed in."""
    return not User.objects.filter(last_login__isnull=False).exists()
