"""Sample files of wire formats, each beside what must be read in it: `name.ending` and
`name.expected.json`, a list of items of which only the fields that are named are compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from broadsheet.wire import formats

SAMPLES = Path(__file__).parent / "samples"


def names(folder: str) -> list[str]:
    """The files of one format."""
    return sorted(
        path.name
        for path in (SAMPLES / folder).iterdir()
        if not path.name.endswith(".expected.json")
    )


def read(folder: str, name: str) -> list[dict[str, Any]]:
    """The items of a sample, as `take --dry-run --json` prints them."""
    data = (SAMPLES / folder / name).read_bytes()
    return [item.to_json() for item in formats.items(data, name=name)]


def expected(folder: str, name: str) -> list[dict[str, Any]]:
    """What must be read in it."""
    path = SAMPLES / folder / f"{name.rpartition('.')[0]}.expected.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def seen(folder: str, name: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What was read, cut down to the fields that are expected, and what is expected."""
    wanted = expected(folder, name)
    got = read(folder, name)
    shown = [{key: item[key] for key in row} for row, item in zip(wanted, got, strict=False)] + got[
        len(wanted) :
    ]
    return shown, wanted
