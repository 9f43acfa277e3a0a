"""What an object of AP's Media API says: ninjs with AP's own properties beside
(https://api.ap.org/media/v/docs/). The copy itself is often only linked, as a NITF rendition."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.ninjs.shape import Ninjs


@dataclass(slots=True)
class ApItem:
    """One item: the ninjs part, and what only AP has.

    Attributes:
        bylines: who wrote it or took it, as AP signs them.
        dateline: the city that it comes from, where AP gives no dateline as it is printed.
        credit: the line for a picture, or the member of AP whose copy it is.
        signals: AP's marks (`newscontent`, `derivative`, `writethru`, `CORRECTION` ...).
        copy_at: where the copy lies when it is not in the message.
    """

    ninjs: Ninjs
    bylines: list[str] = field(default_factory=list)
    dateline: str = ""
    signals: list[str] = field(default_factory=list)
    copy_at: str = ""
    credit: str = ""
