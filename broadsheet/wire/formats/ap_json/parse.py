"""Bytes of AP's Media API into its shape."""

from __future__ import annotations

from typing import Any

from broadsheet.wire.formats.ap_json.shape import ApItem
from broadsheet.wire.formats.json_values import load, rows, text, texts
from broadsheet.wire.formats.ninjs.parse import ninjs_of, objects_in
from broadsheet.wire.formats.ninjs.shape import Ninjs


def parse(data: bytes) -> list[ApItem]:
    """Every item of a message: one, a feed's, or a search's.

    Raises:
        ValueError: it is no JSON, or holds no object.
    """
    value, problems = load(data)
    found = [_item(said) for said in objects_in(value)]
    if not found:
        raise ValueError("it holds no item")
    beside = value.get("nitf") if isinstance(value, dict) else None
    if len(found) == 1 and isinstance(beside, dict):
        # Who fetched the copy for the message laid it beside.
        _lay_in(found[0].ninjs, beside)
    for one in found:
        # AP goes beyond the standard in many properties; only what was mended is worth saying.
        one.ninjs.problems = list(problems)
    return found


def _lay_in(shape: Ninjs, beside: dict[str, Any]) -> None:
    shape.bodies = shape.bodies or ninjs_of(beside).bodies


def _item(value: dict[str, Any]) -> ApItem:
    said = {name.lower(): inner for name, inner in value.items()}
    place = said.get("datelinelocation")
    city = text(place.get("city") or place.get("name")) if isinstance(place, dict) else ""
    signed = [text(row.get("by") or row.get("name")) for row in rows(said.get("bylines"))]
    if not any(signed) and isinstance(maker := said.get("photographer"), dict):
        signed = [text(maker.get("name"))]
    shape = ApItem(ninjs_of(value), [name for name in signed if name], city)
    shape.credit = text(said.get("description_creditline")) or next(
        (text(row.get("name")) for row in rows(said.get("infosource"))), ""
    )
    shape.signals = [*texts(said.get("signals")), *texts(said.get("editorialtypes"))]
    files = said.get("renditions")
    if isinstance(files, dict) and isinstance(files.get("nitf"), dict):
        shape.copy_at = text(files["nitf"].get("href"))
    return shape
