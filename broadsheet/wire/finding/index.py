"""The words of takes, beside them in the database: FTS5 on SQLite (https://www.sqlite.org/fts5.html),
a text search vector on PostgreSQL. Scripts that set no spaces between words are cut into pairs of
letters, so that a part of a sentence is found in them too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import connection

from broadsheet.wire.models import Take

TABLE = "broadsheet_wire_words"
_OUT_SQLITE = "DELETE FROM broadsheet_wire_words WHERE rowid = %s"
_IN_SQLITE = "INSERT INTO broadsheet_wire_words (rowid, words) VALUES (%s, %s)"
_IN_POSTGRESQL = """
INSERT INTO broadsheet_wire_words (take_id, words) VALUES (%s, to_tsvector('simple', %s))
ON CONFLICT (take_id) DO UPDATE SET words = EXCLUDED.words"""
_MISSING_SQLITE = """
DELETE FROM broadsheet_wire_words WHERE rowid NOT IN (SELECT id FROM broadsheet_wire_take)"""
_MISSING_POSTGRESQL = """
DELETE FROM broadsheet_wire_words AS found
WHERE NOT EXISTS (SELECT 1 FROM broadsheet_wire_take AS take WHERE take.id = found.take_id)"""
#: Thai, Lao, Burmese, Khmer, kana, Han: no space between words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
#: What is indexed of a take: a longer text is a table.
MOST_CHARACTERS = 200_000


def put_words(take: Take) -> None:
    """Make a take found by its words, in the caller's transaction; again, if it was before."""
    text = in_words(text_of(take))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_OUT_SQLITE, [take.pk])
            cursor.execute(_IN_SQLITE, [take.pk, text])
        else:
            cursor.execute(_IN_POSTGRESQL, [take.pk, text])


def text_of(take: Take) -> str:
    """The words that a take is found by: headline, slugline, byline, text."""
    item = take.item
    lines = [take.headline, item.get("slugline") or "", item.get("byline") or "", *take.paragraphs]
    return "\n".join(map(str, lines))[:MOST_CHARACTERS].replace("\0", " ")


def in_words(text: str) -> str:
    """Text with a space wherever a word ends that can be asked for."""
    return _UNSPACED.sub(lambda match: f" {' '.join(pairs(match[0]))} ", text)


def pairs(run: str) -> Iterator[str]:
    """A run of letters as overlapping pairs; a single letter is itself."""
    if len(run) == 1:
        yield run
    for at in range(len(run) - 1):
        yield run[at : at + 2]


def forget_missing() -> int:
    """Take the words of takes that are no more out of the index; gives how many."""
    with connection.cursor() as cursor:
        cursor.execute(_MISSING_SQLITE if connection.vendor == "sqlite" else _MISSING_POSTGRESQL)
        return int(cursor.rowcount)
