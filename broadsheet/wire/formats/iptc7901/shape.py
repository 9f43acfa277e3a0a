"""What an IPTC 7901 message says (IPTC 7901, "Text Transmission Format", 1995).

SOH header, STX text, ETX trailer, EOT; in many archives the control codes have been stripped.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Message:
    """One message.

    Attributes:
        source, number: the service's letters and its serial number (`bdt`, `0042`).
        priority, category, words: as the header gives them, empty where it does not.
        optional: what stands behind the word count: the agency, a time.
        keywords: the slug, without the slash at its end.
        head: the lines above the copy (marks, headline, byline), unwrapped.
        copy: the lines of the copy.
        notes: what may be printed of what stands under it.
        secret: what may not.
        trailer: the line behind the copy with its time.
    """

    source: str = ""
    number: str = ""
    priority: str = ""
    category: str = ""
    words: str = ""
    optional: str = ""
    keywords: str = ""
    head: list[str] = field(default_factory=list)
    copy: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    secret: list[str] = field(default_factory=list)
    trailer: str = ""
    problems: list[str] = field(default_factory=list)
