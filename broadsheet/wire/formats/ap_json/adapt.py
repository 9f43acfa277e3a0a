"""An object of AP's Media API into an item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from broadsheet.wire.formats.ap_json.shape import ApItem
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.item import Item
from broadsheet.wire.formats.json_values import rows, text, texts
from broadsheet.wire.formats.ninjs.adapt import item_of, steady

#: AP's marks for second thoughts, and the house's.
_SIGNALS = {
    "correction": "correction", "corrective": "correction", "clarification": "correction",
    "kill": "kill", "withhold": "kill", "elimination": "kill", "advisory": "advisory",
    "writethru": "update", "update": "update", "add": "update", "lead": "update",
    "embargo": "embargo", "holdforrelease": "embargo",
}  # fmt: skip
_TO_THE_DESK = frozenset(["daybook", "advisory", "digest", "planner"])


def adapt(shapes: Sequence[ApItem]) -> list[Item]:
    """An item for each object."""
    return [_item(shape) for shape in shapes]


def _item(shape: ApItem) -> Item:
    said = shape.ninjs.said
    shape.ninjs.renditions = [r for r in shape.ninjs.renditions if r.href != shape.copy_at]
    item = item_of(shape.ninjs, "ap-json")
    item.guid = shape.ninjs.altids.get("itemid") or steady(text(said.get("uri")))
    # Whoever made it, it is AP that sends it and answers for it.
    item.credit = shape.credit or item.agency or "AP"
    item.agency = "AP"
    item.byline = byline(shape.bylines) or item.byline
    item.dateline = item.dateline or shape.dateline
    for mark in shape.signals:
        signal = _SIGNALS.get(mark.lower().replace(" ", "").replace("-", ""))
        if signal and signal not in item.signals:
            item.signals.append(signal)
    if _is_advisory(said) and "advisory" not in item.signals:
        item.signals.append("advisory")
    if "kill" in item.signals and item.status == "usable":
        item.status = "canceled"
    if shape.copy_at:
        item.links.append(steady(shape.copy_at))
        if not item.paragraphs:
            item.problems.append("the copy is not in the message; it lies at its NITF link")
    elif not (item.headline or item.paragraphs or item.media) and item.status == "usable":
        item.problems.append("it holds no words and no files")
    if not item.guid:
        item.problems.append("it has no id")
    return item


def _is_advisory(said: dict[str, Any]) -> bool:
    """Daybooks and digests tell the desk what is to come; `v` is AP's category for such."""
    categories = [row for row in rows(said.get("subject")) if "category" in texts(row.get("rels"))]
    return text(said.get("profile")).lower() in _TO_THE_DESK or any(
        text(row.get("code")).lower() == "v" for row in categories
    )
