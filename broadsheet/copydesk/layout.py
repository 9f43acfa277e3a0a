"""Layout: which stretch of the copy is which part of a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from broadsheet.copydesk import dates
from broadsheet.copydesk.furniture import is_furniture, related_title
from broadsheet.copydesk.outlets import agency_line
from broadsheet.copydesk.reading import Part, TrailName
from broadsheet.copydesk.trail import looks_like_trail, split_trail

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDS = (".", "!", "?", "…", "۔", "؟", "।", ".”", '."', ".’", "”", '"', ")")
_STOPS = (".", "!", "?", "…", "۔", "؟", "।")
_SPACES = " \t\u00a0\u200b\ufeff\u2007\u202f"
_BYLINE = re.compile(r"^(?:[Bb]y|BY)[: ]\s*(?P<names>[^\W\d_][\w.'’ &,/|-]{2,100})$")
_CREDIT = re.compile(
    r"(?:\s*(?:\.{3}|…)\s*|\s+[-–—]\s*|\s+)(?P<all>(?:\.{3}|…)?\s*(?:reports|writes)\s+"
    r"(?P<name>[A-Z][\w&.'’-]*(?:\s+[\w&.'’-]+){0,5}))\s*\.?\s*$"
)
_LEADER = re.compile(r"(?P<all>(?:\.{3}|…)\s*(?:reports|writes|by)\s+(?P<name>[^.…]{2,60}))\.?\s*$")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+)*(?:,\s(?:[A-Z][\w.]+\s?){1,3})?"
    r"|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?=\s*(?:\(|\[|,\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))))"
    r"(?P<when>,?\s*(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2})?"
    r"(?:,?\s*[(\[](?P<agency>[A-Z][\w /-]{1,20})[)\]])?\s*(?:[:—–]|--?|:)\s*(?=\S)"
)
#: The agency before the place: `(AFN) Port Selby: The port …`.
_AGENCY_FIRST = re.compile(
    r"^[(\[](?P<agency>[A-Z][\w/-]{1,9})[)\]]\s+(?P<place>[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3})"
    r"(?P<when>,?\s+\w{3,9}\.?\s+\d{1,2})?\s*(?::|—|–|--?)\s+(?=\S)"
)
_HEADLINE_MOST = 600


@dataclass(slots=True)
class Layout:
    """What was found, filled in as the copy is walked from the top."""

    text: str
    parts: list[Part] = field(default_factory=list)
    trail: tuple[TrailName, ...] = ()
    headline: tuple[int, int] | None = None
    standfirst: tuple[int, int] | None = None
    credit: str = ""
    agency: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None
    body: list[tuple[int, int]] = field(default_factory=list)
    related: list[str] = field(default_factory=list)

    def part(self, kind: str, span: tuple[int, int]) -> None:
        """Note one part."""
        self.parts.append(Part(kind, *span))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs: parted by empty lines if there are any between lines of copy,
    else by line ends; a text that is wrapped by hand at one width is joined again."""
    lines: list[tuple[int, int]] = []
    at = 0
    for match in _BREAK.finditer(text):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, len(text)))
    blocks: list[list[tuple[int, int]]] = [[]]
    for start, end in lines:
        trimmed = trim(text, start, end)
        if trimmed[0] == trimmed[1]:
            blocks.append([])
        else:
            blocks[-1].append(trimmed)
    spans: list[tuple[int, int]] = []
    for block in filter(None, blocks):
        spans += [(block[0][0], block[-1][1])] if _wrapped(text, block) else block
    return spans


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces at its ends."""
    while start < end and (text[start] in _SPACES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _SPACES or text[end - 1].isspace()):
        end -= 1
    return start, end


def _wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    if len(block) < 2:
        return False
    full = [end - start for start, end in block[:-1]]
    if max(full) > 110 or min(full) < 0.55 * max(full) or max(full) < 40:
        return False
    ends = sum(text[start:end].rstrip("”’\"')").endswith(_STOPS) for start, end in block[:-1])
    if any(_BYLINE.match(text[start:end]) for start, end in block):
        return False
    return ends * 3 <= len(full)


def lay_out(text: str, sections: Sequence[str], places: Sequence[str]) -> Layout:
    """Walk the copy from the top and name its parts."""
    layout = Layout(text)
    rest = _furniture(layout, paragraphs(text))
    rest = _top(layout, rest, sections, places)
    rest = _standfirst(layout, rest)
    rest = _foot(layout, rest)
    _body(layout, rest)
    layout.parts.sort(key=lambda part: (part.start, part.end))
    return layout


def _furniture(layout: Layout, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take furniture, related lines and printed dates out, wherever they stand."""
    rest: list[tuple[int, int]] = []
    for span in spans:
        line = layout.text[slice(*span)]
        title = related_title(line)
        printed = dates.printed_date(line)
        if title is not None:
            layout.related.append(title)
            layout.part("related", span)
        elif printed is not None:
            layout.published = layout.published or printed
            layout.part("furniture", span)
        elif is_furniture(line):
            layout.part("furniture", span)
        else:
            rest.append(span)
    return rest


