"""Counts the work of readings, so that a test of growth needs no clock.

Run as a program, with JSON `{name: [unit, ...lengths]}` on its standard input; it prints
`{name: [work, ...]}`. Work is the lines of the desk's own code that ran (every turn of a loop
again) and the characters that its patterns walked over. It must be a process of its own: patterns
are counted from the moment they are compiled, and the desk compiles most of them on import.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

WORK = {"lines": 0, "characters": 0}
_MOST = sys.maxsize


class Counted:
    """A compiled pattern that counts how far each search walks; all else is the pattern's own."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.own = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self.own, name)

    def search(self, text: str, pos: int = 0, endpos: int = _MOST) -> re.Match[str] | None:
        found = self.own.search(text, pos, endpos)
        last = found.end() if found else min(endpos, len(text))
        WORK["characters"] += max(0, last - pos) + 1
        return found

    def match(self, text: str, pos: int = 0, endpos: int = _MOST) -> re.Match[str] | None:
        return self._at_once(self.own.match(text, pos, endpos))

    def fullmatch(self, text: str, pos: int = 0, endpos: int = _MOST) -> re.Match[str] | None:
        return self._at_once(self.own.fullmatch(text, pos, endpos))

    def _at_once(self, found: re.Match[str] | None) -> re.Match[str] | None:
        WORK["characters"] += 1 + (found.end() - found.start() if found else 0)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int = _MOST) -> Iterator[re.Match[str]]:
        at = pos
        for found in self.own.finditer(text, pos, endpos):
            WORK["characters"] += found.end() - at + 1
            at = found.end()
            yield found
        WORK["characters"] += max(0, min(endpos, len(text)) - at)

    def findall(self, text: str, pos: int = 0, endpos: int = _MOST) -> list[Any]:
        WORK["characters"] += max(0, min(endpos, len(text)) - pos)
        return self.own.findall(text, pos, endpos)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        WORK["characters"] += len(text)
        return self.own.split(text, maxsplit)

    def sub(self, mend: Any, text: str, count: int = 0) -> str:
        WORK["characters"] += len(text)
        return self.own.sub(mend, text, count)


def count_patterns() -> None:
    """From now on every pattern that is compiled counts its work."""
    compile_ = re.compile

    def compile_counted(pattern: Any, flags: int = 0) -> Any:
        own = pattern.own if isinstance(pattern, Counted) else compile_(pattern, flags)
        return Counted(own) if isinstance(own.pattern, str) else own

    def at_once(name: str) -> Callable[..., Any]:
        def call(pattern: Any, *rest: Any, flags: int = 0) -> Any:
            return getattr(compile_counted(pattern, flags), name)(*rest)

        return call

    names = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
    for name, own in (("compile", compile_counted), *((one, at_once(one)) for one in names)):
        setattr(re, name, own)


def count_lines(frame: FrameType, event: str, argument: Any) -> Any:
    """For sys.settrace: counts the lines of the desk's own functions, and of no others."""
    if "/broadsheet/copydesk/" not in frame.f_code.co_filename.replace("\\", "/"):
        return None
    WORK["lines"] += 1
    return count_line


def count_line(frame: FrameType, event: str, argument: Any) -> Any:
    """One more line."""
    WORK["lines"] += event == "line"
    return count_line


def main() -> None:
    """Count what is asked for."""
    asked = json.load(sys.stdin)
    count_patterns()
    from datetime import date

    from broadsheet import copydesk
    from broadsheet.copydesk.style import choose_style

    style = choose_style("uk", "")
    answer: dict[str, list[int]] = {}
    for name, (unit, *lengths) in asked.items():
        # The first reading, of another length, fills what is kept between readings.
        for length in (lengths[0] // 2, *lengths):
            text = "Gate opens\n\n" + unit * (length // len(unit))
            WORK.update(lines=0, characters=0)
            sys.settrace(count_lines)
            copydesk.read(text, published=date(2026, 3, 6), style=style)
            sys.settrace(None)
            answer.setdefault(name, []).append(sum(WORK.values()))
        del answer[name][0]
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
