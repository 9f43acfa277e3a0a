"""The four roles of a newsroom and what each may do.

Editors do everything. Sub-editors read and publish copy. Reporters write and change their own
stories but cannot publish. Moderators decide on replies.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from broadsheet.staff.models import User

EDITOR = "Editor"
SUB_EDITOR = "Sub-editor"
REPORTER = "Reporter"
MODERATOR = "Moderator"
ROLES = (EDITOR, SUB_EDITOR, REPORTER, MODERATOR)

#: What each role may do with anything that has an address (Wagtail's codenames, without model).
_STORIES = {
    EDITOR: ("add", "change", "publish", "lock", "unlock", "delete"),
    SUB_EDITOR: ("add", "change", "publish", "lock"),
    REPORTER: ("add",),
    MODERATOR: (),
}
_PICTURES = {
    EDITOR: ("add", "change", "delete", "choose"),
    SUB_EDITOR: ("add", "change", "choose"),
    REPORTER: ("add", "choose"),
    MODERATOR: (),
}
#: Django permissions, as app label and model of this project.
_NOUNS = {
    EDITOR: (
        ("broadsheet_topics", "topic"),
        ("broadsheet_wire", "agency"),
        ("broadsheet_staff", "byline"),
        ("broadsheet_staff", "user"),
        ("broadsheet_paper", "masthead"),
        ("broadsheet_replies", "reply"),
    ),
    SUB_EDITOR: (
        ("broadsheet_topics", "topic"),
        ("broadsheet_wire", "agency"),
        ("broadsheet_staff", "byline"),
        ("broadsheet_replies", "reply"),
    ),
    REPORTER: (),
    MODERATOR: (("broadsheet_replies", "reply"),),
}


def ensure_roles(root: Any) -> None:
    """Make the four roles, or mend them, on the tree under `root`. Wagtail's own two groups go.

    Args:
        root: the topmost row of the page table.
    """
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        _allow_nouns(group, role)
        _allow_stories(group, role, root)
        _allow_pictures(group, role)


def _allow_nouns(group: Group, role: str) -> None:
    wanted = list(
        Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    for app_label, model in _NOUNS[role]:
        wanted += Permission.objects.filter(
            content_type__app_label=app_label, content_type__model=model
        )
    if role == EDITOR:
        wanted += Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__endswith="_site"
        )
    group.permissions.set(wanted)


def _allow_stories(group: Group, role: str, root: Any) -> None:
    for action in _STORIES[role]:
        permission = Permission.objects.get(
            content_type__app_label=root._meta.app_label, codename=f"{action}_paperpage"
        )
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _allow_pictures(group: Group, role: str) -> None:
    top = Collection.get_first_root_node()
    for action in _PICTURES[role]:
        # Wagtail asks about its own image model, whatever model the pictures are kept in.
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=f"{action}_image"
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=top, permission=permission
        )


def role_of(user: User) -> str:
    """The role of `user`, the widest if there are several; empty when there is none."""
    if user.is_superuser:
        return EDITOR
    names = set(user.groups.values_list("name", flat=True))
    return next((role for role in ROLES if role in names), "")


def give_role(user: User, role: str) -> None:
    """Make `role` the one role of `user`.

    Raises:
        ValueError: there is no such role.
    """
    if role not in ROLES:
        raise ValueError(f"'{role}' is not a role: {', '.join(ROLES)}")
    user.groups.set([Group.objects.get(name=role)])
