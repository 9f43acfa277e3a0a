"""House style: rules from a file, applied to a reading. Each finding names its rule."""

from broadsheet.copydesk.style.engine import in_rank, style_findings
from broadsheet.copydesk.style.shape import Profile, Rule, Style

__all__ = ["Profile", "Rule", "Style", "in_rank", "style_findings"]
