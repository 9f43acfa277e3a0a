"""Bytes of a web page into its shape. Sources: the HTML living standard, https://schema.org,
Open Graph (https://ogp.me), and the meta names that news sites use."""

from __future__ import annotations

import re

from lxml import etree, html

from broadsheet.copydesk.source_text import decode
from broadsheet.wire.formats import characters
from broadsheet.wire.formats.html.shape import HtmlPage
from broadsheet.wire.formats.html.structured import article_in
from broadsheet.wire.formats.html.surroundings import article_of
from broadsheet.wire.formats.titles import plain

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: Characters that neither HTML nor XML can hold.
_UNSAID = dict.fromkeys([*range(9), 11, *range(14, 32), 0xFFFE, 0xFFFF])
_BYLINES = (
    "//*[@rel='author']|//*[@itemprop='author']|//*[contains(concat(' ',@class,' '),' byline ')]"
    "|//*[contains(concat(' ',@class,' '),' author ')]"
)
_STANDFIRST = (
    "//h1/following::*[self::p or self::h2 or self::div]"
    "[contains(@class,'standfirst') or contains(@class,'subtitle') or contains(@class,'dek')]"
)


def parse(data: bytes) -> HtmlPage:
    """Read a page.

    Raises:
        CopyError: the bytes are no text, or there is nothing in them.
    """
    page = HtmlPage()
    text = _DECLARATION.sub("", _decoded(page, data).translate(_UNSAID))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    root = html.document_fromstring(text, parser=parser)
    _head(page, root)
    page.headings = [plain(_text(h)) for h in root.iter("h1") if _text(h)]
    page.bylines = _short(root, _BYLINES)
    page.standfirst = next(iter(_short(root, _STANDFIRST, 600)), "")
    page.times = [t.get("datetime", "") for t in root.iter("time") if t.get("datetime")]
    scripts = root.iterfind(".//script[@type='application/ld+json']")
    page.ld = article_in([script.text or "" for script in scripts])
    page.article = html.tostring(article_of(root), encoding="unicode", with_tail=False)
    return page


def _decoded(page: HtmlPage, data: bytes) -> str:
    """The page's characters, by its declaration where that can be true, else by a guess."""
    declared = _CHARSET.search(data[:4096])
    if declared is None:
        decoded = decode(data)
        if decoded.guessed:
            page.problems.append(f"read as {decoded.encoding}, which is a guess")
        return decoded.text
    text, problem = characters.decode(data, declared[1].decode("ascii"))
    if problem:
        page.problems.append(problem)
    return text


def _head(page: HtmlPage, root: html.HtmlElement) -> None:
    whole = root if root.tag == "html" else root.getroottree().getroot()
    page.language = (whole.get("lang") or whole.get("{http://www.w3.org/XML/1998/namespace}lang")
                     or "").strip()  # fmt: skip
    title = root.find(".//title")
    page.title = plain(_text(title)) if title is not None else ""
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            page.meta.setdefault(name, content)
            page.lists.setdefault(name, []).append(content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and not page.canonical:
            page.canonical = (link.get("href") or "").strip()
    first = root.find(".//base[@href]")
    page.base = (first.get("href") or "").strip() if first is not None else ""


def _short(root: html.HtmlElement, path: str, most: int = 120) -> list[str]:
    """Texts of elements, those alone that are short enough to be what their name says."""
    found = (plain(_text(e)) for e in root.xpath(path))
    return list(dict.fromkeys(text for text in found if 0 < len(text) <= most))


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
