"""Finding one's way in an XML tree by local names: agencies differ in namespaces and prefixes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element


def name_of(element: Element) -> str:
    """The local name, as written."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def kids(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these local names, in order; all of them when none is given."""
    for child in element if element is not None else ():
        if isinstance(child.tag, str) and (not names or name_of(child) in names):
            yield child


def first(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of local names."""
    here = element
    for name in path:
        here = next(kids(here, name), None)
        if here is None:
            return None
    return here


def inside(element: Element | None, *names: str) -> Iterator[Element]:
    """Every element of these local names below, in order."""
    for found in element.iter() if element is not None else ():
        if found is not element and name_of(found) in names:
            yield found


def words(element: Element | None) -> str:
    """All text below, with single spaces; empty where there is no element."""
    if element is None:
        return ""
    return " ".join("".join(element.itertext()).split())


def at(element: Element | None, *names: str) -> str:
    """The first attribute of these local names that says something."""
    if element is None:
        return ""
    for wanted in names:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] == wanted and str(value).strip():
                return str(value).strip()
    return ""


def markup_of(element: Element) -> str:
    """What stands inside an element as markup without namespaces, for `markup.read`."""
    for found in element.iter():
        if isinstance(found.tag, str):
            found.tag = found.tag.rpartition("}")[2].lower()
    etree.cleanup_namespaces(element)
    inner = [etree.tostring(child, encoding="unicode") for child in element]
    return f"<div>{(element.text or '').replace('<', '&lt;')}{''.join(inner)}</div>"
