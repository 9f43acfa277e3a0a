"""What a ninjs object says, the same for versions 1, 2 and 3 (https://iptc.org/std/ninjs/).

Version 1 puts variants into the names of properties (`body_xhtml`), version 2 into lists of
objects (`bodies`), version 3 writes its names in camel case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Words:
    """One variant of a text: its role (`main`, `xhtml`, `caption` ...), its type, its value."""

    role: str
    type: str
    value: str

    @property
    def is_markup(self) -> bool:
        """Whether it is HTML or NITF rather than plain text."""
        return (
            "html" in self.type or "xml" in self.type or "html" in self.role or "nitf" in self.role
        )


@dataclass(slots=True)
class Rendition:
    """One file of a picture, film or sound."""

    name: str
    href: str
    type: str
    width: int


@dataclass(slots=True)
class Ninjs:
    """One object: an item, or what is associated with one."""

    said: dict[str, Any] = field(default_factory=dict)
    headlines: list[Words] = field(default_factory=list)
    bodies: list[Words] = field(default_factory=list)
    descriptions: list[Words] = field(default_factory=list)
    renditions: list[Rendition] = field(default_factory=list)
    associations: list[Ninjs] = field(default_factory=list)
    altids: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
