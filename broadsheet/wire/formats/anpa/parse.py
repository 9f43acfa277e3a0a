"""Bytes of ANPA 1312 into its shape."""

from __future__ import annotations

import re

from broadsheet.wire.formats.anpa.shape import Dispatch
from broadsheet.wire.formats.wiretext import clean, decoded

_FIRST = re.compile(r"^(?P<service>[A-Za-z])(?P<number>\d{4})\x1f?(?P<selector>[\w-]*)\s*$")
_SECOND = re.compile(
    r"^(?P<priority>[a-z])\s*(?P<category>[a-z])\s*(?:(?P<cycle>[a-z]{2})-)?(?P<slug>[^\s,]+)(?P<version>.*?)\s+"
    r"(?P<date>\d{1,2}-\d{1,2})(?:\s+(?P<words>\d{1,5}))?\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b[A-Z]{2,5}-[A-Z]{2,5}-(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)\s+(?P<clock>\d{4})\s*(?P<zone>[A-Z]{3,4})?",
)
#: The first head line says the slug once more: `BC-AS--China-Escape, 3rd Ld-Writethru,827`.
_SLUG = re.compile(
    r"^(?:(?P<cycle>[A-Z]{2})-)?(?P<slug>[A-Z]{2,4}--[^,<]+|[A-Z][\w.]*-[^,<\s]+)(?P<version>,[^<]*)?$"
)


def parse(data: bytes) -> list[Dispatch]:
    """Every message of a file."""
    text = decoded(data)
    parts = re.split(r"(?=\x16\x16\x01)", text) if "\x16\x16\x01" in text else [text]
    return [_dispatch(part) for part in parts if part.strip("\x00\x04\x16\n ")]


def _dispatch(text: str) -> Dispatch:
    shape = Dispatch()
    lines = text.lstrip("\x16\x01\x00\n ").split("\n")
    first = _FIRST.match(lines[0].strip()) if lines else None
    if first:
        shape.service, shape.number = first["service"], first["number"]
        shape.selector = first["selector"].strip("-")
        lines.pop(0)
    second = _SECOND.match(clean(lines[0]).strip()) if lines else None
    if second:
        for name in ("priority", "category", "cycle", "slug", "words"):
            setattr(shape, name, second[name] or "")
        shape.version = second["version"].strip(" ,")
        lines.pop(0)
    if not first or not second:
        shape.problems.append("its header cannot be read")
    _take_text(shape, "\n".join(lines))
    return shape


def _take_text(shape: Dispatch, text: str) -> None:
    """Heads until the first paragraph; whatever follows the time is no copy."""
    found = _TIME.search(text)
    if found:
        shape.trailer = found[0]
        text = text[: found.start()]
    for line in re.split(r"\n(?=[\t^\x08])|\n\s*\n", text.replace("\x02", "").replace("\x03", "")):
        words = " ".join(clean(line).split())
        if line.lstrip("\n").startswith("^") and not shape.paragraphs:
            head = words.strip("^<= ")
            if head:
                shape.heads.append(head)
        elif words.strip("^<=_ "):
            shape.paragraphs.append(_marks(words.strip("^<= ")))
    _take_slug(shape)


def _take_slug(shape: Dispatch) -> None:
    if shape.heads and (found := _SLUG.match(shape.heads[0])):
        shape.heads.pop(0)
        shape.cycle = found["cycle"] or shape.cycle
        shape.slug = found["slug"].strip() or shape.slug
        version = re.sub(r",\s*\d+$", "", (found["version"] or "")).strip(" ,")
        shape.version = version or shape.version


def _marks(words: str) -> str:
    """Quotation marks and dashes that the teletype wrote with what it had."""
    words = re.sub(r"``", "“", words)
    words = re.sub(r"''", "”", words)
    return re.sub(r"(?<=\S) _ (?=\S)", " – ", words)
