"""Wire formats: bytes in, items out. Pure: nothing here knows of Django or of the network."""

from __future__ import annotations

import importlib
from typing import Any

from broadsheet.wire.formats.characters import marked
from broadsheet.wire.formats.detect import format_of, is_binary
from broadsheet.wire.formats.item import Item

#: Format → folder with its `parse` and `adapt`, loaded only when one of its files comes.
FOLDERS = {
    "newsml-g2": "newsml_g2", "newsml-1": "newsml_1", "nitf": "nitf", "ninjs": "ninjs",
    "iptc7901": "iptc7901", "anpa": "anpa", "rss": "rss", "atom": "atom", "jsonfeed": "jsonfeed",
    "ap-json": "ap_json", "dpa-json": "dpa_json", "mail": "mail", "html": "html", "text": "text",
    "wxr": "wxr",
}  # fmt: skip


def items(data: bytes, *, name: str = "") -> list[Item]:
    """Everything in a file, at least one item; one that could not be read says why.

    Args:
        data: the file.
        name: what it is called, for its problems; the format is never taken from it.
    """
    data = marked(data)
    found = format_of(data)
    if found is None:
        return [Item(format=None, kind="other", problems=[_what_it_is(data)])]
    try:
        return _read(found, data) or [
            Item(format=found, kind="other", problems=["it holds no item"])
        ]
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file does is said, not raised
        why = f"it looks like {found} but cannot be read: {type(error).__name__}: {error}"
        return [Item(format=found, kind="other", problems=[why])]


def _what_it_is(data: bytes) -> str:
    if not data.strip():
        return "the file is empty"
    if is_binary(data[:4096]):
        return "it is no text: a picture, a document or a program"
    return "it is in no known format"


def _read(found: str, data: bytes) -> list[Item]:
    folder = f"{__name__}.{FOLDERS[found]}"
    parse: Any = importlib.import_module(f"{folder}.parse")
    adapt: Any = importlib.import_module(f"{folder}.adapt")
    found_items: list[Item] = adapt.adapt(parse.parse(data))
    return found_items
