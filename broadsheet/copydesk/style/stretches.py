"""The stretches of a copy that house style looks at, and the places in them that it must not touch."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from broadsheet.copydesk.furniture import related_title
from broadsheet.copydesk.quotes import Quoted, quoted_in
from broadsheet.copydesk.reading import Reading, Span

#: Addresses, handles, tags and code are no prose. Every repeat has a limit, as lines have none.
_NO_PROSE = re.compile(
    r"\b(?:https?|ftp)://[^\s<>\"“”]{1,400}|\bwww\.[^\s<>\"“”]{1,400}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|(?<!\w)[@#]\w{1,80}"
    r"|`[^`\n]{1,300}`|</?[a-zA-Z][^<>\n]{0,300}>"
    r"|\b[\w-]{1,63}\.(?:com|org|net|info|gov|edu|co|io|in|uk|tv|html?|pdf|php|txt|py|js)\b(?!\.\s)"
)
_SENTENCE_ENDS = ".!?:…;|"
_BETWEEN = " \t\n\r\u00a0“”\"‘’'«»()[]–—-"


class Stretch:
    """One part of the copy. `scope`: headline, standfirst, body or related."""

    def __init__(self, text: str, start: int, end: int, scope: str, quoted: list[Quoted]) -> None:
        self.text, self.start, self.end, self.scope = text, start, end, scope
        self.quoted = quoted

    @cached_property
    def _opens(self) -> list[int]:
        return [quote.start for quote in self.quoted]

    @cached_property
    def _barred(self) -> list[Span]:
        return [m.span() for m in _NO_PROSE.finditer(self.text, self.start, self.end)]

    @cached_property
    def shouts(self) -> bool:
        """Whether it is set in capitals."""
        return self.text[self.start : self.end].isupper()

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether any of the span stands inside quotation marks."""
        at = bisect_right(self._opens, end - 1) - 1
        return at >= 0 and self.quoted[at].end > start

    def is_prose(self, start: int, end: int) -> bool:
        """Whether the span is no address, handle, tag or code."""
        at = bisect_right(self._barred, (end, -1)) - 1
        return at < 0 or self._barred[at][1] <= start

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence begins here, so that a capital says nothing."""
        while at > self.start and self.text[at - 1] in _BETWEEN:
            at -= 1
        return at <= self.start or self.text[at - 1] in _SENTENCE_ENDS


def stretches(reading: Reading, quoted: list[list[Quoted]]) -> Iterator[Stretch]:
    """What is printed of the copy, in order: no trail, credit, byline, dateline or furniture.

    Args:
        quoted: the quoted stretches of each paragraph of the body.
    """
    text = reading.text
    for part in reading.parts:
        start = part.start
        if part.kind == "related":
            title = related_title(text[start : part.end])
            start = part.end - len(title) if title else part.end
        if part.kind in {"headline", "standfirst", "related"}:
            rows = quoted_in(text, start, part.end, False)
            yield Stretch(text, start, part.end, part.kind, rows)
    for paragraph, rows in zip(reading.paragraphs, quoted, strict=True):
        yield Stretch(text, paragraph.start, paragraph.end, "body", rows)
