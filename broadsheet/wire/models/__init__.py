"""The nouns of the wire, one file each."""

from broadsheet.wire.models.agency import Agency
from broadsheet.wire.models.delivery import Delivery
from broadsheet.wire.models.take import Take
from broadsheet.wire.models.thread import Link, Mark, Parting, Thread
from broadsheet.wire.models.wire import Wire

__all__ = ["Agency", "Delivery", "Link", "Mark", "Parting", "Take", "Thread", "Wire"]
