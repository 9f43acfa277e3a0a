"""From takes to stories and back: making a story of a take, following the agency's second
thoughts to every story that came from it, and merging them with what we wrote ourselves."""

from broadsheet.paper.from_wire.making import Made, follow, make_story, stories_of

__all__ = ["Made", "follow", "make_story", "stories_of"]
