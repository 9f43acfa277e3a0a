"""Pictures, sound and films in feeds: enclosures and Media RSS
(https://www.rssboard.org/media-rss), as an RSS item or an Atom entry names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from broadsheet.wire.formats.feed_names import short, words


@dataclass(slots=True)
class FeedMedium:
    """One file. `type` is a MIME type or empty, `medium` the feed's own word (image, audio, video,
    document). `role`: enclosure, content, thumbnail or image."""

    href: str
    type: str = ""
    medium: str = ""
    credit: str = ""
    caption: str = ""
    role: str = "content"
    size: int = 0


@dataclass(slots=True)
class FeedMedia:
    """The files of one item, and what Media RSS says of all of them."""

    files: list[FeedMedium] = field(default_factory=list)
    title: str = ""
    credit: str = ""
    caption: str = ""

    def best(self) -> list[FeedMedium]:
        """The files with what is said of all, each once; a thumbnail only where there is no larger
        picture."""
        found: dict[str, FeedMedium] = {}
        for file in self.files:
            if file.href and not _PORTRAIT.search(file.href):
                known = found.setdefault(file.href, file)
                known.credit = known.credit or file.credit or self.credit
                known.caption = known.caption or file.caption or self.caption
        larger = any(f.role != "thumbnail" and kind_of(f) == "image" for f in found.values())
        return [f for f in found.values() if not (larger and f.role == "thumbnail")]


#: Blogging systems put the writer's portrait among the pictures of what was written.
_PORTRAIT = re.compile(r"\bgravatar\.com/avatar/", re.IGNORECASE)
#: Endings of addresses that tell what a file is when the feed does not.
_ENDINGS = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/opus", "wav": "audio/wav",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "mov": "video/quicktime",
    "pdf": "application/pdf",
}  # fmt: skip


def type_of(href: str) -> str:
    """The MIME type that the ending of an address stands for, or an empty string."""
    path = href.partition("?")[0].partition("#")[0]
    return _ENDINGS.get(path.rpartition(".")[2].lower(), "")


def kind_of(file: FeedMedium) -> str:
    """`image`, `audio`, `video`, or another first half of a MIME type; empty when not known."""
    if file.role in {"thumbnail", "image"}:
        return "image"
    if "shockwave-flash" in file.type:
        return "video"
    kind = (file.type or type_of(file.href)).partition("/")[0].strip().lower()
    return kind if kind in {"image", "audio", "video"} else file.medium or kind


def read_media(media: FeedMedia, element: etree._Element, name: str) -> bool:
    """Take in one element of an item; whether it was one that tells of media.

    Args:
        media: what is filled.
        element: a child of the item.
        name: its short name.
    """
    if name == "enclosure":
        said = _said(element)
        media.files.append(
            FeedMedium(
                element.get("url", "").strip(),
                element.get("type", "").strip(),
                credit=said.credit,
                caption=said.caption,
                role="enclosure",
            )
        )
    elif name == "media:group":
        _read_group(media, element)
    elif name == "itunes:image":
        media.files.append(FeedMedium(element.get("href", "").strip(), role="image"))
    elif name in {"media:content", "media:thumbnail"}:
        media.files.extend(_files(element, name))
    elif name[:6] == "media:":
        _say(media, element, name)
    else:
        return False
    return True


def _files(element: etree._Element, name: str) -> Iterator[FeedMedium]:
    thumbnail = name == "media:thumbnail"
    said = _said(element)
    yield FeedMedium(
        element.get("url", "").strip(), element.get("type", "").strip(),
        element.get("medium", "").strip(), said.credit, said.caption,
        "thumbnail" if thumbnail else "content", _number(element.get("width", "")),
    )  # fmt: skip
    yield from said.files


def _said(element: etree._Element) -> FeedMedia:
    """What the children of a file's element say of it."""
    said = FeedMedia()
    for child in element.iterchildren(etree.Element):
        name = short(child.tag)
        if name == "media:thumbnail":
            said.files.append(FeedMedium(child.get("url", "").strip(), role="thumbnail"))
        else:
            _say(said, child, name)
    said.caption = said.caption or said.title
    return said


def _read_group(media: FeedMedia, group: etree._Element) -> None:
    """Files in a group are one thing in several sizes: the largest of each kind is kept."""
    inner = FeedMedia()
    for child in group.iterchildren(etree.Element):
        read_media(inner, child, short(child.tag))
    largest: dict[tuple[str, bool], FeedMedium] = {}
    for file in inner.files:
        key = (kind_of(file), file.role == "thumbnail")
        if key not in largest or file.size > largest[key].size:
            largest[key] = file
    media.files.extend(largest.values())
    media.title = media.title or inner.title
    media.credit = media.credit or inner.credit
    media.caption = media.caption or inner.caption


def _say(media: FeedMedia, element: etree._Element, name: str) -> None:
    if name in {"media:description", "media:text"}:
        media.caption = media.caption or words(element)
    elif name == "media:title":
        media.title = media.title or words(element)
    elif name in {"media:credit", "media:credits"}:
        media.credit = media.credit or words(element)
    elif name == "media:copyright" and not media.credit:
        media.credit = words(element)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
