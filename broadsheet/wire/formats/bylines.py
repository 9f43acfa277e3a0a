"""Names of writers as feeds, pages and mails give them, made into one byline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from broadsheet.wire.formats.item import Item
from broadsheet.wire.formats.titles import plain

_ADDRESS = r"[^\s<>()@,;]+@[^\s<>()@,;]+"
#: `ann@example.org (Ann Dove)`, `Ann Dove (ann@example.org)`, `Ann Dove <ann@example.org>`.
_WITH_ADDRESS = re.compile(
    rf"^(?:mailto:)?(?:{_ADDRESS}\s*\(\s*(?P<a>[^()@]+?)\s*\)"
    rf"|(?P<b>[^<>()@]+?)\s*[(<\[]\s*{_ADDRESS}\s*[)>\]]|(?P<c>[^<>()@,]+?)[\s,]+{_ADDRESS})$"
)
#: `By`, and its like in other languages where two names follow: `Di Maria` is a name.
_BY = re.compile(
    r"^(?:(?:[Ww]ords )?(?:[Bb]y|BY)(?::\s*|\s+)(?=\S)|(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Dd]oor|[Tt]exte?)"
    r"(?::\s*|\s+(?=[^\W\d_a-z][\w.'’-]+\s+[^\W\d_a-z])))"
)
_JUST_ADDRESS = re.compile(rf"^(?:mailto:)?({_ADDRESS})(?:\s*\(\s*\))?$")


#: What pages print in one line with the name: when, and how to follow.
_AFTER = re.compile(
    r"\s*(?:\||·|•|,|\bon\b|@[\w.]+)?\s*(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\d{1,2}:\d\d|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})|@\w).*$",
    re.IGNORECASE,
)


def name_of(text: str) -> str:
    """One writer's name without tags, address or `By`; the address itself if there is no name."""
    name = plain(text).strip("'\" ,;")
    if not _JUST_ADDRESS.match(name) and "@" not in name.partition(" ")[0]:
        name = _AFTER.sub("", name) if not _WITH_ADDRESS.match(name) else name
    found = _WITH_ADDRESS.match(name)
    if found:
        name = next(part for part in found.groups() if part).strip("'\" ")
    elif bare := _JUST_ADDRESS.match(name):
        return bare[1]
    return _BY.sub("", name).strip()


def byline(names: Iterable[str]) -> str:
    """One line of all writers, each once, names before addresses."""
    found = list(dict.fromkeys(filter(None, map(name_of, names))))
    named = [name for name in found if not is_address(name)]
    return ", ".join(named or found)


def is_address(name: str) -> bool:
    """Whether all that is known of a writer is an e-mail address."""
    return _JUST_ADDRESS.match(name) is not None


#: A paragraph that is nothing but a byline; a place or a title may follow the names.
_ALONE = re.compile(r"^(?:By|BY|Von|Par|Por|Di|Av|Door)\s+(?P<names>[^\W\d_a-z][^.!?:;]{2,80})$")


def opening_byline(item: Item) -> None:
    """Take a first paragraph that is a byline out of the copy; it is the byline where the format
    gives none."""
    found = _ALONE.match(item.paragraphs[0]) if item.paragraphs else None
    if found is None or found["names"].count(" ") > 9:
        return
    said = set(re.findall(r"\w+", found["names"].lower()))
    known = set(re.findall(r"\w+", item.byline.lower()))
    if item.byline and not is_address(item.byline) and not said & known:
        return
    if not item.byline or is_address(item.byline):
        item.byline = name_of(item.paragraphs[0])
    del item.paragraphs[0]
