"""What a plain text file is before the copy desk has read it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class TextFile:
    """The copy, and what was written above it in lines of `Label: words`, by lower-case label."""

    copy: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
