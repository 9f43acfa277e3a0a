"""Words, names and numbers of a text in any script."""

from __future__ import annotations

import pytest

from broadsheet.wire.threads.words import NAME, NUMBER, sentences_of, tokens_of, words_of


def kinds(sentence: str) -> list[int]:
    """What each token of a sentence is."""
    return [token & 3 for token in tokens_of(sentence)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They closed 1,000 gates", "they closed 1000 gates"),
        ("They closed nine gates", "They closed 9 gates"),
        ("they opened the harbours", "they opened the harbour"),
        ("قال المدير ٣٠٠", "قَالَ المدير 300"),
        ("気温は２３度でした", "気温は23度でした"),
    ],
)
def test_what_says_the_same_has_the_same_tokens(one: str, other: str) -> None:
    assert tokens_of(one) == tokens_of(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They closed 1,000 gates", "They closed 1,001 gates"),
        ("They closed 2.5 gates", "They closed 25 gates"),
        ("The gate at Selby opened", "The gate at Halden opened"),
        ("किताब मेज पर रखी", "किताबें कुर्सी पर रखी"),
    ],
)
def test_other_numbers_names_and_words_have_others(one: str, other: str) -> None:
    assert tokens_of(one) != tokens_of(other)


def test_names_and_numbers_are_told_from_other_words() -> None:
    assert kinds("Engineers from Selby mended 40 valves") == [0, NAME, 0, NUMBER, 0]


def test_words_that_every_report_has_say_nothing() -> None:
    assert tokens_of("He said on Monday that it was about what they would do") == []


@pytest.mark.parametrize(
    "furniture",
    [
        "Follow the harbour at https://harbour.example/live for pictures",
        "Letters about harbours to desk@harbour.example please",
        "More harbour stories on harbour.com every day",
    ],
)
def test_a_sentence_with_an_address_says_nothing(furniture: str) -> None:
    assert tokens_of(furniture) == []


def test_words_of_indian_scripts_are_whole() -> None:
    assert words_of("हिन्दी में खबर") == ["हिन्दी", "में", "खबर"]


def test_scripts_without_spaces_are_read_in_pairs_of_letters() -> None:
    assert words_of("東京の天気") == ["東京", "京の", "の天", "天気"]
    assert len(words_of("เรือเฟอร์รี่ออกเดินทาง")) > 10


def test_sentences_end_where_each_script_ends_them() -> None:
    assert list(sentences_of(["雨が降った。風も強い！本当？"])) == [
        "雨が降った。",
        "風も強い！",
        "本当？",
    ]
    assert list(sentences_of(["One came. Two went."])) == ["One came.", "Two went."]
    assert list(sentences_of(["بندرگاہ کھل گئی۔ کشتیاں چل پڑیں۔"])) == [
        "بندرگاہ کھل گئی۔",
        "کشتیاں چل پڑیں۔",
    ]
