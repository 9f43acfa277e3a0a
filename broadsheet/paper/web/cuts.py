"""Pictures cut for their places: several sizes in WebP, cropped around the focal point where the
place has a shape of its own."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from wagtail.images.models import SourceImageIOError

from broadsheet.paper.models import Story
from broadsheet.paper.web.asking import Asked
from broadsheet.paper.web.contract import PictureView, SharePicture
from broadsheet.pictures.models import Picture

log = logging.getLogger(__name__)
WEBP = "format-webp|webpquality-76"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands: the shapes it is cut to, and how wide it is shown."""

    shapes: tuple[str, ...]
    """Wagtail's filters, the smallest first."""
    sizes: str
    first: bool = False


def _fill(*sizes: tuple[int, int]) -> tuple[str, ...]:
    return tuple(f"fill-{width}x{height}|{WEBP}" for width, height in sizes)


LEAD = Place(
    _fill((480, 320), (840, 560), (1320, 880)),
    "(min-width:64rem) 52rem, (min-width:40rem) 92vw, 100vw",
    first=True,
)
SECOND = Place(_fill((240, 160), (480, 320)), "(min-width:64rem) 9.5rem, 6.5rem")
TOP = Place(_fill((360, 240), (720, 480)), "(min-width:64rem) 17rem, (min-width:40rem) 45vw, 92vw")
CARD = Place(_fill((360, 240), (720, 480)), "(min-width:64rem) 19rem, (min-width:40rem) 45vw, 92vw")
CARD_AFTER = Place(CARD.shapes, "(min-width:64rem) 19rem, (min-width:40rem) 45vw, 6.5rem")
FEATURE = Place(_fill((480, 320), (960, 640)), "(min-width:64rem) 27rem, 92vw")
ROW = Place(_fill((240, 160), (480, 320)), "(min-width:40rem) 10rem, 6.5rem")
STORY = Place(
    tuple(f"max-{size}|{WEBP}" for size in ("480x640", "840x1100", "1320x1600")),
    "(min-width:56rem) 52rem, 100vw",
    first=True,
)
INLINE = Place(STORY.shapes[:2], "(min-width:44rem) 40rem, 100vw")
SHARED = "fill-1200x630|format-jpeg|jpegquality-80"


def cut(
    picture: Picture | None, place: Place, *, caption: str = "", credit: str = ""
) -> PictureView | None:
    """The picture in its place; None if there is none, or its file cannot be read.

    Args:
        caption, credit: those of the place, before the picture's own.
    """
    if picture is None:
        return None
    try:
        found = picture.get_renditions(*place.shapes)
    except SourceImageIOError as error:
        log.warning("picture %s is left out: its file cannot be read (%s)", picture.pk, error)
        return None
    # A small original gives the same size several times over: it is never blown up.
    by_width = {rendition.width: rendition for rendition in found.values()}
    cuts = [by_width[width] for width in sorted(by_width)]
    middle, largest = cuts[len(cuts) // 2], cuts[-1]
    return PictureView(
        src=middle.url,
        srcset=", ".join(f"{c.url} {c.width}w" for c in cuts) if len(cuts) > 1 else "",
        sizes=place.sizes,
        width=largest.width,
        height=largest.height,
        alt=picture.alt,
        caption=caption or picture.caption,
        credit=credit or picture.credit,
        portrait=largest.height > largest.width,
        first=place.first,
    )


def shared(asked: Asked, story: Story) -> SharePicture | None:
    """The story's picture for other sites; None if there is none."""
    if story.picture is None:
        return None
    try:
        found = story.picture.get_rendition(SHARED)
    except SourceImageIOError:
        return None
    return SharePicture(
        address=absolute_of(asked, found.url),
        width=found.width,
        height=found.height,
        alt=story.picture.default_alt_text,
    )


def absolute_of(asked: Asked, url: str) -> str:
    """A picture's absolute address; it is that already where pictures lie on another host."""
    return url if "://" in url else asked.origin + url