def _top(
    layout: Layout,
    spans: list[tuple[int, int]],
    sections: Sequence[str],
    places: Sequence[str],
) -> list[tuple[int, int]]:
    text = layout.text
    while len(spans) > 1 and layout.headline is None:
        line = text[slice(*spans[0])]
        if not layout.trail and looks_like_trail(line, sections, places):
            layout.trail = split_trail(line, sections, places)
            layout.part("trail", spans[0])
        elif _byline(layout, spans[0]):
            pass
        elif _is_headline(line):
            layout.headline = spans[0]
            layout.part("headline", spans[0])
        else:
            break
        spans = spans[1:]
    return spans


def _is_headline(line: str) -> bool:
    if len(line) > _HEADLINE_MOST or (_DATELINE.match(line) and line.endswith(".")):
        return False
    if line.endswith((".", "۔", "।")) and not line.endswith(("...", "U.S.", "U.N.")):
        return False
    return not line.endswith((",", ";", ":"))


def _byline(layout: Layout, span: tuple[int, int]) -> bool:
    match = _BYLINE.match(layout.text[slice(*span)])
    if match is None or layout.byline or match["names"].rstrip().endswith("."):
        return False
    names = re.split(r"\s*[|/]\s*|,\s", match["names"])[0].strip()
    if not names[:1].isupper():
        return False
    layout.byline = names.title().replace(" And ", " and ") if names.isupper() else names
    layout.part("byline", span)
    return True


def _standfirst(layout: Layout, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if layout.headline is None:
        return spans
    held: list[tuple[int, int]] = []
    while spans and _byline(layout, spans[0]):
        held.append(spans[0])
        spans = spans[1:]
    if len(spans) < 2:
        return spans
    start, end = spans[0]
    line = layout.text[start:end]
    credit = _LEADER.search(line) or _CREDIT.search(line)
    if credit is None and not _stands_first(layout, spans, after_byline=bool(held)):
        return spans
    if credit is not None:
        layout.credit = credit["name"].strip()
        layout.part("credit", (start + credit.start("all"), start + credit.end("all")))
        end = trim(layout.text, start, start + credit.start("all"))[1]
    layout.standfirst = (start, end)
    layout.part("standfirst", (start, end))
    spans = spans[1:]
    while spans and _byline(layout, spans[0]):
        spans = spans[1:]
    return spans


def _stands_first(layout: Layout, spans: list[tuple[int, int]], *, after_byline: bool) -> bool:
    """Whether the paragraph under the headline is a standfirst rather than the first of the body:
    no sentence's end; or the body says it again; or a byline or dateline comes under it."""
    text = layout.text
    line, below = text[slice(*spans[0])], text[slice(*spans[1])]
    if len(line) > 450 or _DATELINE.match(line) or line[:1] in '“"‘«':
        return False
    if not line.endswith(_ENDS):
        return True
    again = text.find(line.rstrip(".…"), spans[1][0])
    if again >= 0 and len(line) > 30:
        return True
    below_is_byline = bool(_BYLINE.match(below)) and not below.endswith(".")
    return not after_byline and (below_is_byline or bool(_DATELINE.match(below)))


def _foot(layout: Layout, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find the agency credit that closes the last paragraphs."""
    for index in range(len(spans) - 1, max(-1, len(spans) - 4), -1):
        start, end = spans[index]
        found = agency_line(layout.text[start:end])
        if found is None:
            continue
        name, s, e = found
        layout.agency = name
        layout.part("agency", (start + s, start + e))
        kept = trim(layout.text, start, start + s)
        return spans[:index] + ([kept] if kept[0] < kept[1] else []) + spans[index + 1 :]
    return spans


def _body(layout: Layout, spans: list[tuple[int, int]]) -> None:
    for index, (start, end) in enumerate(spans):
        if index == 0:
            line = layout.text[start:end]
            match = _DATELINE.match(line) or _AGENCY_FIRST.match(line)
            if match is not None:
                layout.dateline = match["place"].strip(" ,")
                layout.agency = layout.agency or (match["agency"] or "")
                layout.part("dateline", (start, start + len(match[0].rstrip())))
                start += match.end()
        layout.body.append((start, end))
        layout.part("body", (start, end))
