"""Misspelt words in whole stories, and what is let be in them."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from broadsheet.copydesk import Finding, read

HEAD = "Lock opens\n\n"


def _found(text: str, check: str = "misspelling", names: Collection[str] = ()) -> list[Finding]:
    return [f for f in read(HEAD + text, names=names).findings if f.check == check]


def _words(text: str, check: str = "misspelling", names: Collection[str] = ()) -> list[str]:
    whole = HEAD + text
    return [whole[f.start : f.end] for f in _found(text, check, names)]


def test_the_finding_lies_on_the_word_and_offers_the_mend() -> None:
    text = "The keeper recieved the key. He had recieved it late."
    (finding,) = _found(text)
    assert (HEAD + text)[finding.start : finding.end] == "recieved"
    assert finding.level == "fix"
    assert finding.suggestion == "received"
    assert [(HEAD + text)[slice(*span)] for span in finding.evidence] == ["recieved"]
    assert "2 times" in finding.message


def test_only_the_wrong_half_of_a_compound_is_marked() -> None:
    assert _words("A well-knwon keeper bowed.") == ["knwon"]


def test_the_capital_of_a_sentence_s_start_is_kept_in_the_mend() -> None:
    (finding,) = _found("The gate held. Goverment money paid for it.")
    assert finding.suggestion == "Government"


def test_a_headline_in_capitals_is_read_too_but_its_names_are_let_be() -> None:
    found = read(
        "Goverment Opens Morbenbury Lock In Ost\n\nBoats came. The lock was opened."
    ).findings
    assert [f.suggestion for f in found if f.check == "misspelling"] == ["Government"]


def test_the_words_of_a_quotation_are_checked_too() -> None:
    assert _words("“It was a dificult day,” the keeper said.") == ["dificult"]


def test_a_name_known_to_the_paper_is_let_be() -> None:
    text = "The keeper of recieve spoke."
    assert _words(text) == ["recieve"]
    assert _words(text, names=["Lock Recieve"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "A boatt museum opens. The Boatt family gave it.",
        "He wrote “recieved” [sic] on the gate.",
        "The word ‘recieved’ stood on the gate.",
        "Write to keeper@recieved.example or see www.recieved.example/harbuor today.",
        "The tag #recieved was used by @harbuor.",
        "Run `broadsheet innit recieved` to begin.",
        "if (recieved) { gate.opne(); }",
        "The psalm began “dominus pastor meus et nihil deerit mihi” and went on.",
        "He calls it sopa de pescado at home.",
        "He was goin’ home and the boats were runnin’ late.",
        "They’re sure it’s the keepers’ and y’all’d agree, wouldn’t you? It’s 5 o’clock.",
        "The 3rd gate, the 21st, a 40ft mast, 5G masts and the B-road were seen to.",
        "The colour of the center was recognised as gray in the harbor theatre.",
        "A zig-zagging, co-ordinated pre-election get-together re-opened the lock.",
        "SCHLEUSE OEFNET AND THE KEEPRE IN CAPITALS ARE LET BE",
        "co\u0308operation and gov\u00adern\u00adment have marks that are not seen.",
    ],
)
def test_what_is_no_slip_is_let_be(text: str) -> None:
    assert _words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police lathi-charged a dharna after the bandh; the sarpanch and a godman were booked.",
        "A chargesheet over Rs 3 lakh crore was filed against two jawans, the official further said.",
        "The jirga met before iftar; ulema, maulvis and the nazim asked for more rickshaws.",
        "Boda boda riders and matatu crews paid in shillings; the askaris left the shamba at dusk.",
        "The oba and the emir asked okada riders to shun hoodlums, after bandits held abductees.",
        "The bakkie left the kraal for the braai; loadshedding and galamsey were on the lekgotla's list.",
        "The sheikh’s majlis raised dirhams and riyals by zakat and sukuk during Ramadan.",
        "Tradies in utes at the servo called it a ripper arvo; the marae gave a haka.",
        "The taoiseach, two gardaí and the first minister’s quango were gobsmacked.",
    ],
)
def test_english_of_every_newsroom_is_let_be(text: str) -> None:
    assert _words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die schleuse wurde gestern geöffnet, wie das amt der stadt am abend mitteilte und bestätigte.",
        "Le maire a ouvert hier la porte du canal devant une foule nombreuse et des enfants.",
        "میئر نے کہا کہ دروازہ کل کھولا گیا تھا۔",
        "Меэр открыл вчера ворота канала.",
    ],
)
def test_a_text_in_another_language_gets_no_findings(text: str) -> None:
    assert [f for f in read(text + "\n\n" + text).findings if f.check == "misspelling"] == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The council could of paid.", "of", "have"),
        ("It holds more then 40 boats.", "then", "than"),
        ("They came form the harbour.", "form", "from"),
        ("He may loose the election.", "loose", "lose"),
        ("The flood has lead to losses.", "lead", "led"),
        ("The lock has it’s own keeper.", "it’s", "its"),
    ],
)
def test_a_right_word_in_the_wrong_place_is_seen(text: str, wrong: str, right: str) -> None:
    (finding,) = _found(text)
    assert (HEAD + text)[finding.start : finding.end] == wrong
    assert finding.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "They could, of course, pay. What it could of itself do is little known.",
        "It was better then, and more then and there than now.",
        "The form of the gate and a loose plank came up. Each other then, they said.",
        "They have lead pipes, and the lead to the next is long.",
        "It’s own goals that lost the match.",
    ],
)
def test_a_right_word_in_its_place_is_let_be(text: str) -> None:
    assert _words(text) == []


def test_a_mix_of_spellings_is_marked_on_the_lesser_side_with_the_other_spelling() -> None:
    text = "The color of the gate was favored. Neighbors and neighbours came; labor was honored."
    (finding,) = _found(text, "mixed-spelling")
    assert (HEAD + text)[finding.start : finding.end] == "neighbours"
    assert finding.suggestion == "neighbors"
    assert finding.level == "style"


def test_where_neither_side_is_the_lesser_both_are_shown_and_no_mend_is_offered() -> None:
    found = _found("The colour of the gate was honored.", "mixed-spelling")
    assert [f.suggestion for f in found] == [None, None]


def test_the_story_s_abbreviations_decide_between_equals() -> None:
    text = "The colour of the gate was honored, Mr. Reyes of the U.S. office said."
    assert _words(text, "mixed-spelling") == ["colour"]
    text = "The colour of the gate was honored, Mr Reyes of the board said."
    assert _words(text, "mixed-spelling") == ["honored"]


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the Department of Defense and the Center for Harbor Studies on Labor Day.",
        "The harbour kept its colour. The statement read: “We honor our neighbors.”",
        "The colour of the organization’s harbour was recognized by its neighbours.",
        "The catalogue of the dialogue was advised by an adviser and an advisor.",
    ],
)
def test_names_written_quotations_and_oxford_s_spelling_make_no_mix(text: str) -> None:
    assert _words(text, "mixed-spelling") == []


def test_spoken_words_are_spelt_by_the_reporter() -> None:
    text = (
        "The harbour kept its colour and its neighbours. “We honor that,” Tom Reyes said on Monday."
    )
    assert _words(text, "mixed-spelling") == ["honor"]
