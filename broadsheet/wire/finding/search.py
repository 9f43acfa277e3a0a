"""Asking for takes by words.

`sea lock` finds takes with both words, `"sea lock"` those with the two side by side, `-ferry` leaves
out those with the word, `harb*` finds harbour. Whatever else somebody types is words too, never an
error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from wagtail.models import Site

from broadsheet.wire.finding.index import in_words, text_of
from broadsheet.wire.models import Take

_ASKED = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+", re.UNICODE)
#: Characters around the first word that is found.
_AROUND = 90
MOST_WORDS = 16
_LAST = (1 << 63) - 1
_SQLITE = """
SELECT found.rowid FROM broadsheet_wire_words AS found
JOIN broadsheet_wire_take AS take ON take.id = found.rowid
WHERE broadsheet_wire_words MATCH %s AND found.rowid < %s AND take.paper_id = %s
ORDER BY found.rowid DESC LIMIT %s"""
_POSTGRESQL = """
SELECT found.take_id FROM broadsheet_wire_words AS found
JOIN broadsheet_wire_take AS take ON take.id = found.take_id
WHERE found.words @@ to_tsquery('simple', %s) AND found.take_id < %s AND take.paper_id = %s
ORDER BY found.take_id DESC LIMIT %s"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A take that was found: its id, and a piece of it as runs of text and whether each is one of
    the words that were asked for."""

    take: int
    snippet: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words side by side."""

    words: tuple[str, ...]
    left_out: bool = False
    begins: bool = False


def search(paper: Site, words: str, *, limit: int, before: int | None = None) -> list[Hit]:
    """The takes of a paper that hold what is asked for, the newest first.

    Args:
        words: as somebody typed them.
        limit: how many at most.
        before: only takes older than this id, for the next page.
    """
    terms = list(terms_of(words))[:MOST_WORDS]
    wanted = [term for term in terms if not term.left_out]
    if not wanted:
        return []
    ids = _ids(paper, terms, limit, before)
    takes = Take.objects.in_bulk(ids)
    return [Hit(pk, _snippet(text_of(takes[pk]), wanted)) for pk in ids if pk in takes]


def terms_of(asked: str) -> Iterator[Term]:
    """What was typed, as terms."""
    for match in _ASKED.finditer(asked):
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        words = tuple(_WORD.findall(in_words(text)))
        if words:
            begins = match["phrase"] is None and text.endswith("*")
            yield Term(words, bool(match["not"]), begins)


def _ids(paper: Site, terms: list[Term], limit: int, before: int | None) -> list[int]:
    sqlite = connection.vendor == "sqlite"
    asked = _fts5(terms) if sqlite else _tsquery(terms)
    newest = before if before is not None else _LAST
    with connection.cursor() as cursor:
        cursor.execute(_SQLITE if sqlite else _POSTGRESQL, [asked, newest, paper.pk, limit])
        return [row[0] for row in cursor.fetchall()]


def _fts5(terms: list[Term]) -> str:
    def one(term: Term) -> str:
        return f'"{" ".join(term.words)}"' + ("*" if term.begins else "")

    wanted = " AND ".join(one(term) for term in terms if not term.left_out)
    return wanted + "".join(f" NOT {one(term)}" for term in terms if term.left_out)


def _tsquery(terms: list[Term]) -> str:
    def one(term: Term) -> str:
        last = len(term.words) - 1
        quoted = [f"'{word}'" for word in term.words]
        if term.begins:
            quoted[last] += ":*"
        return f"{'!' if term.left_out else ''}({' <-> '.join(quoted)})"

    return " & ".join(map(one, terms))


def _snippet(text: str, terms: list[Term]) -> tuple[tuple[str, bool], ...]:
    asked = "|".join(
        re.escape(word) + (r"\w*" if term.begins else "") for term in terms for word in term.words
    )
    found = re.compile(rf"(?<!\w)(?:{asked})(?!\w)|(?:{asked})", re.IGNORECASE)
    first = found.search(text)
    middle = first.start() if first else 0
    start, end = max(0, middle - _AROUND), middle + _AROUND
    piece = " ".join(text[start:end].split())
    runs: list[tuple[str, bool]] = [("…", False)] if start else []
    at = 0
    for match in found.finditer(piece):
        runs += [(piece[at : match.start()], False), (match[0], True)]
        at = match.end()
    runs += [(piece[at:], False), ("…", False)] if end < len(text) else [(piece[at:], False)]
    return tuple(run for run in runs if run[0])
