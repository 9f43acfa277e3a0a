"""Bytes of ANPA 1312 into its shape."""

from __future__ import annotations

import re

from broadsheet.wire.formats.anpa.shape import Dispatch
from broadsheet.wire.formats.wiretext import clean, decoded, joined

_FIRST = re.compile(r"^(?P<service>[A-Za-z])(?P<number>\d{4})\x1f?(?P<selector>[\w-]*)\s*$")
_SECOND = re.compile(
    r"^(?P<priority>[a-z])\s*(?P<category>[a-z])\s*(?:(?P<cycle>[a-z]{2})-)?(?P<slug>[^\s,]+)(?P<version>.*?)\s+"
    r"(?P<date>\d{1,2}-\d{1,2})(?:\s+(?P<words>\d{1,5}))?\s*$",
    re.IGNORECASE,
)
#: `AP-WF-03-06-26 1605GMT`, and `KWS-21:37-09-12-18` with the clock first.
_TIME = re.compile(
    r"\b[A-Z]{2,5}-[A-Z]{2,5}-\d\d-\d\d-\d\d\s+\d{4}\s*(?:[A-Z]{3,4})?"
    r"|^[ \t]*[A-Z]{2,5}-\d\d:\d\d-\d\d-\d\d-\d\d[ \t]*$",
    re.MULTILINE,
)
#: The first head line says the slug once more: `BC-AS--China-Escape, 3rd Ld-Writethru,827`,
#: `BC-10 Things to Know,364`.
_SLUG = re.compile(
    r"^(?:(?P<cycle>[A-Z]{2})-)?(?P<slug>[A-Z]{2,4}--[^,<]+|[A-Z][\w.'’]*-[^,<\s]+|(?<=^[A-Z]{2}-)[^,<]+(?=,.*\d$))"
    r"(?P<version>,[^<]*)?$"
)
#: `1st Ld-Writethru, a0512`: the take that this one leads anew.
_EARLIER = re.compile(r"[,\s]+([a-zA-Z]\d{4})$")
#: A service's own number for the item (`*9006`).
_SELECTOR = re.compile(r"^\*\d+$")
#: Copy that is over, and whose it was: `==Kyodo`.
_SIGNED = re.compile(r"^[=\s]+[A-Z][A-Za-z]{1,12}\s*$", re.MULTILINE)


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
        shape.trailer = found[0].strip()
        text = text[: found.start()]
    lines = text.replace("\x02", "").replace("\x03", "").split("\n")
    if any(line.startswith("^") for line in lines):
        _take_marked(shape, lines)
    else:
        _take_plain(shape, lines)
    _take_slug(shape)


def _take_marked(shape: Dispatch, lines: list[str]) -> None:
    """Heads behind `^`, paragraphs behind tabs; a line with neither goes on with a paragraph, or
    is a row of the table that a head has opened."""
    in_rows = False
    for line in lines:
        words = clean(line).strip()
        if not words.strip("^<=_+ "):
            in_rows = in_rows and bool(words)
        elif line.startswith("^"):
            in_rows = _is_row(words[1:])
            for head in re.split(r"<\s*\^", words):
                _take_head(shape, head.strip("^<= "), in_rows)
        elif line[0] in "\t\x08 " or not shape.paragraphs or in_rows or not shape.paragraphs[-1]:
            in_rows = in_rows or line[0] not in "\t\x08 "
            shape.paragraphs.append(_tidied(words, in_rows))
        else:
            shape.paragraphs[-1] = f"{shape.paragraphs[-1]} {_tidied(words, False)}"


def _take_head(shape: Dispatch, head: str, is_row: bool) -> None:
    if not head or _SELECTOR.match(head):
        return
    if is_row or shape.paragraphs:
        shape.paragraphs.append(_tidied(head, is_row))
    else:
        shape.heads.append(_tidied(head, False))


def _is_row(words: str) -> bool:
    """Whether a head is the first row of a table: columns with `;` or wide gaps between."""
    return len(re.findall(r"\S(?:;|\s{2,})(?=\S)", words)) >= 2


def _take_plain(shape: Dispatch, lines: list[str]) -> None:
    """Copy without marks: heads until the first line that is indented."""
    text = _SIGNED.sub("", "\n".join(lines))
    lines = text.split("\n")
    copy = next((n for n, line in enumerate(lines) if line[:1] in {" ", "\t"} and line.strip()), 0)
    rows = [clean(line).strip() for line in lines[:copy] if line.strip()]
    if rows and shape.slug and rows[0].endswith(shape.slug):
        rows.pop(0)
    shape.heads += [part.strip() for part in " ".join(rows).split("+") if part.strip()]
    shape.paragraphs = joined([clean(line) for line in lines[copy:]])


def _take_slug(shape: Dispatch) -> None:
    if shape.heads and (found := _SLUG.match(shape.heads[0])):
        shape.heads.pop(0)
        shape.cycle = found["cycle"] or shape.cycle
        shape.slug = found["slug"].strip() or shape.slug
        version = re.sub(r",\s*\d+$", "", (found["version"] or "")).strip(" ,")
        shape.version = version or shape.version
    if earlier := _EARLIER.search(shape.version):
        shape.earlier = earlier[1]
        shape.version = shape.version[: earlier.start()].strip(" ,")


def _tidied(words: str, is_row: bool) -> str:
    """Quotation marks, dashes and halves that the teletype wrote with what it had."""
    words = " ".join(words.strip("^<= ").split())
    if is_row:
        return re.sub(r"(?<=[\d;])\{", "½", words)
    words = re.sub(r"``", "“", words)
    words = re.sub(r"''", "”", words)
    return re.sub(r"(?<=\S) _ (?=\S)", " – ", words)
