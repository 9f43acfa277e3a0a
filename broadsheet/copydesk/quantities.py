"""Numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.reading import Quantity

_SCALE = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.])(?P<money>[$£€₹]|Rs\.?\s?|US\$)?(?P<number>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALE)})\b)?"
    r"(?:\s?(?P<unit>%|per\scent|percent|km|kg|mm|cm|m|mph|km/h|tonnes|tons|acres|hectares|miles|metres|"
    r"meters|feet|people|rounds|years|months|weeks|days|hours|minutes)(?![\w]))?"
)


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every number that has a unit, a currency or a scale."""
    for match in _NUMBER.finditer(text):
        money, unit, scale = match["money"], match["unit"], match["scale"]
        if not (money or unit or scale):
            continue
        value = float(match["number"].replace(",", "")) * _SCALE.get(scale or "", 1)
        words = unit or (money or "").strip() or ""
        yield Quantity(*match.span(), match[0], value, "%" if words.startswith("per") else words)
