"""Whatever the text: nothing raises, and every reported span is a span of the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet import copydesk
from broadsheet.copydesk.dismissals import fingerprint
from broadsheet.copydesk.reading import Span
from broadsheet.copydesk.style import choose_style
from tests.copydesk.test_samples import NAMES, read_sample

#: Pieces out of which text grows that looks like copy, and goes wrong in the ways copy does.
PIECES = st.sampled_from(
    [
        "“", "”", '"', "‘", "’", "'", "«", "»", "„", ",", ".", "…", "?", "(", ")", "[", "—", "-", " ",
        "\n", "\n\n", "\r\n", "\r", "\u2028", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u0301", "👩‍👧",
        "Ines Okafor", "Okafor", "Okafro", "Mr", "said", "told CNN", "reported", "according to", "that",
        "the", "the the", "he", "official", "SELBY, March 4 (XYZ) —", "(PTI)", "By Rob Tallis",
        "Monday", "Tuesday, March 4, 2026", "31 February 2026", "Published: 4 March 2026", "Rs 3 lakh",
        "1,2,3.4", "12%", "Leave a Reply", "ALSO READ: more", "…reports Selby Post", "Top News World",
        "نے کہا", "قال", "दिन", "الكتب", "WORLD", "colour", "color", "in a post on X", "¼", "Ⅷ", "٣",
    ]
)  # fmt: skip
COPY = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.sampled_from(NAMES).map(read_sample),
)


def spans(reading: copydesk.Reading) -> Iterator[Span]:
    """Every span that a reading reports."""
    for rows in (reading.parts, reading.paragraphs, reading.quotes):
        yield from ((row.start, row.end) for row in rows)
    for found in (reading.dates, reading.quantities, reading.findings):
        yield from ((row.start, row.end) for row in found)
    for person in reading.people:
        yield from person.mentions
    for source in reading.sources:
        yield from source.mentions
    for finding in reading.findings:
        yield from finding.evidence
    for quote in reading.quotes:
        if quote.speaker_start is not None and quote.speaker_end is not None:
            yield quote.speaker_start, quote.speaker_end


@settings(max_examples=150, deadline=None)
@given(
    COPY,
    st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))),
    st.sampled_from(["none", "auto", "uk", "us"]),
)
def test_nothing_raises_and_every_span_lies_in_the_text(
    text: str, published: date | None, style: str
) -> None:
    reading = copydesk.read(
        text, published=published, names=["Okafor"], style=choose_style(style, text)
    )
    for start, end in spans(reading):
        assert 0 <= start <= end <= len(text)
    assert all(len(fingerprint(text, finding)) == 16 for finding in reading.findings)
    json.dumps(reading.to_json())


@settings(max_examples=150, deadline=None)
@given(COPY)
def test_a_span_slices_to_what_is_reported(text: str) -> None:
    reading = copydesk.read(text, published=date(2026, 3, 6))
    for paragraph in reading.paragraphs:
        assert " ".join(text[paragraph.start : paragraph.end].split()) == paragraph.text
    assert all(text[row.start : row.end] == row.text for row in reading.dates)
    assert all(text[row.start : row.end] == row.text for row in reading.quantities)
    for quote in reading.quotes:
        if quote.speaker is not None:
            written = text[quote.speaker_start : quote.speaker_end]
            assert " ".join(written.split()) == " ".join(quote.speaker.split())


@settings(max_examples=60, deadline=None)
@given(COPY)
def test_the_same_text_is_read_the_same_way_twice(text: str) -> None:
    assert copydesk.read(text) == copydesk.read(text)
