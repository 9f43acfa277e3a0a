"""Bytes of IPTC 7901 into its shape."""

from __future__ import annotations

import re

from broadsheet.wire.formats.iptc7901.shape import Message
from broadsheet.wire.formats.wiretext import clean, decoded

_HEADER = re.compile(
    r"^\x01?(?P<source>[A-Za-z]{1,8})(?P<number>\d{2,5})\s+(?P<priority>\d)\s+(?P<category>\w{1,4})\s+"
    r"(?P<words>\d*)\s*(?P<optional>.*)$"
)
_TRAILER = re.compile(r"^\d{6}\s*(?:[A-Z]{1,4}|[+-]\d{4})?\s*[^\W\d_]{3,9}\.?\s*\d{2,4}\s*$")
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d[/T ]\d\d:\d\d\b")
_NOTES = re.compile(r"^#+\s*(?:notebook|notizblock|bloc-notes|bloc de notas)\b", re.IGNORECASE)
_SECRET = re.compile(
    r"following information is not (?:intended )?for publication|"
    r"folgenden informationen sind nicht zur ver(?:ö|oe)ffentlichung|"
    r"informations suivantes ne sont pas destinées|información .{0,20}no (?:es|está) para publicar",
    re.IGNORECASE,
)
_CONTACTS = re.compile(r"^#+\s*.*(?:contact|kontakt|ansprechpartner)", re.IGNORECASE)
#: `dpa grj rmo`, `(SDA/mf ba)`: who worked on it, by initials.
_INITIALS = re.compile(
    r"^(?:[a-zà-ÿ]{2,6}(?: [a-z0-9/]{1,9}){1,8}|[a-z]{2,5}(?:[/-][a-z]{1,5}){1,5}|\((?i:schluss)\).{0,24}|\([A-Za-z]{2,10}\\?/[a-z]{1,4}(?:[ /][a-z]{1,4}){0,4}\))$"
)


def parse(data: bytes) -> list[Message]:
    """Every message of a file."""
    text = decoded(data)
    if "\x01" in text:
        parts = [part for part in re.split(r"(?=\x01)", text) if part.strip("\x00\x04\x7f\n ")]
    else:
        parts = [text.strip("\n ")]
    return [_message(part) for part in parts if part.startswith("\x01") or "\x01" not in text]


def _message(text: str) -> Message:
    message = Message()
    first, _, rest = text.partition("\n")
    header = _HEADER.match(first.strip())
    if header is None:
        message.problems.append(f"its header cannot be read: {clean(first)[:60]}")
        rest = text
    else:
        for name, value in header.groupdict().items():
            setattr(message, name, clean(value).strip())
    head, _, body = rest.partition("\x02") if "\x02" in rest else _unmarked(rest)
    message.keywords = " ".join(clean(head).split()).strip("/ ")
    copy, mark, trailer = body.partition("\x03")
    lines = clean(copy).split("\n")
    if mark:
        rows = [row.strip() for row in clean(trailer).split("\n") if row.strip()]
        dated = [row for row in rows if _TRAILER.match(row) or _ISO.search(row)]
        message.trailer = next(iter([*dated, *rows]), "")
    else:
        _take_trailer(message, lines)
    _take_head(message, lines)
    _take_notes(message)
    return message


def _unmarked(rest: str) -> tuple[str, str, str]:
    """Header and copy where the code between them was stripped: the slug ends with a slash, or
    stands by itself above a head that ends with `=`."""
    lines = rest.split("\n")
    last = next((n for n, line in enumerate(lines[:6]) if line.strip().endswith("/")), -1)
    first = next((n for n, line in enumerate(lines) if line.strip()), -1)
    if last < 0 <= first and not "".join(lines[first + 1 : first + 2]).strip():
        head = [line.rstrip().endswith("=") for line in lines[first + 2 : first + 8]]
        last = first if any(head) and not lines[first].rstrip().endswith("=") else last
    return "\n".join(lines[: last + 1]), "", "\n".join(lines[last + 1 :])


def _take_trailer(message: Message, lines: list[str]) -> None:
    for number in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        if _TRAILER.match(lines[number].strip()):
            message.trailer = lines.pop(number).strip()
            return


def _take_head(message: Message, lines: list[str]) -> None:
    """The lines above the copy end with `=`; where none does, the first lines are the headline."""
    while lines and not lines[0].strip():
        lines.pop(0)
    end = next((n for n, line in enumerate(lines[:12]) if line.rstrip().endswith("=")), None)
    if end is None:
        end = next((n for n, line in enumerate(lines) if not line.strip()), 1) - 1
        end = 0 if end > 3 else end
    message.head = [line.rstrip(" =").strip() for line in lines[: end + 1] if line.strip(" =")]
    message.copy = lines[end + 1 :]


def _take_notes(message: Message) -> None:
    at = next((n for n, line in enumerate(message.copy) if _NOTES.match(line.strip())), None)
    tail = message.copy[at:] if at is not None else []
    message.copy = message.copy[:at] if at is not None else message.copy
    secret = False
    for line in tail:
        if _SECRET.search(line) or _CONTACTS.match(line.strip()):
            secret = True
        if not _NOTES.match(line.strip()) and not _SECRET.search(line):
            (message.secret if secret else message.notes).append(line)
    for rows in (message.copy, message.notes, message.secret):
        while rows and (not rows[-1].strip() or _INITIALS.match(rows[-1].strip())):
            rows.pop()
