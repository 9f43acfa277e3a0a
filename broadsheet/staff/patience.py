"""Sign-in is slowed for whoever guesses: after a few failures each one more doubles the wait.

Counted for the account and for the network address apart, in the database, so that every process
counts alike. Nobody is shut out for ever, and a one-time link (`broadsheet signin`) always opens.
"""

from __future__ import annotations

import hashlib
import math
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.admin.forms.auth import LoginForm

from broadsheet.staff.models import FailedSignIn

#: Failures that cost nothing; many people may sit behind one address.
FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS = 5, 25
#: How long failures count.
MEMORY = timedelta(hours=1)
#: Seconds of the first wait, doubled with each failure more, and of the longest.
FIRST_WAIT, LONGEST_WAIT = 15, 900


class PatientLoginForm(LoginForm):
    """Wagtail's form, which says how long to wait before it looks at a password again."""

    def clean(self) -> dict[str, Any]:
        """Refuse while the wait goes on; the password is then not even compared.

        Raises:
            django.forms.ValidationError: too many failures, or the wrong password.
        """
        seconds = wait(str(self.cleaned_data.get("username", "")), _address(self.request))
        if seconds:
            minutes = math.ceil(seconds / 60)
            words = ngettext(
                "Too many wrong passwords. Try again in %(n)d minute, or ask an editor for a link.",
                "Too many wrong passwords. Try again in %(n)d minutes, or ask an editor for a link.",
                minutes,
            )
            raise forms.ValidationError(words, code="wait", params={"n": minutes})
        cleaned: dict[str, Any] = super().clean()
        return cleaned


def connect() -> None:
    """Listen. Called once, when Django has loaded every room."""
    user_login_failed.connect(_failed)
    user_logged_in.connect(_came_in)


def wait(account: str, address: str) -> int:
    """Seconds until the account may be tried from this address again; 0 when it may now."""
    return max(
        _wait_of(_key("account", account), FREE_FOR_ACCOUNT),
        _wait_of(_key("address", address), FREE_FOR_ADDRESS) if address else 0,
    )


def _wait_of(key: str, free: int) -> int:
    now = timezone.now()
    rows = FailedSignIn.objects.filter(key=key, at__gt=now - MEMORY).order_by("-at")
    times = list(rows.values_list("at", flat=True)[: free + 10])
    if len(times) < free:
        return 0
    pause = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (len(times) - free))
    return max(0, math.ceil((times[0] + timedelta(seconds=pause) - now).total_seconds()))


def _key(kind: str, value: str) -> str:
    """What is counted under: neither names nor addresses lie in the table."""
    words = "\0".join((settings.SECRET_KEY, "sign-in", kind, value.strip().lower()))
    return hashlib.sha256(words.encode()).hexdigest()


def _address(request: Any) -> str:
    return str(request.META.get("REMOTE_ADDR", "")) if request is not None else ""


def _failed(credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
    account = str(credentials.get("username", ""))
    keys = [_key("account", account)]
    if address := _address(request):
        keys.append(_key("address", address))
    FailedSignIn.objects.bulk_create([FailedSignIn(key=key) for key in keys])


def _came_in(user: Any, **kwargs: Any) -> None:
    FailedSignIn.objects.filter(key=_key("account", user.get_username())).delete()


def forget() -> int:
    """Remove failures that count no more; gives how many."""
    return FailedSignIn.objects.filter(at__lt=timezone.now() - MEMORY).delete()[0]
