"""A reading for people: the copy with its parts in the margin, quotations numbered and tied to
their speakers, then people, sources, dates and findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from broadsheet.cli.terminal import Paint, safe, width
from broadsheet.copydesk.reading import Finding, Part, Quote, Reading

_MARGIN = 13
_WORD = re.compile(r"\S+")
#: Parts that lie inside another part are shown there, not on a line of their own.
_PART_STYLES = {
    "headline": ("bold",),
    "standfirst": ("italic",),
    "furniture": ("struck", "dim"),
    "trail": ("dim",),
    "related": ("dim",),
}
LEVEL_STYLES = {"fix": ("red",), "query": ("yellow",), "style": ("blue",)}


def shown(reading: Reading, paint: Paint, columns: int) -> Iterator[str]:
    """The lines that `broadsheet read` prints.

    Args:
        columns: how wide the terminal is.
    """
    room = max(24, min(columns, 100) - _MARGIN)
    quotes = sorted(reading.quotes, key=lambda quote: quote.start)
    for part in _one_a_place(reading.parts):
        yield from _part(reading, part, quotes, paint, room)
    for title, rows in (
        ("people", _people(reading)),
        ("sources", _sources(reading)),
        ("dates", _dates(reading)),
        (
            "quantities",
            [f"{safe(q.text)} = {q.value:g} {safe(q.unit)}" for q in reading.quantities],
        ),
        ("findings", [_finding(reading, finding, paint) for finding in reading.findings]),
    ):
        yield from _rows(title, rows, paint)


def _one_a_place(parts: tuple[Part, ...]) -> list[Part]:
    """A place that is both body and embed is shown as the more telling of the two."""
    best: dict[tuple[int, int], Part] = {}
    for part in parts:
        if best.get((part.start, part.end), part).kind in {"body", part.kind}:
            best[(part.start, part.end)] = part
    return sorted(best.values(), key=lambda part: part.start)


def _part(
    reading: Reading, part: Part, quotes: list[Quote], paint: Paint, room: int
) -> Iterator[str]:
    label = paint(f"{part.kind:>{_MARGIN - 3}} ", "cyan") + paint("│ ", "dim")
    blank = " " * (_MARGIN - 2) + paint("│ ", "dim")
    inside = [(n, q) for n, q in enumerate(quotes, 1) if part.start <= q.start < part.end]
    styles = _PART_STYLES.get(part.kind, ())
    for index, line in enumerate(_wrapped(reading.text, part, inside, styles, paint, room)):
        yield (blank if index else label) + line
    for number, quote in inside:
        yield blank + "  " + _told(number, quote, paint)
    yield blank.rstrip() if inside else ""


def _wrapped(
    text: str,
    part: Part,
    inside: list[tuple[int, Quote]],
    styles: tuple[str, ...],
    paint: Paint,
    room: int,
) -> Iterator[str]:
    """The part's words in lines of `room` columns, each quotation in its colour with its number
    behind it."""
    starts = [quote.start for _, quote in inside]
    line, filled = "", 0
    for match in _WORD.finditer(text, part.start, part.end):
        at = bisect_right(starts, match.end() - 1) - 1
        word, look = safe(match[0]), styles
        if at >= 0 and match.start() < inside[at][1].end:
            number, quote = inside[at]
            look = ("green",) if quote.direct else ("magenta",)
            word += f"[{number}]" if match.end() >= quote.end else ""
        if filled and filled + 1 + width(word) > room:
            yield line
            line, filled = "", 0
        line += (" " if filled else "") + paint(word, *look)
        filled += width(word) + bool(filled)
    yield line


def _told(number: int, quote: Quote, paint: Paint) -> str:
    """`[1] Ines Okafor (she, said) ‹ CNN ‹ ANI`: speaker, then each outlet nearer to us."""
    if quote.speaker is None:
        who = paint("nobody is named as the speaker", "yellow")
    else:
        person = safe(quote.person or quote.speaker)
        written = "" if person == quote.speaker else f"“{safe(quote.speaker)}”, "
        who = paint(person, "bold") + f" ({written}{safe(quote.cue or '')})"
    ways = [safe(name) for name in quote.chain if name != quote.speaker]
    kind = "" if quote.direct else paint(" in other words", "dim")
    return f"[{number}] {who}{kind}" + "".join(paint(f" → {name}", "dim") for name in ways)


def _rows(title: str, rows: list[str], paint: Paint) -> Iterator[str]:
    for index, row in enumerate(rows):
        label = title if index == 0 else ""
        yield paint(f"{label:>{_MARGIN - 3}} ", "cyan") + paint("│ ", "dim") + row
    if rows:
        yield ""


def _people(reading: Reading) -> list[str]:
    return [
        f"{safe(p.name)}{f', {safe(p.role)}' if p.role else ''} ({_times(len(p.mentions))})"
        for p in reading.people
    ]


def _sources(reading: Reading) -> list[str]:
    return [f"{safe(s.name)}, {s.kind} ({_times(len(s.mentions))})" for s in reading.sources]


def _dates(reading: Reading) -> list[str]:
    printed = [f"{reading.published} printed above the copy"] if reading.published else []
    return printed + [f"{safe(d.text)} = {d.value or 'cannot be known'}" for d in reading.dates]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _finding(reading: Reading, finding: Finding, paint: Paint) -> str:
    where = safe(" ".join(reading.text[finding.start : finding.end][:40].split()))
    level = paint(f"{finding.level:<5}", *LEVEL_STYLES[finding.level])
    return f"{level} {finding.check}: {safe(finding.message)}" + (
        "" if where in finding.message or not where else paint(f"  “{where}”", "dim")
    )
