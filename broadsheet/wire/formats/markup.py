"""HTML, XHTML and NITF blocks into paragraphs of plain text, links and media."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from broadsheet.wire.formats.item import Medium


@dataclass(slots=True)
class Block:
    """What a stretch of markup holds, in order."""

    paragraphs: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "hedline",
        "hl1",
        "hl2",
        "block",
        "media",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "noscript",
        "svg",
        "math",
        "object",
        "iframe",
        "button",
        "select",
    ]
)


def read(html: str, base: str = "") -> Block:
    """Read markup; plain text is read as paragraphs between empty lines."""
    block = Block()
    if "<" not in html and "&" not in html:
        block.paragraphs = [
            p for p in (" ".join(p.split()) for p in re.split(r"\n\s*\n", html)) if p
        ]
        return block
    if not html.strip():
        return block
    root = etree.fromstring(
        html, etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    )
    if root is not None:
        walker = _Walker(block, base)
        walker.walk(root)
        walker.end()
    return block


class _Walker:
    def __init__(self, block: Block, base: str) -> None:
        self.block, self.base = block, base
        self.pieces: list[str] = []

    def end(self) -> None:
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if text:
            self.block.paragraphs.append(text)

    def walk(self, element: etree._Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag in _BLOCKS:
            self.end()
        if tag in _MARKED:
            _MARKED[tag](self, element)
        if tag != "figcaption" or not self.caption(element):
            self.inside(element)
        if tag in _BLOCKS:
            self.end()

    def inside(self, element: etree._Element) -> None:
        if element.text:
            self.pieces.append(element.text)
        for child in element:
            self.walk(child)
            if child.tail:
                self.pieces.append(child.tail)

    def caption(self, element: etree._Element) -> bool:
        if not self.block.media:
            return False
        self.block.media[-1].caption = " ".join("".join(element.itertext()).split())
        return True

    def br(self, element: etree._Element) -> None:
        after = element.getnext()
        if after is not None and after.tag == "br" and not (element.tail or "").strip():
            self.end()
        self.pieces.append(" ")

    def link(self, element: etree._Element) -> None:
        href = element.get("href", "").strip()
        if (
            href
            and href[0] != "#"
            and not href.lower().startswith(("javascript:", "mailto:", "tel:"))
        ):
            self.block.links.append(self.whole(href))

    def image(self, element: etree._Element) -> None:
        src = (element.get("src") or element.get("data-src") or "").strip()
        small = element.get("width") in {"0", "1"} or element.get("height") in {"0", "1"}
        if src and not small and not src.startswith("data:"):
            self.block.media.append(
                Medium(self.whole(src), "image", "", (element.get("alt") or "").strip())
            )

    def whole(self, href: str) -> str:
        try:
            return urljoin(self.base, href) if self.base else href
        except ValueError:
            return href


_MARKED: dict[str, Callable[[_Walker, etree._Element], None]] = {
    "br": _Walker.br, "a": _Walker.link, "img": _Walker.image,
}  # fmt: skip
