"""The lines that agencies set above copy which they send as running text: the slug, words to the
editors, who wrote it and what they are."""

from __future__ import annotations

import re

from broadsheet.wire.formats.bylines import name_of
from broadsheet.wire.formats.item import Item, Note

#: `BC-EU--Selby-Lock, 1st Ld-Writethru`.
SLUG = re.compile(
    r"^(?:[A-Z]{2}-)?(?P<slug>[A-Z]{2,4}--[^,\n]{2,60})(?:,\s*[^,\n]{2,40})?(?:,\s*\d{2,4})?$"
)
_NOTE = re.compile(r"^[(\[]?(?:Eds|EDS|Editors|EDITORS)\b\.?:\s*(?P<words>.{3,}?)[)\]]?$")
_BYLINE = re.compile(r"^(?:By|BY)\s+[^\W\d_a-z][^.!?:;]{2,80}$")
_POST = re.compile(
    r"^(?:(?:The )?Associated Press|.{2,40}\b(?:Writer|Editor|Correspondent|Reporter|Staff))$"
)
#: Lines from the top that may be such.
_LINES = 10


def take_head(item: Item, lines: list[str]) -> list[str]:
    """The lines without those that are the agency's; what these say is put into the item. Lines
    that open with neither a slug nor a word to the editors are left as they are, since the copy
    desk reads them."""
    head = [line.strip() for line in lines[:_LINES]]
    if not any(SLUG.match(line) or _NOTE.match(line) for line in head):
        return lines
    kept: list[str] = []
    for number, line in enumerate(lines):
        said = line.strip()
        if number >= _LINES:
            kept.append(line)
        elif found := SLUG.match(said):
            take_slug(item, said, found["slug"])
        elif found := _NOTE.match(said):
            item.notes.append(Note("editors", found["words"], public=False))
        elif _BYLINE.match(said):
            item.byline = item.byline or name_of(said)
            # Headline above and copy below are no neighbours.
            kept.append("")
        elif not (_POST.match(said) and item.byline):
            kept.append(line)
    return kept


def take_slug(item: Item, line: str, slug: str) -> None:
    """A slug, and what the take is by the words behind it."""
    item.slugline = item.slugline or slug.strip()
    version = line.partition(",")[2].strip()
    if item.version is None and version and not version.isdigit():
        item.version = re.sub(r",\s*\d+$", "", version)
