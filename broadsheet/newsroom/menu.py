"""The side menu: the newsroom's own rooms, and none of the machinery's."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from broadsheet.newsroom.access import ROLES_MAY, May
from broadsheet.paper.founding import only_paper
from broadsheet.replies.models import Reply
from broadsheet.staff.models import User
from broadsheet.staff.roles import role_of

#: Name of the address, label, icon, the right it needs.
ROOMS = (
    ("wagtailadmin_home", "Today", "home", "read"),
    ("newsroom:paste", "Paste copy", "clipboard-list", "write"),
    ("newsroom:stories", "Stories", "doc-full", "read"),
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
    if name != "newsroom:replies":
        return label
    paper = only_paper()
    waiting = Reply.objects.filter(paper=paper, status=Reply.Status.WAITING).count()
    return f"{label} ({waiting})" if waiting else label


def replace(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's hook: ours instead of every item it gathered."""
    items[:] = rooms(request)
