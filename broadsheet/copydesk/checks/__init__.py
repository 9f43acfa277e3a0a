"""The checks: one file each, with its own examples of what it finds and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.checks import (
    ambiguous_pronoun,
    anonymous_source,
    attribution_scope,
    boilerplate,
    credit_typography,
    date_missing,
    doubled_attribution,
    doubled_phrase,
    doubled_word,
    duplicate_sentence,
    headline_name,
    headline_number,
    headline_quote,
    inconsistent_name,
    missing_article,
    missing_dateline,
    misspelling,
    mixed_spelling,
    name_misspelt,
    no_amount,
    percentages,
    relative_date,
    repeated_attribution,
    same_source,
    second_hand,
    second_mention,
    source_conflict,
    standfirst_pronoun,
    stray_space,
    sums,
    unattributed_claim,
    unclosed_quote,
    unexplained_abbreviation,
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
    misspelling,
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
    relative_date,
    second_mention,
    inconsistent_name,
    standfirst_pronoun,
    no_amount,
    attribution_scope,
    same_source,
    ambiguous_pronoun,
    unattributed_claim,
    headline_quote,
    headline_name,
    unexplained_abbreviation,
    sums,
    percentages,
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
