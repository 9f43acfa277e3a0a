"""The side menu: the newsroom's own rooms, and none of the machinery's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from broadsheet.newsroom.access import ROLES_MAY, May
from broadsheet.newsroom.second_thoughts.lists import open_thoughts
from broadsheet.paper.founding import only_paper
from broadsheet.replies.models import Reply
from broadsheet.staff.models import User
from broadsheet.staff.roles import role_of

#: Name of the address, label, icon, the right it needs.
ROOMS = (
    ("wagtailadmin_home", "Today", "home", "read"),
    ("newsroom:paste", "Paste copy", "clipboard-list", "write"),
    ("newsroom:stories", "Stories", "doc-full", "read"),
    ("newsroom:second_thoughts", "Second thoughts", "warning", "read"),
    ("newsroom:front", "Front", "grid", "publish"),
    ("newsroom:replies", "Replies", "comment", "moderate"),
    ("wagtailimages:index", "Pictures", "image", "write"),
    ("newsroom:sections", "Sections", "list-ul", "run"),
    ("topics:index", "Topics", "tag", "nouns"),
    ("bylines:index", "Bylines", "edit", "nouns"),
    ("agencies:index", "Agencies", "site", "nouns"),
    ("newsroom:staff", "Staff", "group", "run"),
    ("newsroom:masthead", "The paper", "cog", "run"),
)


def rooms(request: HttpRequest) -> list[MenuItem]:
    """The menu of whoever asks."""
    may = ROLES_MAY.get(role_of(cast(User, request.user)), May(read=False))
    return [
        MenuItem(
            _label(label, name), reverse(name), name=label.lower(), icon_name=icon, order=order
        )
        for order, (name, label, icon, right) in enumerate(ROOMS, 1)
        if getattr(may, right)
    ]


def _label(label: str, name: str) -> str:
    count = _COUNTS.get(name)
    waiting = count(only_paper()) if count else 0
    return f"{label} ({waiting})" if waiting else label


def _replies_waiting(paper: Site | None) -> int:
    return Reply.objects.filter(paper=paper, status=Reply.Status.WAITING).count()


#: What stands in brackets behind a room's name: how much waits there.
_COUNTS: dict[str, Callable[[Site | None], int]] = {
    "newsroom:replies": _replies_waiting,
    "newsroom:second_thoughts": lambda paper: open_thoughts(paper).count(),
}


def replace(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's hook: ours instead of every item it gathered."""
    items[:] = rooms(request)
