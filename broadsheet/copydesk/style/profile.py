"""Who is spoken to, and of what: an agency's copy is read by the profile that the style has for it."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.reading import Finding, Reading
from broadsheet.copydesk.style.shape import LEVELS, Profile, Style

#: Nobody can ring an agency: of its copy only what must be fixed is said.
AGENCY = Profile(levels=("fix",))
EVERY_OTHER = "*"


def profile_of(style: Style | None, agency: str) -> Profile:
    """The profile for the copy of `agency`; empty: the paper's own copy."""
    if not agency:
        return Profile()
    held = style.agencies if style else {}
    return held.get(agency.casefold()) or held.get(EVERY_OTHER) or AGENCY


def style_for(style: Style, agency: str) -> Style:
    """The style whose rules hold for the copy of `agency`."""
    named = profile_of(style, agency).style
    return style.others.get(named, style) if named else style


def spoken(reading: Reading, style: Style | None) -> Iterator[Finding]:
    """The findings that are worth a person's time, as the style's profiles have it."""
    profile = profile_of(style, reading.agency)
    levels = profile.levels or (style.levels if style else LEVELS)
    off = profile.off | (style.off if style else frozenset())
    for finding in reading.findings:
        if finding.level in levels and finding.check not in off:
            yield finding
