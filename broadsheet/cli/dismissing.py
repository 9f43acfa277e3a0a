"""What was dismissed, for `broadsheet check`: from the paper's folder and from beside the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cli.copy_in import CopyIn, NoCopyError, take_in
from broadsheet.cli.desk import Desk
from broadsheet.cli.findings_shown import Lines

if TYPE_CHECKING:
    from broadsheet.copydesk import Finding
    from broadsheet.copydesk.dismissals import Dismissal

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The rows that hold for one copy."""

    rows: tuple[Dismissal, ...]

    @classmethod
    def for_copy(cls, desk: Desk, copy: CopyIn) -> Dismissed:
        """Those of the paper and those beside the file.

        Raises:
            NoCopyError: a file of dismissals cannot be used.
        """
        return cls(tuple(row for path in _files(desk, copy.name) for row in _rows(path)))

    def parted(self, text: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that are open, and those that are dismissed."""
        from broadsheet.copydesk.dismissals import is_dismissed

        parts: tuple[list[Finding], list[Finding]] = ([], [])
        for finding in findings:
            parts[is_dismissed(text, finding, self.rows)].append(finding)
        return parts


def dismiss(desk: Desk, rule: str, place: str, today: date) -> None:
    """Dismiss what a rule finds in a line, and say so.

    Args:
        rule: the id of a check, or a house style's rule with or without the style's name.
        place: `FILE:LINE`, as `broadsheet check` prints it; a column behind it is passed over.

    Raises:
        NoCopyError: the place is none, or the rule finds nothing there.
    """
    from broadsheet.copydesk.dismissals import DismissalsError, add, dismissal

    match = _PLACE.fullmatch(place)
    if match is None:
        raise NoCopyError(f"'{place}' is no FILE:LINE, such as copy.txt:7.")
    copy, number = take_in(match["file"]), int(match["line"])
    lines = Lines(copy.text)
    here = [f for f in desk.read(copy.text).findings if lines.at(f.start)[0] == number]
    meant = [f for f in here if rule in {f.check, f.rule}]
    if not meant:
        checks = ", ".join(dict.fromkeys(f.check for f in here)) or "none"
        raise NoCopyError(f"{place}: {rule} finds nothing in this line. What does: {checks}.")
    path = _files(desk, match["file"])[0]
    try:
        new = add(path, (dismissal(copy.text, finding, today) for finding in meant))
    except DismissalsError as error:
        raise NoCopyError(str(error)) from None
    _rows.cache_clear()
    print(f"{rule} is dismissed there (kept in {path})." if new else f"{rule} was dismissed there before.")  # fmt: skip


def _files(desk: Desk, name: str) -> list[Path]:
    """Where dismissals of a copy are kept: the paper's file first, where there is a paper."""
    from broadsheet.copydesk.dismissals import FILE_NAME

    beside = Path(name).parent / FILE_NAME
    own = desk.folder / FILE_NAME if desk.folder else beside
    return [own] if own.absolute() == beside.absolute() else [own, beside]


@lru_cache(maxsize=64)
def _rows(path: Path) -> tuple[Dismissal, ...]:
    from broadsheet.copydesk.dismissals import DismissalsError, load

    try:
        return load(path)
    except DismissalsError as error:
        raise NoCopyError(str(error)) from None
