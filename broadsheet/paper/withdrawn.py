"""Pictures of a story that was taken down: their cuts go from the folder that readers reach."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks.base import TASK_MAX_PRIORITY
from wagtail.models import ReferenceIndex
from wagtail.tasks import delete_file_from_storage_task

from broadsheet.paper.models import Story
from broadsheet.pictures.models import Picture, PictureRendition


def withdraw_pictures(story: Story) -> int:
    """Delete the cuts of the story's pictures that no live story shows; gives how many went.

    A cut is made anew when a page asks for it, so a story that comes back has them again, and so
    has one that used the picture a moment ago, of which Wagtail's index of uses does not know yet.
    """
    gone = 0
    for picture in pictures_of(story):
        if not is_shown(picture):
            for cut in picture.renditions.all():
                _take_away(cut)
                gone += 1
    return gone


def _take_away(cut: PictureRendition) -> None:
    """The row now, the file as soon as the take-down is committed. A task that is committed with it
    sees to the file if this process ends in between, or the storage does not answer."""
    storage, name = cut.file.storage, cut.file.name
    first = delete_file_from_storage_task.using(priority=TASK_MAX_PRIORITY)
    first.enqueue(storage.deconstruct(), name)
    transaction.on_commit(partial(storage.delete, name), robust=True)
    cut.delete()


def pictures_of(story: Story) -> Iterator[Picture]:
    """The story's lead picture and those in its body."""
    if story.picture is not None:
        yield story.picture
    for block in story.body:
        if block.block_type == "picture" and block.value["picture"] is not None:
            yield block.value["picture"]


def is_shown(picture: Picture) -> bool:
    """Whether a live story shows it, by the field or in its body."""
    return shown_by(picture).exists()


def shown_by(picture: Picture) -> QuerySet[Story]:
    """The live stories that show it. Those that have it in the body are known by Wagtail's index of
    uses, which the worker keeps: a second or so after they are saved."""
    kind = ContentType.objects.get_for_model(Story)
    uses = ReferenceIndex.get_references_to(picture).filter(content_type=kind)
    inside = [int(pk) for pk in uses.values_list("object_id", flat=True)]
    live: QuerySet[Story] = Story.objects.filter(live=True)
    return live.filter(Q(picture=picture) | Q(pk__in=inside))
