"""Bytes of a text file into its shape."""

from __future__ import annotations

import re

from broadsheet.copydesk.source_text import decode
from broadsheet.wire.formats.release import is_label
from broadsheet.wire.formats.text.shape import TextFile
from broadsheet.wire.formats.text.telex import is_telex, open_envelope

#: Labels that people write above copy, and the one word that we have for each.
LABELS = {
    "headline": "headline", "title": "headline", "head": "headline",
    "byline": "byline", "by": "byline", "author": "byline",
    "slug": "slugline", "slugline": "slugline",
    "dateline": "dateline", "place": "dateline",
    "credit": "credit", "source": "credit", "agency": "credit",
    "copyright": "copyright",
    "date": "date", "published": "date",
    "language": "language",
    "keywords": "keywords", "tags": "keywords",
    "embargo": "embargo", "embargoed until": "embargo", "hold until": "embargo",
}  # fmt: skip
_LABEL = re.compile(r"^\s*([A-Za-z][A-Za-z ]{1,20}?)\s*:\s+(\S.*?)\s*$")
#: Teleprinter's controls: start and end of heading and text, bell, and the like.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def parse(data: bytes) -> TextFile:
    """Read a text file.

    Raises:
        CopyError: it is empty, too long or no text.
    """
    decoded = decode(data)
    file = TextFile()
    if decoded.guessed:
        file.problems.append(f"read as {decoded.encoding}, which is a guess")
    text = _CONTROLS.sub("", decoded.text.lstrip("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_telex(text):
        file.labels, file.copy = open_envelope(text)
        return file
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        found = _LABEL.match(lines[at])
        label = LABELS.get(found[1].lower()) if found else None
        if found and label:
            file.labels.setdefault(label, found[2])
        elif lines[at].strip() or not file.labels:
            break
        at += 1
    # One label alone may be the first line of the copy itself ("Credit: banks lend less").
    released = at < len(lines) and is_label(lines[at])
    sure = {"headline", "embargo", "slugline"} & file.labels.keys()
    if len(file.labels) < 2 and not sure and not released:
        file.labels, at = {}, 0
    file.copy = "\n".join(lines[at:])
    return file
