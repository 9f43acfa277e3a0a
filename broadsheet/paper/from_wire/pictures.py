"""The pictures of a take, brought into the library and to the story that was made of it."""

from __future__ import annotations

import logging
from posixpath import basename
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task
from wagtail.images.fields import WagtailImageField
from wagtail.utils.file import hash_filelike

from broadsheet.paper.from_wire.making import is_picture
from broadsheet.paper.models import MadeFrom, Story
from broadsheet.pictures.cleaning import cleaned
from broadsheet.pictures.models import Picture
from broadsheet.wire.coming.fetching import FetchError, fetch
from broadsheet.wire.keeping.attached import attached_file
from broadsheet.wire.models import Take

log = logging.getLogger(__name__)
MOST = 12
_OK = 200


class PictureMissingError(Exception):
    """A picture could not be had. Says why."""


@task()
def fetch_pictures(story: int, take: int) -> None:
    """Bring each picture of a take that the story has not, and note those that cannot be had."""
    row = MadeFrom.objects.select_related("take__wire", "take__delivery").get(
        story=story, take=take
    )
    found: list[Picture] = []
    missing: list[str] = []
    for medium in [m for m in row.take.item.get("media") or () if is_picture(m)][:MOST]:
        try:
            found.append(_picture(row.take, medium))
        except PictureMissingError as error:
            missing.append(str(error))
    with transaction.atomic():
        MadeFrom.objects.filter(pk=row.pk).update(pictures_missing="\n".join(missing))
        if found:
            hang(Story.objects.get(pk=story), found)


def hang(story: Story, pictures: list[Picture]) -> None:
    """Put pictures into the latest text of a story: the first on top, if that place is free."""
    latest = story.get_latest_revision_as_object()
    shown = {latest.picture_id} | {
        block.value["picture"].pk
        for block in latest.body
        if block.block_type == "picture" and block.value["picture"]
    }
    new = [picture for picture in pictures if picture.pk not in shown]
    if new and latest.picture_id is None:
        latest.picture = new.pop(0)
    for picture in new:
        latest.body.append(("picture", {"picture": picture, "caption": "", "credit": ""}))
    latest.save_revision()


def _picture(take: Take, medium: dict[str, Any]) -> Picture:
    href = str(medium.get("href") or "")
    data = _bytes_of(take, href)
    name = unquote(basename(urlsplit(href).path)) or "picture"
    upload = ContentFile(data, name=name[-80:])
    try:
        WagtailImageField().to_python(upload)
    except ValidationError as error:
        raise PictureMissingError(f"{name}: {' '.join(error.messages)}") from error
    clean = cleaned(ContentFile(data)) or data
    kept: Picture | None = Picture.objects.filter(
        file_hash=hash_filelike(ContentFile(clean))
    ).first()
    if kept is not None:
        return kept
    caption = " ".join(str(medium.get("caption") or "").split())
    upload.seek(0)
    made: Picture = Picture.objects.create(
        title=(caption or take.headline or name)[:255],
        file=upload,
        caption=caption[:400],
        credit=_credit(take, medium)[:200],
    )
    return made


def _credit(take: Take, medium: dict[str, Any]) -> str:
    credit = str(medium.get("credit") or "").strip()
    return credit or (take.agency.name if take.agency else str(take.item.get("agency") or ""))


def _bytes_of(take: Take, href: str) -> bytes:
    inside = attached_file(take.delivery, href) if take.format == "mail" else None
    if inside is not None:
        return inside
    if not href.startswith(("http://", "https://")):
        raise PictureMissingError(f"{href or 'a picture without an address'}: it is not attached")
    private = bool(take.wire and take.wire.settings.get("private_network"))
    most = settings.CONFIG.picture_most_megabytes * 1_000_000
    try:
        answer = fetch(href, private=private, most_bytes=most)
    except FetchError as error:
        raise PictureMissingError(f"{href}: {error}") from error
    if answer.status != _OK:
        raise PictureMissingError(f"{href}: the server answers {answer.status}")
    return answer.data
