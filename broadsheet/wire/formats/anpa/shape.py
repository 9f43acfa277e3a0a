"""What an ANPA message says (ANPA 1312, 1989 edition).

`SYN SYN SOH` service level and number, the selector code, then priority, category and slug; `STX`
the text, its head lines each begun by `^` and ended by `<` or `=`, its paragraphs by a tab; `ETX`
the date and time. In many archives the control codes have been stripped.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Dispatch:
    """One message.

    Attributes:
        service, number, selector: of the first line.
        priority, category: letters of the second line.
        cycle: `BC`, `AM`, `PM` or `AP`, before the slug.
        slug: the keyword line without cycle and version.
        version: `1st Ld-Writethru`, `Correction` and the like behind the slug.
        earlier: the number of the take that this one leads anew (`a0512`).
        words: the count that the header gives.
        heads: the lines above the copy.
        paragraphs: the copy.
        trailer: the service's own line with its time.
    """

    service: str = ""
    number: str = ""
    selector: str = ""
    priority: str = ""
    category: str = ""
    cycle: str = ""
    slug: str = ""
    version: str = ""
    earlier: str = ""
    words: str = ""
    heads: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    trailer: str = ""
    problems: list[str] = field(default_factory=list)
