"""Corrections as readers see them."""

from __future__ import annotations

from broadsheet.paper.models import Correction, Masthead
from broadsheet.paper.web.asking import href
from broadsheet.paper.web.contract import CorrectionView, Link
from broadsheet.paper.web.moments import moment
from broadsheet.paper.web.tongues import tongue_of


def corrected(correction: Correction, masthead: Masthead) -> CorrectionView:
    """One correction with the story that it belongs to."""
    story = correction.story
    return CorrectionView(
        kind=str(correction.get_kind_display()).capitalize(),
        text=correction.text,
        made=moment(correction.made, masthead.zone),
        story=Link(text=story.headline, href=href(story.address)),
        tongue=tongue_of(story, masthead),
    )
