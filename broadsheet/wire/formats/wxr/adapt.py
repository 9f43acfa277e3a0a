"""A WordPress export's shape into items."""

from __future__ import annotations

import re

from broadsheet.wire.formats import signals, stamps
from broadsheet.wire.formats.feed_copy import FeedText, fill, once
from broadsheet.wire.formats.feed_item import (
    absolute,
    each,
    language,
    take_agency,
    take_byline,
    take_guid,
    take_times,
)
from broadsheet.wire.formats.feed_media import type_of
from broadsheet.wire.formats.item import Item, Medium, Subject
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wxr.shape import WxrExport, WxrPost
from broadsheet.wire.formats.wxr.typed import as_shown

#: What WordPress writes where it has no time.
_NO_TIME = "0000-00-00"
_NEVER = re.compile(r"30 Nov (?:-0001|1999) 00:00:00")
_STATUS = {"publish": "usable", "inherit": "usable", "future": "usable", "trash": "canceled"}


def adapt(export: WxrExport) -> list[Item]:
    """Every object of the export, in order; an export without any gives one item that says so."""
    if not export.posts:
        return [
            Item(
                format="wxr",
                kind="other",
                headline=plain(export.title),
                problems=[*export.problems, "the export has no posts"],
            )
        ]
    pictures = {p.post_id: p for p in export.posts if p.post_type == "attachment"}
    return each("wxr", export.posts, lambda said: _item(export, said, pictures))


def _item(export: WxrExport, said: WxrPost, pictures: dict[str, WxrPost]) -> Item:
    item = Item(format="wxr", problems=list(export.problems))
    item.headline = plain(said.title)
    link = absolute(export.link, said.link)
    take_guid(item, said.guid, link)
    take_byline(item, [export.authors.get(said.author, said.author)])
    take_times(item, _published(said), _utc(said.changed_utc))
    take_agency(item, export.title)
    item.language = language(export.language)
    _take_subjects(item, said)
    _take_state(item, said)
    _take_picture(item, said, pictures)
    fill(item, FeedText(as_shown(said.content), base=link or export.link),
         FeedText(said.excerpt, base=export.link), link)  # fmt: skip
    item.media = once(item.media)
    signals.mark(item)
    return item


def _take_subjects(item: Item, said: WxrPost) -> None:
    """Tags are keywords, all else subjects; old exports name each category twice."""
    subjects: dict[str, str] = {}
    for kind, code, name in said.categories:
        if kind == "post_tag":
            item.keywords.append(plain(name))
        else:
            subjects[plain(name)] = code or subjects.get(plain(name), "")
    item.subjects = [Subject(code, name) for name, code in subjects.items()]


def _published(said: WxrPost) -> str:
    """WordPress's own UTC, else pubDate, which holds nonsense when nothing was published."""
    published = "" if _NEVER.search(said.published) else said.published
    local = "" if said.dated.startswith(_NO_TIME) else said.dated
    return _utc(said.dated_utc) or published or local


def _utc(text: str) -> str:
    if not text or text.startswith(_NO_TIME):
        return ""
    return f"{text.replace(' ', 'T')}Z"


def _take_state(item: Item, said: WxrPost) -> None:
    item.kind = {"post": "text", "page": "text", "attachment": "picture"}.get(
        said.post_type, "other"
    )
    item.status = _STATUS.get(said.status, "withheld")
    if item.status == "withheld" and said.status != "private":
        item.published = None
    if said.password:
        item.status = "withheld"
        item.problems.append("the post was kept behind a password")
    if said.status == "future" and (at := _published(said)):
        item.embargo = stamps.read(at).value


def _take_picture(item: Item, said: WxrPost, pictures: dict[str, WxrPost]) -> None:
    if said.post_type == "attachment" and said.attachment_url:
        href = said.attachment_url
        kind = type_of(href)
        item.media.append(Medium(href, kind, "", plain(said.excerpt or said.alternative)))
        first = kind.partition("/")[0]
        item.kind = {"image": "picture", "audio": "audio", "video": "video"}.get(first, "other")
    chosen = pictures.get(said.thumbnail_id)
    if chosen is not None and chosen.attachment_url:
        caption = plain(chosen.excerpt or chosen.alternative)
        item.media.append(
            Medium(chosen.attachment_url, type_of(chosen.attachment_url), "", caption)
        )
