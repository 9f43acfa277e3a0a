"""Titles of feeds and pages as plain words: HTML in them, and what was escaped twice, undone."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?(/?)>")
#: A reference counts only with its semicolon: `?a=1&copy=2` is an address, not a sign.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PAIRED = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "cite",
        "code",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "ins",
        "del",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "ul",
    ]
)
_SINGLE = frozenset({"br", "wbr", "img", "hr"})
_BLOCKS = frozenset(
    ["blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "ul", "br", "hr"]
)


def plain(text: str) -> str:
    """The words of a title.

    Only tags that HTML has, and that are closed where they must be, count as markup: a headline
    about the `<p>` element keeps it.
    """
    if "<" not in text and "&" not in text:
        return " ".join(text.split())
    for _ in range(2):
        text = _without_tags(text)
        read = _REFERENCE.sub(_sign, text)
        if read == text:
            break
        text = read
    return " ".join(_without_tags(text).split())


def _sign(match: re.Match[str]) -> str:
    return html.unescape(match.group())


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    tags = list(_TAG.finditer(text))
    gone = _closed(tags)
    pieces: list[str] = []
    at = 0
    for tag in tags:
        if tag.start() in gone:
            pieces += [text[at : tag.start()], " " if tag[2].lower() in _BLOCKS else ""]
            at = tag.end()
    return "".join([*pieces, text[at:]])


def _closed(tags: list[re.Match[str]]) -> set[int]:
    """Where the tags start that are markup: single ones, and pairs."""
    found: set[int] = set()
    opened: dict[str, list[int]] = {}
    for tag in tags:
        name = tag[2].lower()
        if name in _SINGLE:
            found.add(tag.start())
        elif name in _PAIRED and not tag[1] and not tag[3]:
            opened.setdefault(name, []).append(tag.start())
        elif name in _PAIRED and tag[1] and opened.get(name):
            found |= {opened[name].pop(), tag.start()}
    return found
