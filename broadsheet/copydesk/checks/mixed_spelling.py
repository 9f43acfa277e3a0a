"""British and American spelling in one story."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span
from broadsheet.copydesk.spelling import other_spelling, tongue

ID = "mixed-spelling"
FINDS = (
    "Lock opens\n\nThe harbour board kept the colour of the gate. Its defense was honored.",
    "Lock opens\n\nThe board organised a feast. Later it apologized and criticised itself.",
    "Lock opens\n\nThe programme of the day was printed. A second program was not, nor a third program.",
    "Lock opens\n\nThe color of the gate was favored by neighbors in neighbouring Ost.",
)
LEAVES = (
    "Lock opens\n\nThe harbour board kept the colour of the gate for its defence.",
    "Lock opens\n\nThe harbour board honoured the Center for Sea Studies and the Department of Defense.",
    "Lock opens\n\nThe labour of neighbours was recognized by an organization for harbours.",
    "Lock opens\n\nThe colour of the gate was honoured in a post that read: “My favorite harbor.”",
    "Lock opens\n\nThe theater canceled the play and the neighbors were skeptical.",
)
_WORD = re.compile(r"(?<![\w’'@#/.])[a-z]{4,}(?![\w@/]|\.\w|[’'](?!s\b)\w)")
_SMALL = re.compile(r"[a-z]{4,}")
_NAMES = {"us": "American", "uk": "British"}
_SHOWN = 4
#: Words of a text that is quoted keep their spelling; the reporter spells what was spoken.
_WRITTEN = re.compile(
    r"\b(?:statement|letter|memo|report|e-?mails?|post|posted|tweet\w*|wrote|writes|written|website|"
    r"document|documents|filing|book|release|column|editorial|op-ed|read|reads|sign|signs|banner)\b",
    re.I,
)
#: What is written so in America only, and there and in Canada.
_PERCENT = re.compile(r"\bpercent\b")
_STOPS = re.compile(r"\b(?:percent\b|U\.S\.|(?:Mr|Mrs|Ms|Sen|Rep|Gov)\. [A-Z])")
_NO_STOPS = re.compile(r"\b(?:per cent|Mr [A-Z]|Mrs [A-Z]|Ms [A-Z]|Dr [A-Z])")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """A finding for each word on the lesser side; for each on both where neither is the lesser.
    Names, which have a capital, and what is quoted from writing are let be; `organize` beside
    `colour` is no mix, since Oxford and Canada spell so."""
    text = reading.text
    told = {tongue(word) for word in set(_SMALL.findall(text))}
    if not told & {"uk", "s"}:
        return
    sides = _sides(text, list(_marked(reading, quoted)))
    if not all(sides.values()):
        return
    lesser = _lesser(text, sides)
    for side, other in (("us", "uk"), ("uk", "us")):
        if lesser == other:
            continue
        many = sides[other][:_SHOWN]
        shown = ", ".join(dict.fromkeys(text[slice(*span)] for span in many))
        for word, spans in _by_word(text, sides[side]).items():
            yield Finding(
                *spans[0],
                ID,
                "style",
                f"“{word}” is {_NAMES[side]} spelling; the story also has {_NAMES[other]}: {shown}",
                other_spelling(word) if lesser else None,
                (*spans[1:], *many),
                "one story is spelt in one way",
            )


def _by_word(text: str, spans: list[Span]) -> dict[str, list[Span]]:
    rows: dict[str, list[Span]] = {}
    for span in spans:
        rows.setdefault(text[slice(*span)], []).append(span)
    return rows


def _lesser(text: str, sides: dict[str, list[Span]]) -> str | None:
    """The side that is to give way: that of fewer words, or else the one that the story's
    abbreviations are not of."""
    us, uk = len(sides["us"]), len(sides["uk"])
    if us != uk:
        return "us" if us < uk else "uk"
    stops, none = bool(_STOPS.search(text)), bool(_NO_STOPS.search(text))
    if stops == none:
        return None
    return "uk" if stops else "us"


def _marked(reading: Reading, quoted: list[list[Quoted]]) -> Iterator[tuple[Span, str]]:
    """The small words of the copy, without those that are quoted from writing."""
    spoken = {(q.start, q.end) for q in reading.quotes if q.direct and q.cue is not None}
    for paragraph, rows in zip(reading.paragraphs, quoted, strict=True):
        if paragraph.kind == "embed":
            continue
        written = bool(rows) and bool(_WRITTEN.search(paragraph.text))
        let_be = [q for q in rows if written or (q.start, q.end) not in spoken]
        for match in _WORD.finditer(reading.text, paragraph.start, paragraph.end):
            at = bisect(let_be, match.start(), key=lambda quote: quote.start) - 1
            if at < 0 or let_be[at].end <= match.start():
                yield match.span(), match[0]


def _sides(text: str, marked: list[tuple[Span, str]]) -> dict[str, list[Span]]:
    """Where the story is spelt as in America, and where as in Britain; one is empty if both are one
    way of spelling."""
    rows: dict[str, list[tuple[Span, str]]] = {}
    for span, word in marked:
        side = tongue(word)
        if side:
            rows.setdefault(side, []).append((span, word))
    us, either = rows.get("us", []), rows.get("z", [])
    uk = sorted([*rows.get("uk", ()), *rows.get("s", ())])
    if us or "s" in rows or (either and _PERCENT.search(text)):
        us = sorted([*us, *either])
    if not us:
        twins = {other_spelling(word) for _, word in uk}
        us = [row for row in marked if row[1] in twins]
    return {"us": [span for span, _ in us], "uk": [span for span, _ in uk]}
