"""The nouns of the wire, one file each."""

from broadsheet.wire.models.agency import Agency
from broadsheet.wire.models.delivery import Delivery
from broadsheet.wire.models.reading import TakeReading
from broadsheet.wire.models.take import Take
from broadsheet.wire.models.thread import Decision, Link, Mark, Parting, Seen, Thread
from broadsheet.wire.models.waiting import Waiting
from broadsheet.wire.models.wire import Wire

__all__ = [
    "Agency",
    "Decision",
    "Delivery",
    "Link",
    "Mark",
    "Parting",
    "Seen",
    "Take",
    "TakeReading",
    "Thread",
    "Waiting",
    "Wire",
]
