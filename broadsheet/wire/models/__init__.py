"""The nouns of the wire, one file each."""

from broadsheet.wire.models.agency import Agency

__all__ = ["Agency"]
