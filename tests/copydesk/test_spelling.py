"""The word lists, what a slip was to be, and whose spelling a word is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from broadsheet.copydesk.spelling import is_spelt, other_spelling, tongue, words
from broadsheet.copydesk.spelling.forms import is_made
from broadsheet.copydesk.spelling.judge import is_known, judge, judge_capital, parts_of
from broadsheet.copydesk.spelling.nearest import meant, parted

FOLDER = words.DATA.parent


def test_the_lists_are_small_enough_to_ship_and_their_licence_lies_beside_them() -> None:
    assert words.DATA.stat().st_size < 1_000_000
    licence = (FOLDER / "COPYING-SCOWL.txt").read_text(encoding="utf-8")
    assert "Kevin Atkinson" in licence
    assert "Permission to use, copy, modify, distribute" in licence


def test_every_word_of_the_papers_own_list_is_in_the_lists() -> None:
    text = (FOLDER / "own_words.txt").read_text(encoding="utf-8")
    rows = [line.partition("#")[0].split() for line in text.splitlines()]
    own = [word.lower() for row in rows for word in row if word.isalpha()]
    assert len(own) > 1000
    assert [word for word in own if not is_spelt(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        "colour",
        "color",
        "organise",
        "organize",
        "travelling",
        "traveling",
        "centre",
        "center",
        "grey",
        "gray",
        "tyre",
        "kerb",
        "jail",
        "gaol",
        "lakh",
        "crore",
        "jirga",
        "lathi",
        "matatu",
        "braai",
        "iftar",
        "majlis",
        "naïve",
        "naive",
        "café",
        "cafe",
        "selfie",
        "livestream",
    ],
)
def test_every_land_s_spelling_is_spelt(word: str) -> None:
    assert is_spelt(word)


@pytest.mark.parametrize("word", ["recieve", "colou", "zzz", "Ünder", "x1", "�", "тест"])
def test_what_is_no_word_is_not_found(word: str) -> None:
    assert words.look_up(word) is None


def test_a_name_is_no_small_word() -> None:
    assert words.look_up("london") is None
    assert words.is_name("london")
    assert words.is_name("white")
    assert words.look_up("white") is not None
    assert not words.is_name("harbour")


def test_the_lists_are_packed_and_found_again(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = {
        "lock": words.Entry(0, "", True),
        "locks": words.Entry(2, "", False),
        "lockmeistër": words.Entry(4, "uk", False),
        "ost": None,
    }

    class Data:
        @staticmethod
        def read_bytes() -> bytes:
            return words.pack(entries)

    words._block.cache_clear()
    monkeypatch.setattr(words, "DATA", Data)
    try:
        assert {word: words.look_up(word) for word in entries} == entries
        assert [words.look_up(word) for word in ("loc", "lockm", "lockss", "os", "")] == [None] * 5
    finally:
        words._block.cache_clear()


def test_the_lists_are_not_loaded_before_a_text_is_checked() -> None:
    code = (
        "import broadsheet.copydesk; from broadsheet.copydesk.spelling import words;"
        "print(words._block.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieve", "receive"),
        ("accomodation", "accommodation"),
        ("seperate", "separate"),
        ("goverment", "government"),
        ("neigbhour", "neighbour"),
        ("unneccesary", "unnecessary"),
        ("ocassionally", "occasionally"),
        ("becuase", "because"),
        ("occured", "occurred"),
        ("teh", "the"),
        ("alot", "a lot"),
        ("saidthat", "said that"),
        ("didnt", "didn't"),
        ("perviously", "previously"),
    ],
)
def test_a_slip_has_one_word_that_was_meant(wrong: str, right: str) -> None:
    assert not is_known(wrong)
    slip = judge(wrong, (), 1)
    assert slip is not None
    assert slip.right == right


def test_where_two_words_are_as_near_none_is_called_certain() -> None:
    slip = judge("contess", (), 1)
    assert slip is not None
    assert slip.right is None
    assert {"contest", "contests"} & set(slip.near)


def test_a_word_of_the_story_is_likelier_meant() -> None:
    assert meant("contess", {"contests"})[0].word == "contests"


@pytest.mark.parametrize(
    "word", ["wherrymaster", "boda", "xylolith", "ngozi", "qasbah", "brzezina", "conf", "args"]
)
def test_a_stranger_is_not_called_a_slip(word: str) -> None:
    assert is_known(word) or judge(word, (), 1) is None


def test_what_stands_often_is_the_story_s_own_word() -> None:
    assert judge("sharding", (), 1) is not None
    assert judge("sharding", (), 3) is None
    assert judge("recieve", (), 3) is not None


@pytest.mark.parametrize(
    "word",
    [
        "undertaxed",
        "newsmaker",
        "boatless",
        "hourlong",
        "rebuildable",
        "denuclearised",
        "impermissibly",
    ],
)
def test_a_word_rightly_made_is_let_be(word: str) -> None:
    assert is_known(word) or (is_made(word) and judge(word, (), 1) is None)


def test_a_made_word_loses_to_a_usual_one_a_slip_away() -> None:
    assert is_made("precent")
    assert judge("precent", (), 1) is not None


def test_a_missing_space_is_seen_only_between_small_common_words() -> None:
    assert parted("ofthe") == "of the"
    assert parted("chipset") is None


def test_a_capitalised_word_is_a_slip_only_if_it_can_be_no_name() -> None:
    assert judge_capital("goverment") is not None
    assert judge_capital("whitte") is None
    assert judge_capital("marin") is None


def test_a_token_is_judged_by_its_parts() -> None:
    assert parts_of("anti-armor") == ["anti", "armor"]
    assert parts_of("harbour’s") == ["harbour"]
    assert parts_of("they’ve") == ["they"]
    assert parts_of("didn't") == []
    assert parts_of("did'nt") == ["did'nt"]


@pytest.mark.parametrize(
    ("word", "side", "other"),
    [
        ("colour", "uk", "color"),
        ("color", "us", "colour"),
        ("organise", "s", "organize"),
        ("organize", "z", "organise"),
        ("programme", "uk", "program"),
        ("program", "", None),
        ("defense", "us", "defence"),
        ("manoeuvre", "uk", "maneuver"),
        ("jewelry", "us", "jewellery"),
        ("travelling", "uk", "traveling"),
        ("dialogue", "", None),
        ("surprise", "", None),
        ("hour", "", None),
    ],
)
def test_a_word_knows_its_side_and_how_the_other_spells_it(
    word: str, side: str, other: str | None
) -> None:
    assert tongue(word) == side
    assert other_spelling(word) == other
