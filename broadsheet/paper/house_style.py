"""The house style by which this paper's copy is read: that of the setting `style`."""

from __future__ import annotations

import logging

from django.conf import settings

from broadsheet.copydesk import Style
from broadsheet.copydesk.style import StyleError, choose_style

log = logging.getLogger(__name__)


def house_style(text: str) -> Style | None:
    """The style to try on a copy; None when the setting says none. A style file with a mistake
    must not keep a story from the paper: the copy is then read without a style, the log says why,
    and so does `broadsheet check`."""
    try:
        return choose_style(settings.CONFIG.style, text, settings.CONFIG.folder)
    except StyleError as error:
        log.error("Copy is read without a house style: %s", error)
        return None
