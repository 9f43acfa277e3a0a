"""Copy as it really arrives: broken, huge, in no language, or no copy at all."""

from __future__ import annotations

from datetime import date

import pytest

from broadsheet import copydesk
from broadsheet.copydesk.style import choose_style
from tests.copydesk.test_any_text import spans

STORY = (
    "Gate opens\n\n“We counted forty boats,” said harbour master Ines Okafor on Monday. She said "
    "that the café would open at 5 p.m.\n\n“It is late,” Okafor added."
)
ENDS = ["\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\n\r"]
BAD = {
    "nothing": "",
    "one letter": "a",
    "spaces only": " \t\u00a0\u2003\u3000",
    "line ends only": "\n\r\n\r\u2028\u2029\x0b\x0c\x85",
    "marks only": "“”‘’\"'«»„‚‹›" * 40,
    "opening marks only": "“" * 500,
    "no punctuation": "boats came to the gate and the men who saw them went home " * 40,
    "all capitals": STORY.upper() * 4,
    "binary": "".join(map(chr, range(256))) * 4,
    "nulls": "Gate\x00opens\x00\n\n\x00“We\x00counted”\x00said Okafor.",
    "lone surrogates": "Gate \ud800 opens\n\n“We \udfff counted,” said Okafor.",
    "private characters": "\ue000\uf8ff\U000f0000" * 30,
    "mixed scripts": "Gate विवरण فتح 開く открыт\n\n“یہ کھلا ہے” said Ινές Οκαφόρ. 「開いた」と彼は言った。",
    "right to left": "\u200f“البوابة مفتوحة”، قال الوزير يوم الاثنين.\u202e reversed \u202c",
    "combining marks": "Zal\u0301\u0300\u0302go\u0336" * 100 + " said O\u0301kafor.",
    "emoji": "👩‍👧 🏳️‍🌈 “👍🏽,” said 👮. 🇬🇧" * 30,
    "zero width": "Gate\u200b opens\ufeff\n\n\u200b“We\u200d counted,” said Oka\u00adfor.",
    "figures": "1,2,3.4.5 %%% 12% 1e9 ¼½¾ ٣٤ Ⅷ 999999999999999999999999999999 " * 10,
    "brackets": "([{<" * 200,
    "one long word": "a" * 20_000,
    "markup": "<p>Gate <b>opens</b></p>&nbsp;&lt;" * 20,
    "dates of no calendar": "31 February 2026. 0 March 2026. Monday, 99 March 0000. 2026-13-45.",
}


def whole(text: str) -> copydesk.Reading:
    """A reading with everything that there is to try."""
    return copydesk.read(text, published=date(2026, 3, 6), style=choose_style("auto", text))


@pytest.mark.parametrize("kind", BAD)
def test_bad_copy_is_read_and_every_span_lies_in_it(kind: str) -> None:
    text = BAD[kind]
    for start, end in spans(whole(text)):
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_every_kind_of_line_end_parts_the_copy_alike(end: str) -> None:
    plain, other = whole(STORY), whole(STORY.replace("\n", end))
    assert [p.text for p in other.paragraphs] == [p.text for p in plain.paragraphs]
    assert [q.person for q in other.quotes] == [q.person for q in plain.quotes]


def test_no_break_spaces_change_neither_speakers_nor_findings() -> None:
    plain, other = whole(STORY), whole(STORY.replace(" ", "\u00a0"))
    assert [q.person for q in other.quotes] == [q.person for q in plain.quotes]
    assert [(d.start, d.value) for d in other.dates] == [(d.start, d.value) for d in plain.dates]


def test_a_line_of_200_000_characters_is_read_to_its_end() -> None:
    line = "“It is open,” said harbour master Ines Okafor. The boats came on Monday. "
    text = "Gate opens\n\n" + (line * 3000)[:200_000]
    reading = whole(text)
    assert max(quote.end for quote in reading.quotes) > 199_000
    assert {quote.person for quote in reading.quotes if quote.direct} == {"Ines Okafor"}


def test_emoji_and_combining_marks_move_no_offset() -> None:
    for before in ("👩‍👧🏳️‍🌈 ", "Z\u0301\u0302 ", "\U0001f1ec\U0001f1e7 "):
        text = f"Gate opens\n\n{before}came. “It is open,” said harbour master Ines Okafor."
        (quote,) = whole(text).quotes
        assert text[quote.start : quote.end] == "It is open,"
        assert quote.speaker is not None
        assert quote.speaker_start is not None
        assert text[quote.speaker_start : quote.speaker_end] == quote.speaker
