"""Mails that a form on the web wrote: their words are a JSON object, field by field."""

from __future__ import annotations

import json

from broadsheet.wire.formats.item import Item, Note, Subject
from broadsheet.wire.formats.json_values import texts
from broadsheet.wire.formats.wiretext import paragraphs_of, place_of

#: A form without these is something else.
_NEEDED = frozenset(["headline", "body"])


def fields_of(words: str) -> dict[str, str]:
    """The form's fields by their names in small letters; nothing where it is no form."""
    if not words.lstrip().startswith("{"):
        return {}
    try:
        said = json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    fields = {name.lower(): "\n\n".join(texts(value)) for name, value in said.items()}
    return fields if fields.keys() >= _NEEDED else {}


def fill(item: Item, fields: dict[str, str]) -> None:
    """Put a form's fields where they belong; who filled it in stays with the desk."""
    item.headline = fields["headline"]
    item.paragraphs = paragraphs_of(fields["body"])
    item.slugline = fields.get("slugline", "")
    item.byline = fields.get("byline", "")
    item.dateline = place_of(fields.get("dateline", ""))
    if category := fields.get("category"):
        item.subjects.append(Subject("", category))
    for role, name, public in (
        ("summary", "abstract", True),
        ("editors", "ednote", False),
        ("author", "username", False),
    ):
        if said := fields.get(name):
            item.notes.append(Note(role, said, public))
