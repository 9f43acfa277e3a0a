"""Transcripts: paragraphs that begin with who speaks, in capitals and with a colon."""

from __future__ import annotations

import re

from broadsheet.copydesk.reading import Span

_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
#: `(CROSSTALK.)`: what happened, said by nobody.
_DIRECTION = re.compile(r"[“\"]?\([A-Z][A-Z .,]+\)\.?[”\"]?\s*")
_OPENING = '“"«„'
_CLOSING = '”"»“'


def label(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """The label of a paragraph and the words spoken behind it, or None.

    Args:
        start, end: the paragraph; a quotation mark before the label belongs to neither.
    """
    match = _LABEL.match(text, start + opens(text, start), end)
    return (match.span("name"), spoken(text, match.end(), end)) if match else None


def opens(text: str, start: int) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return text[start : start + 1] in _OPENING and start < len(text)


def spoken(text: str, start: int, end: int) -> Span:
    """The words from `start` on without the mark that closes them."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
        end -= 1
    return start, end


def is_direction(text: str, start: int, end: int) -> bool:
    """Whether a paragraph says only what happened in the room."""
    return _DIRECTION.fullmatch(text, start, end) is not None
