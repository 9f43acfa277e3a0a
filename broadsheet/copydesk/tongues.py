"""Speakers in copy that is not English: the shapes of Urdu, Hindi and Arabic news prose."""

from __future__ import annotations

import re

from broadsheet.copydesk.reading import Span

_NAME = r"[^\s،۔,.؛:«»“”\"]+"
_WAYS = (
    # Urdu and Hindi: the speaker, the particle of the doer, the verb.
    re.compile(
        rf"[\s،,“”»\"]*(?P<speaker>{_NAME}(?:\s{_NAME}){{0,4}}?)\s(?:نے|ने)\s(?:کہا|بتایا|कहा|बताया)"
    ),
    # Arabic: the verb, then the speaker.
    re.compile(
        rf"[\s،,“”»\"]*(?:و?قالت?|و?أضافت?|و?صرحت?|و?أوضحت?|و?أكدت?)\s(?P<speaker>{_NAME}(?:\s{_NAME}){{0,4}})"
    ),
)


def speaker_in_other_tongues(text: str, at: int, end: int) -> Span | None:
    """Who is named right behind the quotation that closes at `at`, up to `end`."""
    for way in _WAYS:
        match = way.match(text, at, min(end, at + 200))
        if match is not None:
            return match.span("speaker")
    return None
