"""House style: rules from a file, applied to a reading. Each finding names its rule."""

from broadsheet.copydesk.style.choose import AUTO, NONE, choose_style, tongue_of
from broadsheet.copydesk.style.engine import in_rank, style_findings
from broadsheet.copydesk.style.profile import spoken
from broadsheet.copydesk.style.reader import known, load_style, shipped
from broadsheet.copydesk.style.shape import Profile, Rule, Style, StyleError

__all__ = [
    "AUTO",
    "NONE",
    "Profile",
    "Rule",
    "Style",
    "StyleError",
    "choose_style",
    "in_rank",
    "known",
    "load_style",
    "shipped",
    "spoken",
    "style_findings",
    "tongue_of",
]
