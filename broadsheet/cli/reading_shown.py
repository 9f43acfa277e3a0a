"""A reading for people: the copy with its parts in the margin, each quotation in its speaker's
colour and under it the way that it came; then people, sources, dates and findings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from broadsheet.cli.flow import Word, flowed, words
from broadsheet.cli.terminal import Paint, safe
from broadsheet.copydesk.reading import Finding, Part, Quote, Reading

_WIDEST = 100
#: Columns of the margin that names the parts; where the terminal is narrower than `_NARROW` the
#: name stands on a line of its own.
_MARGIN, _NARROW = 13, 52
_LEAST = 12
_WORD = re.compile(r"\S+")
_PART_LOOKS = {
    "headline": ("bold",),
    "standfirst": ("italic",),
    "furniture": ("struck", "dim"),
    "trail": ("dim",),
    "related": ("dim",),
}
#: One for each speaker in turn.
_COLOURS = ("green", "magenta", "cyan", "yellow", "blue")
LEVEL_LOOKS = {"fix": "red", "query": "yellow", "style": "blue"}


def shown(reading: Reading, paint: Paint, columns: int) -> Iterator[str]:
    """The lines that `broadsheet read` prints.

    Args:
        columns: how wide the terminal is.
    """
    sheet = _Sheet(reading, paint, columns)
    for part in _one_a_place(reading.parts):
        yield from sheet.part(part)
    for title, rows in (
        ("people", _people(reading)),
        ("sources", _sources(reading)),
        ("dates", _dates(reading)),
        ("quantities", [words(f"{q.text} = {q.value:g} {q.unit}") for q in reading.quantities]),
        ("style", [words(f"tried by the house style {reading.style}")] if reading.style else []),
        ("findings", [_finding(reading, finding) for finding in reading.findings]),
    ):
        yield from sheet.rows(title, rows)


def _one_a_place(parts: tuple[Part, ...]) -> list[Part]:
    """A place that is both body and embed is shown as the more telling of the two."""
    best: dict[tuple[int, int], Part] = {}
    for part in parts:
        if best.get((part.start, part.end), part).kind in {"body", part.kind}:
            best[(part.start, part.end)] = part
    return sorted(best.values(), key=lambda part: part.start)


class _Sheet:
    """Where things go on the terminal, and in which colours."""

    def __init__(self, reading: Reading, paint: Paint, columns: int) -> None:
        self.reading, self.paint = reading, paint
        self.narrow = columns < _NARROW
        self.room = max(_LEAST, min(columns, _WIDEST) - (2 if self.narrow else _MARGIN))
        self.quotes = sorted(reading.quotes, key=lambda quote: quote.start)
        self.starts = [quote.start for quote in self.quotes]
        who = dict.fromkeys(q.person or q.speaker or "" for q in self.quotes if q.speaker)
        self.colours = {name: _COLOURS[n % len(_COLOURS)] for n, name in enumerate(who)}
        self.named = sorted(
            (quote.speaker_start, quote.speaker_end or quote.speaker_start, self.colour(quote))
            for quote in self.quotes
            if quote.speaker_start is not None
        )

    def colour(self, quote: Quote) -> str:
        """The colour of whoever says it; nobody's words are underlined."""
        return self.colours.get(quote.person or quote.speaker or "", "underlined")

    def part(self, part: Part) -> Iterator[str]:
        """One part of the copy, and under it the way of each quotation that begins in it."""
        first, last = (bisect_left(self.starts, at) for at in (part.start, part.end))
        yield from self._set(part.kind, flowed(self._words(part), self.paint, self.room))
        for number in range(first, last):
            told = flowed(_told(number + 1, self.quotes[number], self.colour(self.quotes[number])), self.paint, self.room - 2, 4)  # fmt: skip
            yield from self._set("", (f"  {line}" for line in told), going_on=True)
        yield self._margin("").rstrip() if first < last else ""

    def rows(self, title: str, rows: list[list[Word]]) -> Iterator[str]:
        """A list under a title; nothing where there is nothing."""
        for index, row in enumerate(rows):
            lines = flowed(row, self.paint, self.room, 2)
            yield from self._set("" if index else title, lines, going_on=bool(index))
        if rows:
            yield ""

    def _set(self, label: str, lines: Iterator[str], *, going_on: bool = False) -> Iterator[str]:
        if self.narrow and label:
            yield self.paint(label, "cyan")
        for index, line in enumerate(lines):
            yield self._margin("" if index or going_on or self.narrow else label) + line

    def _margin(self, label: str) -> str:
        bar = self.paint("│", "dim") + " "
        return bar if self.narrow else self.paint(f"{label:>{_MARGIN - 3}} ", "cyan") + bar

    def _words(self, part: Part) -> Iterator[Word]:
        """The part's words; quoted and speaking ones in colour, a number behind each quotation."""
        looks = _PART_LOOKS.get(part.kind, ())
        for match in _WORD.finditer(self.reading.text, part.start, part.end):
            at = bisect_right(self.starts, match.end() - 1) - 1
            word = safe(match[0])
            if at >= 0 and match.start() < self.quotes[at].end:
                quote = self.quotes[at]
                colour = self.colour(quote)
                ended = f"[{at + 1}]" if match.end() >= quote.end else ""
                yield word + ended, (colour,) if quote.direct else (colour, "italic")
            else:
                yield word, self._speaks(match.start(), match.end()) or looks

    def _speaks(self, start: int, end: int) -> tuple[str, ...]:
        """The looks of a word that names a speaker; none for any other."""
        at = bisect_right(self.named, (end - 1, len(self.reading.text), "")) - 1
        if at >= 0 and start < self.named[at][1]:
            return (self.named[at][2], "bold")
        return ()


def _told(number: int, quote: Quote, colour: str) -> Iterator[Word]:
    """`[1] Ines Okafor (she, said) → CNN → ANI`: speaker, then each outlet nearer to us."""
    yield f"[{number}]", (colour,)
    if quote.speaker is None:
        yield from words("nobody is named as the speaker", "yellow")
    else:
        person = safe(quote.person or quote.speaker)
        written = "" if person == quote.speaker else f"“{safe(quote.speaker)}”"
        how = ", ".join(part for part in (written, safe(quote.cue or "")) if part)
        yield from words(person, colour, "bold")
        yield from words(f"({how})") if how else ()
    if not quote.direct:
        yield from words("in other words", "dim")
    for name in quote.chain:
        if name != quote.speaker:
            yield from words(f"→ {safe(name)}", "dim")


def _people(reading: Reading) -> list[list[Word]]:
    return [
        words(f"{safe(p.name)}{f', {safe(p.role)}' if p.role else ''} ({_times(len(p.mentions))})")
        for p in reading.people
    ]


def _sources(reading: Reading) -> list[list[Word]]:
    return [words(f"{safe(s.name)}, {s.kind} ({_times(len(s.mentions))})") for s in reading.sources]


def _dates(reading: Reading) -> list[list[Word]]:
    printed = [f"{reading.published} printed above the copy"] if reading.published else []
    found = [f"{safe(d.text)} = {d.value or 'cannot be known'}" for d in reading.dates]
    return [words(row) for row in printed + found]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _finding(reading: Reading, finding: Finding) -> list[Word]:
    where = safe(" ".join(reading.text[finding.start : finding.end][:40].split()))
    row: list[Word] = [(f"{finding.level:<5}", (LEVEL_LOOKS[finding.level],))]
    row += words(f"{finding.check}: {safe(finding.message)}")
    if where and where not in finding.message:
        row += words(f"“{where}”", "dim")
    return row
