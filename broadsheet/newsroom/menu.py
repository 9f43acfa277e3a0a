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
from broadsheet.newsroom.wires.standing import held_count
from broadsheet.paper.founding import only_paper
from broadsheet.replies.models import Reply
from broadsheet.staff.models import User
from broadsheet.staff.roles import role_of

#: Name of the address, label, icon, the right it needs.
ROOMS = (
    ("wagtailadmin_home", "Today", "home", "read"),
    ("newsroom:wire", "Wire", "mail", "read"),
    ("newsroom:paste", "Paste copy", "clipboard-list", "write"),
    ("newsroom:stories", "Stories", "doc-full", "read"),
    ("newsroom:second_thoughts", "Second thoughts", "warning", "read"),
    ("newsroom:front", "Front", "grid", "publish"),
    ("newsroom:replies", "Replies", "comment", "moderate"),
    ("wagtailimages:index", "Pictures", "image", "write"),
    ("newsroom:quarantine", "Quarantine", "lock", "write"),
    ("newsroom:wires", "Wires", "download", "run"),
    ("newsroom:rules", "Rules", "sliders", "run"),
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
    open_to_me = [room for room in ROOMS if getattr(may, room[3])]
    waiting = {name: _waits(name) for name, *_ in open_to_me}
    return [
        MenuItem(
            f"{label} ({waiting[name]})" if waiting[name] else label,
            reverse(name),
            # Wagtail marks every item that the open one's name begins with: Wires, and Wire too.
            name=f"{label.lower()}-room",
            icon_name=icon,
            order=order,
        )
        for order, (name, label, icon, _) in enumerate(open_to_me, 1)
        if waiting[name] or name not in _ONLY_WHILE_IT_WAITS
    ]


def _waits(name: str) -> int:
    count = _COUNTS.get(name)
    return count(only_paper()) if count else 0


def _replies_waiting(paper: Site | None) -> int:
    return Reply.objects.filter(paper=paper, status=Reply.Status.WAITING).count()


#: What stands in brackets behind a room's name: how much waits there.
_COUNTS: dict[str, Callable[[Site | None], int]] = {
    "newsroom:replies": _replies_waiting,
    "newsroom:quarantine": held_count,
    "newsroom:second_thoughts": lambda paper: open_thoughts(paper).count(),
}
#: Rooms that nobody needs while nothing waits there.
_ONLY_WHILE_IT_WAITS = frozenset(("newsroom:quarantine",))


def replace(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's hook: ours instead of every item it gathered."""
    items[:] = rooms(request)
