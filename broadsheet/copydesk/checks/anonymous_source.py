"""A source without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "anonymous-source"
FINDS = (
    "Lock opens\n\nA senior official of the port said that the gate was late.",
    "Lock opens\n\nThe gate will be late again, sources close to the board said.",
    "Lock opens\n\nTwo people familiar with the plans said that the gate was late.",
)
LEAVES = (
    "Lock opens\n\nHarbour master Ines Okafor said that the gate was late.",
    "Lock opens\n\nThe company said that the gate was late.",
    "Lock opens\n\nAn official, who spoke on condition of anonymity, said that the gate was late.",
    "Lock opens\n\nAn official of the port, Ines Okafor, said that the gate was late.",
)
_NAMELESS = re.compile(
    r"(?:an?|one|some|several|two|three|senior|top|unnamed|anonymous)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:officials?|sources?|aides?|diplomats?|insiders?|advisers?|advisors?)\b"
    r"|(?:[\w’'-]+\s){0,2}(?:sources|insiders)\b"
    r"|(?:[\w’'-]+\s){0,2}(?:people|persons?)\s(?:who\s\w+\s)?(?:familiar|close|briefed|with\sknowledge)\b",
    re.I,
)
#: What says why a name is withheld.
_REASON = re.compile(
    r"\banonym(?:ity|ously)\b|\bnot\s(?:be\s)?(?:authori[sz]ed|allowed|permitted)\sto\s(?:speak|talk|comment|discuss)"
    r"|\b(?:did\snot|didn[’']t)\swant\sto\sbe\s(?:named|identified)|\basked\snot\sto\sbe\s(?:named|identified)"
    r"|\bname\s(?:is|has\sbeen)\s(?:withheld|changed)",
    re.I,
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for all of a copy's nameless sources, unless it says why they have no name."""
    if _REASON.search(reading.text):
        return
    spans: dict[Span, None] = {}
    names = {person.name for person in reading.people}
    for quote in reading.quotes:
        if quote.speaker is None or quote.speaker_start is None or quote.speaker_end is None:
            continue
        if quote.person not in names and _NAMELESS.match(quote.speaker):
            spans.setdefault((quote.speaker_start, quote.speaker_end))
    if spans:
        first, *others = spans
        who = " ".join(reading.text[slice(*first)].split())[:60]
        yield Finding(
            *first,
            ID,
            "query",
            f"no name for “{who}”: do we know it, and does the copy say why it is withheld?",
            evidence=tuple(others),
            rule="a source is named, or the copy says why not",
        )
