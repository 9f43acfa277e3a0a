"""What stands inside a NewsML-G2 item: NITF, XHTML, and the agencies' own markup (TT's TTNITF)."""

from __future__ import annotations

from copy import deepcopy

from broadsheet.wire.formats import markup
from broadsheet.wire.formats.elements import (
    Element,
    at,
    first,
    inside,
    kids,
    markup_of,
    name_of,
    words,
)
from broadsheet.wire.formats.newsml_g2.shape import G2Item
from broadsheet.wire.formats.nitf.parse import story_of
from broadsheet.wire.formats.wiretext import has_rows

_HTML = frozenset(("html", "body", "div", "section", "article", "p", "span", "main", "pre"))
#: TTNITF's elements as HTML's; those of None are read apart or are no copy.
_TT = {
    "rubrik": "h1", "mellis": "h3", "citat": "blockquote", "fraga": "p", "svar": "p", "p": "p",
    "tabell": "table", "th": "th", "tr": "tr", "td": "td", "ul": "ul", "li": "li",
    "faktatext": "div", "bakgrundtext": "div", "ingress": "div", "brodtext": "div", "text": "div",
    "bild": None, "byline": None, "dat": None,
}  # fmt: skip


def read(item: G2Item, inner: Element) -> None:
    """Put what an `inlineXML` holds where it belongs; what is none of the known is said."""
    name = name_of(inner).lower()
    if name == "nitf":
        item.nitf = item.nitf or story_of(inner)
    elif name in _HTML:
        _page(item, inner)
    elif next(inside(inner, "BRODTEXT", "INGRESS", "RUBRIK"), None) is not None:
        _ttnitf(item, inner)
    elif next(inside(inner, "p", "P"), None) is not None:
        item.html.append(markup_of(inner))
    else:
        item.problems.append(f"its content is a {name_of(inner)}, which is kept and not read")


def _page(item: G2Item, page: Element) -> None:
    """XHTML. Where a section is marked as the main one, the others are for the desk (dpa)."""
    body = first(page, "body")
    body = page if body is None else body
    main = [part for part in inside(body, "section") if "main" in at(part, "class").split()]
    for time in inside(body, "time"):
        if at(time, "class") == "publicationDate":
            item.published = at(time, "data-datetime", "datetime")
    if not main:
        if rows := _rows(body):
            item.plain.append(rows)
        else:
            item.html.append(markup_of(body))
        return
    for section in list(inside(body, "section")):
        around = [*section.iterancestors(), *section.iter()]
        if section not in main and not any(part in main for part in around) and words(section):
            item.private.append(lines_of(section))
    item.html += [markup_of(section) for section in main]


def lines_of(element: Element) -> str:
    """The text of an element, a line for each paragraph in it."""
    if not len(element):
        return words(element)
    return "\n".join(markup.read(markup_of(deepcopy(element))).paragraphs)


def _rows(body: Element) -> str:
    """The text of a body that has no markup but its own lines (Reuters); else nothing."""
    held = list(kids(body))
    whole = held[0] if len(held) == 1 and not (body.text or "").strip() else body
    if len(whole) or name_of(whole) not in {"body", "p", "pre", "div"}:
        return ""
    text = "".join(whole.itertext()).strip("\r\n")
    return text if name_of(whole) == "pre" or has_rows(text) else ""


def _ttnitf(item: G2Item, root: Element) -> None:
    for line in inside(root, "BYLINE"):
        if name := words(line):
            item.names.append(name)
    place = next(inside(root, "DAT"), None)
    item.dateline = item.dateline or words(first(place, "ORT"))
    for head in inside(root, "RUBRIK"):
        item.headlines = item.headlines or [("", words(head))]
    body = next(inside(root, "BODY"), root)
    for found in list(body.iter()):
        new = _TT.get(name_of(found).lower(), "")
        if new is None and (parent := found.getparent()) is not None:
            _remove(found, parent)
        elif new:
            found.tag = new
    item.html.append(markup_of(body))


def _remove(found: Element, parent: Element) -> None:
    """Take an element out and leave the text behind it."""
    before = found.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (found.tail or "")
    else:
        parent.text = (parent.text or "") + (found.tail or "")
    parent.remove(found)
