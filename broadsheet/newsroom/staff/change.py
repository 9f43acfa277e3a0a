"""Change one person: role, in or out, a new sign-in link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.staff.screen import show_link
from broadsheet.staff.models import User
from broadsheet.staff.roles import EDITOR, ROLES, give_role, role_of


@needs("run", post_only=True)
def role(request: HttpRequest, desk: Desk, user_id: int) -> HttpResponse:
    """`POST /newsroom/staff/<id>/role/`"""
    user = get_object_or_404(User, pk=user_id)
    wanted = str(request.POST.get("role", ""))
    if wanted not in ROLES:
        messages.error(request, f"There is no role “{wanted}”.")
    elif wanted != EDITOR and _last_editor(user):
        messages.error(request, "The paper needs one editor: make somebody else editor first.")
    else:
        give_role(user, wanted)
        User.objects.filter(pk=user.pk).update(is_superuser=wanted == EDITOR and user.is_superuser)
        messages.success(request, f"{user} is {wanted.lower()} now.")
    return redirect("newsroom:staff")


@needs("run", post_only=True)
def active(request: HttpRequest, desk: Desk, user_id: int) -> HttpResponse:
    """`POST /newsroom/staff/<id>/active/`: `on` or `off`. Whoever is out is signed out at once."""
    user = get_object_or_404(User, pk=user_id)
    on = request.POST.get("active") == "on"
    if not on and user.pk == desk.user.pk:
        messages.error(request, "You cannot close your own account: another editor can.")
    elif not on and _last_editor(user):
        messages.error(request, "The paper needs one editor: make somebody else editor first.")
    else:
        user.is_active = on
        user.save(update_fields=["is_active", "email", "username"])
        words = "can sign in again" if on else "cannot sign in any more; the stories stay"
        messages.success(request, f"{user} {words}.")
    return redirect("newsroom:staff")


@needs("run", post_only=True)
def link(request: HttpRequest, desk: Desk, user_id: int) -> HttpResponse:
    """`POST /newsroom/staff/<id>/link/`: a new sign-in link for whoever lost the old one."""
    return show_link(request, desk, get_object_or_404(User, pk=user_id, is_active=True))


def _last_editor(user: User) -> bool:
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    return role_of(user) == EDITOR and not any(role_of(other) == EDITOR for other in others)
