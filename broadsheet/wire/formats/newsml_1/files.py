"""The files that a NewsML 1 item names: of each picture the best size, with its own caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from broadsheet.wire.formats.item import Medium
from broadsheet.wire.formats.newsml_1.shape import Content, NewsItem

#: Words among roles and addresses that say which size stands for the file, and which does not.
_BEST = ("main", "highdef", "high", "full", "original")
_LEAST = ("quicklook", "preview", "thumb", "icon")


def media_of(shape: NewsItem, captions: Mapping[str, str]) -> list[Medium]:
    """The media of an item.

    Args:
        shape: the item.
        captions: what is said under the pictures, by group of components.
    """
    groups: dict[tuple[str, str], list[Content]] = {}
    for content in shape.contents:
        if content.href:
            groups.setdefault((content.group, _kind(content)), []).append(content)
    chosen = [one for group in groups.values() for one in _chosen(group)]
    only = next(iter(captions.values()), "") if len(chosen) == 1 else ""
    return [
        Medium(
            one.href,
            one.mime or one.media.lower(),
            _credit(one) or shape.credit,
            captions.get(one.group) or only or one.headline,
        )
        for one in chosen
    ]


def _credit(content: Content) -> str:
    if content.byline.casefold() in content.credit.casefold():
        return content.credit
    return "/".join(filter(None, (content.byline, content.credit)))


def _kind(content: Content) -> str:
    return content.media.lower() or content.mime.partition("/")[0]


def _chosen(group: Sequence[Content]) -> list[Content]:
    """One of the forms of one thing; all of them where they are several things."""
    whole = [one for one in group if not _is_small(one)] or list(group)
    sizes = {(one.role, one.width) for one in whole}
    if len(whole) > 1 and len(sizes) == 1 and not whole[0].is_rendition:
        return whole
    return [min(whole, key=_rank)]


def _is_small(content: Content) -> bool:
    where = f"{content.role} {content.href}".lower()
    return any(word in where for word in _LEAST)


def _rank(content: Content) -> tuple[int, int]:
    where = f"{content.role} {content.href}".lower()
    named = next((place for place, word in enumerate(_BEST) if word in where), len(_BEST))
    return -content.width, named
