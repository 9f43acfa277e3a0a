"""The checks: one file each, with its own examples of what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.checks import (
    anonymous_source,
    boilerplate,
    credit_typography,
    date_missing,
    doubled_attribution,
    doubled_phrase,
    doubled_word,
    duplicate_sentence,
    headline_number,
    missing_article,
    missing_dateline,
    mixed_spelling,
    name_misspelt,
    repeated_attribution,
    second_hand,
    source_conflict,
    stray_space,
    unclosed_quote,
    unopened_quote,
    unused_abbreviation,
    wrong_weekday,
)
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

CHECKS = (
    boilerplate,
    unclosed_quote,
    unopened_quote,
    name_misspelt,
    doubled_word,
    doubled_phrase,
    doubled_attribution,
    repeated_attribution,
    duplicate_sentence,
    wrong_weekday,
    headline_number,
    credit_typography,
    missing_article,
    date_missing,
    missing_dateline,
    source_conflict,
    second_hand,
    anonymous_source,
    mixed_spelling,
    unused_abbreviation,
    stray_space,
)
_RANK = {"fix": 0, "query": 1, "style": 2}


def check_all(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """All findings, the gravest level first, then in order of place.

    Args:
        reading: everything but the findings.
        quoted: the quoted stretches of each paragraph of the body.
        dated: the day of publication was given from outside.
    """
    found = [f for check in CHECKS for f in check.find(reading, quoted, dated)]
    yield from sorted(found, key=lambda f: (_RANK[f.level], f.start, f.end, f.check))
