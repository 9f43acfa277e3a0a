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
        if tag in _WHOLE:
            _WHOLE[tag](self, element)
            return
        if tag in _BLOCKS:
            self.end()
            if not len(element):
                self.pieces.append(element.text or "")
                self.end()
                return
        if tag in _MARKED:
            _MARKED[tag](self, element)
        self.inside(element)
        if tag in _BLOCKS:
            self.end()

    def inside(self, element: etree._Element) -> None:
        if element.text:
            self.pieces.append(element.text)
        for child in element:
            if child.tag in _PLAIN and not len(child):
                if child.text:
                    self.pieces.append(child.text)
            else:
                self.walk(child)
            if child.tail:
                self.pieces.append(child.tail)

    def figure(self, element: etree._Element) -> None:
        """A figure's caption belongs to its pictures; without any it is copy."""
        self.end()
        captions = list(element.iter("figcaption"))
        before = len(self.block.media)
        for child in element:
            if child.tag != "figcaption":
                self.walk(child)
        self.end()
        shown = self.block.media[before:]
        for caption in captions:
            words, credit = caption_and_credit(caption)
            for medium in shown:
                medium.caption, medium.credit = words or medium.caption, credit or medium.credit
            if not shown and words:
                self.block.paragraphs.append(words)

    def figcaption(self, element: etree._Element) -> None:
        if element.getparent() is None or element.getparent().tag != "figure":
            self.end()
            self.inside(element)
            self.end()

    def br(self, element: etree._Element) -> None:
        after = element.getnext()
        if after is not None and after.tag == "br" and not (element.tail or "").strip():
            self.end()
        self.pieces.append(" ")

    def link(self, element: etree._Element) -> None:
        href = element.get("href", "").strip()
        if href and href[0] != "#" and not href.lower().startswith(_NO_PAGES):
            self.block.links.append(self.whole(href))

    def image(self, element: etree._Element) -> None:
        small = element.get("width") in {"0", "1"} or element.get("height") in {"0", "1"}
        src = next(filter(None, (_picture(element.get(name, "")) for name in _SOURCES)), "")
        if src and not small:
            caption = " ".join(element.get("alt", "").split())
            self.block.media.append(Medium(self.whole(src), "image", "", caption))

    def recording(self, element: etree._Element) -> None:
        """Sound or film: the first of its sources. What stands inside is for old browsers."""
        sources = [element, *element.iter("source")]
        for source in sources:
            if src := source.get("src", "").strip():
                kind = source.get("type", "").partition(";")[0].strip() or element.tag
                self.block.media.append(Medium(self.whole(src), kind))
                return

    def frame(self, element: etree._Element) -> None:
        """Something shown from elsewhere, such as a film's player: kept as a link."""
        if src := element.get("src", "").strip():
            self.block.links.append(self.whole(src))

    def whole(self, href: str) -> str:
        if not self.base or href.startswith(("https://", "http://")):
            return href
        try:
            return urljoin(self.base, href)
        except ValueError:
            return href


#: Elements inside a line that mean nothing here but their text.
_PLAIN = frozenset(
    ["abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
     "span", "strike", "strong", "sub", "sup", "time", "tt", "u"]
)  # fmt: skip
_NO_PAGES = ("javascript:", "mailto:", "tel:", "data:")
#: Where a picture's address stands, the real one of a picture that is loaded late first.
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src", "srcset", "data-srcset")
_CREDITED = re.compile(
    r"(?:^|\s*[(\[|]\s*|(?<=[.!?…”\"])\s+|\s+[-–—|/]\s+|,\s+(?=©))(?:(?:photo(?:graph)?|picture|image|credit|foto|bild|crédit photo|imagen)"
    r"(?:\s+(?:by|credit))?\s*[:/]\s*|photo(?:graph)?\s+by\s+|©\s*)(?P<credit>[^()\[\]]{2,100}?)\s*[)\]]?\.?$",
    re.IGNORECASE,
)


#: `(SNA Photo/Tom Reyes)` behind a caption, where agencies leave it.
_SIGNED = re.compile(r"\((?P<credit>[^()]{2,60}?\b(?:Photo|Foto|Bild)\b[^()]{0,60})\)\W*$")


def _picture(text: str) -> str:
    """One address of a `src` or of a `srcset`; a picture that is itself in the page is none."""
    first = text.strip().partition(" ")[0].rstrip(",")
    return "" if first.startswith("data:") else first


def caption_and_credit(element: etree._Element) -> tuple[str, str]:
    """A caption's words, and who made the picture, by a class that says so or by `Photo:`."""
    credit = ""
    for part in element.iter():
        named = part.get("class", "") + part.get("itemprop", "") if part is not element else ""
        if not credit and re.search(r"credit|copyright|source|author", named, re.IGNORECASE):
            credit = " ".join("".join(part.itertext()).split())
    words = " ".join("".join(element.itertext()).split())
    if credit:
        words = words.replace(credit, "").strip(" |/-–—()[]")
    elif found := _CREDITED.search(words):
        words, credit = words[: found.start()].rstrip(), found["credit"]
    elif signed := _SIGNED.search(words):
        credit = signed["credit"]
    bare = re.sub(
        r"^(?:photo|picture|image|credit|foto|bild)(?: by|:)\s*|^©\s*", "", credit, flags=re.I
    )
    return words, bare.strip(" ()[]")


_MARKED: dict[str, Callable[[_Walker, etree._Element], None]] = {
    "br": _Walker.br, "a": _Walker.link, "img": _Walker.image,
}  # fmt: skip
#: Elements that are read whole, with all that is in them.
_WHOLE: dict[str, Callable[[_Walker, etree._Element], None]] = {
    "figure": _Walker.figure, "figcaption": _Walker.figcaption, "audio": _Walker.recording,
    "video": _Walker.recording, "iframe": _Walker.frame,
}  # fmt: skip
