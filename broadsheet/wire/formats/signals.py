"""Second thoughts that stand in an item's words."""

from __future__ import annotations

import re

from broadsheet.wire.formats.item import Item

_WORDS = (
    (
        "kill",
        re.compile(
            r"^\W*(?:kill|mandatory kill|bulletin kill|eliminate|withdraw(?:n|al)?)\b[:\s-]", re.I
        ),
    ),
    ("correction", re.compile(r"^\W*(?:correct(?:ed|ion|s)|corr)\b\W", re.I)),
    ("repeat", re.compile(r"^\W*(?:rpt|repeat(?:ing|s)?|refile)\b\W", re.I)),
    ("update", re.compile(r"^\W*(?:update\s*\d+|updates?)\b\W|\b\d+(?:st|nd|rd|th)\s+ld\b", re.I)),
    ("advisory", re.compile(r"^\W*(?:advisory|note to editors|attention editors)\b", re.I)),
)


def mark(item: Item) -> None:
    """Add the signals that the headline and slugline give."""
    for text in (item.headline, item.slugline):
        for name, pattern in _WORDS:
            if pattern.search(text) and name not in item.signals:
                item.signals.append(name)
    if item.embargo and "embargo" not in item.signals:
        item.signals.append("embargo")
