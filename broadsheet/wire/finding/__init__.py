"""Finding takes by their words."""

from broadsheet.wire.finding.search import Hit, search

__all__ = ["Hit", "search"]
