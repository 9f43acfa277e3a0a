"""What stands on many stories at once: the names of bylines, agencies and topics, and pictures. When
one changes, so do the printed words of each live story that shows it, and each gets its version."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django_tasks import task

from broadsheet.paper import versions
from broadsheet.paper.models import Story, Version
from broadsheet.paper.printed import story_changed
from broadsheet.paper.signals import printed_matter_changed
from broadsheet.paper.tree.acting import acting, current_act
from broadsheet.paper.withdrawn import is_shown, shown_by
from broadsheet.pictures.models import Picture
from broadsheet.staff.models import Byline, User
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency

#: How the stories that bear each name are found.
_PRINTED_BY = {Byline: "bylines", Agency: "agency", Topic: "topics"}
#: So many stories are recorded in the transaction of the change: some 5 ms each, in which nobody
#: else can write on SQLite. For more, tasks of so many each are put into the queue in it.
AT_ONCE = 200


def connect() -> None:
    """Listen. Called once, when Django has loaded every room."""
    for name in _PRINTED_BY:
        pre_save.connect(_name_remembered, sender=name)
        post_save.connect(_name_changed, sender=name)
    post_save.connect(_picture_changed, sender=Picture)
    for name in _PRINTED_BY:
        pre_delete.connect(_stories_remembered, sender=name)
        post_delete.connect(_name_removed, sender=name)
    pre_delete.connect(_picture_stays, sender=Picture)


def _stories_of(noun: Any) -> list[int]:
    if isinstance(noun, Picture):
        found = shown_by(noun)
    else:
        found = Story.objects.filter(live=True, **{_PRINTED_BY[type(noun)]: noun})
    return list(found.order_by("pk").values_list("pk", flat=True))


def _name_remembered(sender: Any, instance: Any, **kwargs: Any) -> None:
    held = sender.objects.filter(pk=instance.pk).values_list("name", flat=True).first()
    instance.name_before = held


def _name_changed(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    if created or instance.name_before in {None, instance.name}:
        return
    noun = sender._meta.verbose_name
    note = f"the {noun} “{instance.name_before}” is now “{instance.name}”"
    record_all(_stories_of(instance), note)


def _picture_changed(instance: Picture, created: bool, **kwargs: Any) -> None:
    """A caption or a file that is changed in the library changes what readers see."""
    if not created:
        note = f"the picture “{instance.title}” was changed in the library"
        record_all(_stories_of(instance), note)


def _stories_remembered(instance: Any, **kwargs: Any) -> None:
    instance.stood_on = _stories_of(instance)


def _name_removed(instance: Any, **kwargs: Any) -> None:
    """A name that is deleted leaves the pages as well."""
    noun = instance._meta.verbose_name
    record_all(instance.stood_on, f"the {noun} “{instance}” was deleted")


def _picture_stays(instance: Picture, **kwargs: Any) -> None:
    if is_shown(instance):
        raise ProtectedError(
            f"A live story shows the picture “{instance.title}”: take it out of the story first.",
            {instance},
        )


def record_all(stories: list[int], note: str) -> None:
    """Write the versions of stories whose words changed with something that they show, or have
    the worker write them when they are many."""
    user = current_act().user
    if len(stories) <= AT_ONCE:
        _record(stories, user, note)
        return
    for start in range(0, len(stories), AT_ONCE):
        record_later.enqueue(stories[start : start + AT_ONCE], user.pk if user else None, note)


@task()
def record_later(stories: list[int], user: int | None, note: str) -> None:
    """One part of the stories. Those that have their version already get no second one."""
    _record(stories, User.objects.get(pk=user) if user else None, note)


def _record(stories: list[int], user: User | None, note: str) -> None:
    change = Version.Change.UPDATE
    with acting(user, change=change, note=note), transaction.atomic():
        for story in Story.objects.filter(live=True, pk__in=stories).order_by("pk"):
            versions.record(story, revision=story.live_revision)
            touched = story_changed(story)
            printed_matter_changed.send(sender=Story, paper=story.paper, touched=touched)
