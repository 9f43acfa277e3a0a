"""Pictures of a story that was taken down: their cuts go from the folder that readers reach."""

from __future__ import annotations

from collections.abc import Iterator

from wagtail.models import ReferenceIndex

from broadsheet.paper.models import Story
from broadsheet.pictures.models import Picture


def withdraw_pictures(story: Story) -> int:
    """Delete the cuts of the story's pictures that no live story shows; gives how many went.

    A cut is made anew when a page asks for it, so a story that comes back has them again, and so
    has one that used the picture a moment ago, of which Wagtail's index of uses does not know yet.
    """
    gone = 0
    for picture in pictures_of(story):
        if not is_shown(picture):
            for cut in picture.renditions.all():
                cut.delete()
                gone += 1
    return gone


def pictures_of(story: Story) -> Iterator[Picture]:
    """The story's lead picture and those in its body."""
    if story.picture is not None:
        yield story.picture
    for block in story.body:
        if block.block_type == "picture" and block.value["picture"] is not None:
            yield block.value["picture"]


def is_shown(picture: Picture) -> bool:
    """Whether a live story shows it, by the field or in its body."""
    live = Story.objects.filter(live=True)
    if live.filter(picture=picture).exists():
        return True
    users = ReferenceIndex.get_references_to(picture).values_list("object_id", flat=True)
    stories = [int(pk) for pk in users if pk.isdigit()]
    return bool(live.filter(pk__in=stories).exists())
