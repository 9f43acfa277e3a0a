"""Pages in which agencies send the body of a ninjs item (TT's `body_html5`): what says by its class
that it is no copy is taken out of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from broadsheet.wire.formats import markup

#: Classes of elements that repeat fields of the item.
_APART = re.compile(r"\bclass\s*=\s*[\"'](?:dat|byline|dateline|vignette)\b", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """A body: its copy, and what stood apart from it."""

    block: markup.Block
    byline: str = ""
    vignette: str = ""


def read(html: str, shown: Collection[str]) -> Page:
    """Read a body.

    Args:
        html: the markup.
        shown: names of the associations; pictures in the page that refer to one are left out, since
            the association says more of them.
    """
    refers = "data-assoc-ref" in html
    if not refers and not _APART.search(html):
        return Page(markup.read(html, ""))
    root = etree.fromstring(html, etree.HTMLParser(remove_comments=True, no_network=True))
    if root is None:
        return Page(markup.Block())
    page = Page(markup.Block())
    for image in list(root.iter("img")) if refers else []:
        if image.get("data-assoc-ref") in shown:
            _drop(next((up for up in image.iterancestors("figure")), image))
    for element in list(root.iter("div", "p", "span")):
        names = set(element.get("class", "").lower().split())
        if names & {"dat", "dateline"}:
            spans = [one for one in element.iter() if one.get("class") in {"vignette", "place"}]
            page.vignette = page.vignette or _words(spans[0] if spans else element)
            _drop(element)
        elif "byline" in names and next(element.iterancestors("figure"), None) is None:
            page.byline = page.byline or _words(element)
            _drop(element)
        elif "byline" in names:
            # Who took the picture; `markup` reads credits in the caption.
            caption = next(next(element.iterancestors("figure")).iter("figcaption"), None)
            _drop(element)
            if caption is not None:
                element.set("class", "credit")
                element.tail = None
                caption.append(element)
    page.block = markup.read(etree.tostring(root, encoding="unicode", method="html"), "")
    return page


def _words(element: etree._Element) -> str:
    return " ".join(" ".join(str(one) for one in element.itertext()).split())


def _drop(element: etree._Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
