"""Bytes of a WordPress export into its shape. Source: the files that WordPress's own exporter
writes; WXR has no other specification."""

from __future__ import annotations

from lxml import etree

from broadsheet.wire.formats import xml
from broadsheet.wire.formats.feed_names import short, words
from broadsheet.wire.formats.wxr.shape import WxrExport, WxrPost

#: Element of an item → field of the post.
_FIELDS = {
    "title": "title", "link": "link", "guid": "guid", "pubDate": "published",
    "dc:creator": "author", "content:encoded": "content", "excerpt:encoded": "excerpt",
    "wp:post_id": "post_id", "wp:post_type": "post_type", "wp:status": "status",
    "wp:post_password": "password", "wp:post_date": "dated", "wp:post_date_gmt": "dated_utc",
    "wp:post_modified_gmt": "changed_utc", "wp:attachment_url": "attachment_url",
}  # fmt: skip
_META = {"_thumbnail_id": "thumbnail_id", "_wp_attachment_image_alt": "alternative"}


def parse(data: bytes) -> WxrExport:
    """Read an export; what was broken and mended is said in its problems."""
    parsed = xml.parse(data)
    export = WxrExport(problems=list(parsed.problems))
    root = parsed.root
    channel = next((c for c in root.iterchildren(etree.Element) if short(c.tag) == "channel"), root)
    for child in channel.iterchildren(etree.Element):
        _channel(export, child, short(child.tag))
    return export


def _channel(export: WxrExport, child: etree._Element, name: str) -> None:
    if name == "item":
        export.posts.append(_post(child))
    elif name == "wp:author":
        login, shown = _author(child)
        export.authors[login] = shown
    elif name == "wp:wxr_version":
        export.version = words(child)
    elif name in {"title", "link", "language"}:
        setattr(export, name, words(child))


def _author(element: etree._Element) -> tuple[str, str]:
    said = {short(c.tag): words(c) for c in element.iterchildren(etree.Element)}
    login = said.get("wp:author_login", "")
    both = f"{said.get('wp:author_first_name', '')} {said.get('wp:author_last_name', '')}"
    return login, said.get("wp:author_display_name") or both.strip() or login


def _post(element: etree._Element) -> WxrPost:
    post = WxrPost()
    for child in element.iterchildren(etree.Element):
        name = short(child.tag)
        if name in _FIELDS:
            if text := words(child):
                setattr(post, _FIELDS[name], text)
        elif name == "category":
            if text := words(child):
                kind = child.get("domain", "category")
                post.categories.append((kind, child.get("nicename", ""), text))
        elif name == "wp:postmeta":
            _meta(post, child)
    return post


def _meta(post: WxrPost, element: etree._Element) -> None:
    said = {short(c.tag): words(c) for c in element.iterchildren(etree.Element)}
    name = _META.get(said.get("wp:meta_key", ""))
    if name:
        setattr(post, name, said.get("wp:meta_value", ""))
