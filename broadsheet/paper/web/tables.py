"""A table of Wagtail's table block as rows of cells, with its heads and merged cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from broadsheet.paper.web.contract import Cell, TableView


def table(value: Mapping[str, Any] | None) -> TableView | None:
    """The table; None if it has no words."""
    data = [[str(cell or "").strip() for cell in row] for row in (value or {}).get("data") or []]
    if value is None or not any(any(row) for row in data):
        return None
    heads = 1 if value.get("first_row_is_table_header") else 0
    merged = {(m["row"], m["col"]): m for m in value.get("mergeCells") or []}
    rows = tuple(
        tuple(
            _cell(text, r, c, heads, bool(value.get("first_col_is_header")), merged)
            for c, text in enumerate(row)
            if not _covered(r, c, merged)
        )
        for r, row in enumerate(data)
    )
    caption = str(value.get("table_caption") or "")
    return TableView(caption=caption, head=rows[:heads], rows=rows[heads:])


def _cell(text: str, row: int, column: int, heads: int, first: bool, merged: Any) -> Cell:
    spans = merged.get((row, column), {})
    head = "col" if row < heads else "row" if first and column == 0 else ""
    return Cell(text=text, head=head, across=spans.get("colspan", 1), down=spans.get("rowspan", 1))


def _covered(row: int, column: int, merged: Any) -> bool:
    """Whether another cell is spread over this one."""
    return any(
        (row, column) != (top, left)
        and top <= row < top + spans["rowspan"]
        and left <= column < left + spans["colspan"]
        for (top, left), spans in merged.items()
    )
