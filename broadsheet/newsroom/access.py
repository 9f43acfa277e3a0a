"""Who may open which door of the newsroom. Every view of this room passes through `needs`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.models import Site

from broadsheet.paper.founding import only_paper
from broadsheet.staff.models import User
from broadsheet.staff.roles import EDITOR, MODERATOR, REPORTER, SUB_EDITOR, role_of

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class May:
    """What one role may do."""

    read: bool = True
    write: bool = False
    publish: bool = False
    moderate: bool = False
    nouns: bool = False
    run: bool = False


ROLES_MAY = {
    EDITOR: May(write=True, publish=True, moderate=True, nouns=True, run=True),
    SUB_EDITOR: May(write=True, publish=True, moderate=True, nouns=True),
    REPORTER: May(write=True),
    MODERATOR: May(moderate=True),
}
#: What a person is told at a closed door.
REFUSALS = {
    "read": "Your account has no role at this paper. An editor can give you one under Staff.",
    "write": "Your role does not write stories. An editor can change it under Staff.",
    "publish": "Your role writes, but does not publish. Save the story as a draft: an editor or "
    "sub-editor puts it on the paper. Nothing was changed.",
    "moderate": "Your role does not decide on replies. An editor can change it under Staff.",
    "nouns": "Your role does not change this list. Ask a sub-editor or an editor.",
    "run": "Only an editor changes this.",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a request stands: whose it is, at which paper, with which rights."""

    user: User
    role: str
    may: May
    paper: Site


def needs(right: str, *, post_only: bool = False) -> Callable[[View], View]:
    """Let only those in who have `right` (a field of May); give the view a Desk after the request.

    Times on the screen are those of the paper's zone. Somebody who is not signed in is sent to
    the sign-in page; somebody without the right is told so, and nothing happens.
    """

    def decorate(view: View) -> View:
        @never_cache
        @require_admin_access
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            paper = only_paper()
            if paper is None:
                return render(request, "newsroom/no_paper.html", status=503)
            user = cast(User, request.user)
            role = role_of(user)
            desk = Desk(user, role, ROLES_MAY.get(role, May(read=False)), paper)
            with timezone.override(paper.masthead.zone):
                if not getattr(desk.may, right):
                    return refuse(request, desk, REFUSALS[right])
                if post_only and request.method != "POST":
                    return HttpResponseNotAllowed(["POST"])
                return view(request, desk, *args, **kwargs)

        return cast(View, guarded)

    return decorate


def refuse(request: HttpRequest, desk: Desk, words: str) -> HttpResponse:
    """A closed door, with the reason."""
    return show(request, desk, "newsroom/refused.html", {"words": words}, status=403)


def show(
    request: HttpRequest,
    desk: Desk,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a screen with what every screen shows."""
    shared = {"desk": desk, "may": desk.may, "paper": desk.paper, "masthead": desk.paper.masthead}
    return render(request, template, {**shared, **(context or {})}, status=status)
