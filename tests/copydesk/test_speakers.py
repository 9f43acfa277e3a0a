"""Speakers: who is found behind a quotation or a report, and who is meant."""

from __future__ import annotations

from itertools import pairwise

import pytest

from broadsheet import copydesk
from broadsheet.copydesk import Quote

HEAD = "Gate of the sea lock opens\n\n"
NAMED = "Harbour master Ines Okafor opened the gate on Monday.\n\n"

#: Copy, the words that are looked for, the speaker as written, the person.
CASES = {
    "the verb behind": ("“It moved,” Okafor said.", "It moved,", "Okafor", "Ines Okafor"),
    "the verb first": ("“It moved,” said Okafor.", "It moved,", "Okafor", "Ines Okafor"),
    "the speaker first": ("Okafor said, “It moved.”", "It moved.", "Okafor", "Ines Okafor"),
    "an adverb between": ("“It moved,” Okafor further said.", "It moved,", "Okafor", "Ines Okafor"),
    "a colon": ("Okafor wrote: “It moved.”", "It moved.", "Okafor", "Ines Okafor"),
    "a question": ("“Did it move?” Okafor asked.", "Did it move?", "Okafor", "Ines Okafor"),
    "a pronoun": ("Okafor said she was glad.\n\n“It moved,” she added.", "It moved,", "she", "Ines Okafor"),
    "an aside": ("Tom Reyes, mayor of Selby, said “it moved.”", "it moved.", "Tom Reyes", "Tom Reyes"),
    "a role, then the name": (
        "“It moved,” said the mayor, Tom Reyes.", "It moved,", "the mayor, Tom Reyes", "Tom Reyes",
    ),
    "a role in small letters": (
        "“It moved,” said skipper Jonas Weir, 61.", "It moved,", "skipper Jonas Weir", "Jonas Weir",
    ),
    "another's feelings": (
        "Okafor said that she thinks it is “far too loud.”", "far too loud.", "Okafor", "Ines Okafor",
    ),
    "the second half": (
        "“It moved,” said Okafor. “Then it stopped.”", "Then it stopped.", "Okafor", "Ines Okafor",
    ),
    "a misspelt name": ("“It moved,” Okaofr said.", "It moved,", "Okaofr", "Ines Okafor"),
    "a dash": ("“It moved and we saw it.” — Tom Reyes", "It moved and we saw it.", "Tom Reyes", "Tom Reyes"),
    "a state behind the name": (
        "“The lock will be built,” Senate Leader Mitch Reyes, R-Ky., said Tuesday.",
        "The lock will be built,", "Senate Leader Mitch Reyes", "Senate Leader Mitch Reyes",
    ),
    "another clause behind": (
        "Reyes said the film was not “proof that the gate was shut,” but he said it helped.",
        "proof that the gate was shut,", "Reyes", "Reyes",
    ),
    "numbers in the speaker": (
        "“The reasons hold no water,” said 2/11 widow Terry Strand.", "The reasons hold no water,",
        "2/11 widow Terry Strand", "Terry Strand",
    ),
    "as a memo put it": (
        "What counts is a “lawful source of income,” as a harbour memo put it.",
        "lawful source of income,", "a harbour memo", "a harbour memo",
    ),
    "per the rules": (
        "Nobody may vote “to fill a place on the board,” per the club’s rules.",
        "to fill a place on the board,", "the club’s rules", "the club’s rules",
    ),
    "a pronoun run together with its verb": (
        "Okafor came late. She’s claiming that the gate is “a big, big problem here.”",
        "a big, big problem here.", "She", "Ines Okafor",
    ),
    "let them know": (
        "Okafor let them know that “this is not who we are.”", "this is not who we are.", "Okafor", "Ines Okafor",
    ),
    "a statement calling": (
        "After a long night, the Ost Council issued a statement calling the leak “a plain breach of the rules.”",
        "a plain breach of the rules.", "the Ost Council", "the Ost Council",
    ),
    "a clause that leads": (
        "After saying her foot was “so swollen that no shoe would fit,” Okafor went home.",
        "so swollen that no shoe would fit,", "Okafor", "Ines Okafor",
    ),
    "a verb joined to another": (
        "When the mayor mentioned the bill, I laughed and said, “Nobody will pay for it.”",
        "Nobody will pay for it.", "I", "the mayor",
    ),
    "the name before the pronoun behind": (
        "Okafor scolded the board: “You waited far too long,” she said.", "You waited far too long,",
        "Okafor", "Ines Okafor",
    ),
    "the subject, not the street": (
        "Crowds marching through the streets chanted “Open the gate for us!”", "Open the gate for us!",
        "Crowds", "Crowds",
    ),
    "a source without a name": (
        "According to long-time trade watchers, the plan is “a leap into cold water.”",
        "a leap into cold water.", "long-time trade watchers", "long-time trade watchers",
    ),
    "a nickname": (
        "“He will win this year!” Robert C. “Bobby” Weir shouted.", "He will win this year!",
        "Robert C. “Bobby” Weir", "Robert C. “Bobby” Weir",
    ),
    "marks of two kinds": ('"It moved at last,” said Okafor.', "It moved at last,", "Okafor", "Ines Okafor"),
    "the wrong mark at the end": (
        "Okafor said: “The gate has moved.“ Then she left.", "The gate has moved.", "Okafor", "Ines Okafor",
    ),
    "marks of a wire that has none": ("``It moved,'' Okafor said.", "It moved,", "Okafor", "Ines Okafor"),
}  # fmt: skip
#: The same, for what is told without marks.
TOLD = {
    "a paper that has learned": (
        "The gate was shut for two days, The Selby Post has learned.", "The gate was shut for two days",
        "The Selby Post", "The Selby Post",
    ),
    "a promise behind another verb": (
        "“We were hurt,” Okafor told the group, adding that the gate would stay open.",
        "the gate would stay open", "Okafor", "Ines Okafor",
    ),
    "what is called for": (
        "Okafor called for the repair of the gate.", "the repair of the gate", "Okafor", "Ines Okafor",
    ),
}  # fmt: skip


def quotes(body: str) -> tuple[Quote, ...]:
    """The quotations of a story with this body."""
    return copydesk.read(HEAD + NAMED + body).quotes


def said(body: str, words: str) -> Quote:
    """The one quotation of just these words."""
    text = HEAD + NAMED + body
    return next(q for q in quotes(body) if text[q.start : q.end] == words)


@pytest.mark.parametrize("case", CASES)
def test_the_speaker_is_found_and_known(case: str) -> None:
    body, words, speaker, person = CASES[case]
    quote = said(body, words)
    assert (quote.direct, quote.speaker, quote.person) == (True, speaker, person)


@pytest.mark.parametrize("case", TOLD)
def test_what_is_told_without_marks_has_a_speaker_too(case: str) -> None:
    body, words, speaker, person = TOLD[case]
    quote = said(body, words)
    assert (quote.direct, quote.speaker, quote.person) == (False, speaker, person)


def test_the_official_is_the_one_who_spoke_before() -> None:
    body = "A senior official of the port said it moved.\n\n“It stopped again,” the official said."
    assert said(body, "It stopped again,").person == "A senior official of the port"


def test_somebody_who_travels_with_a_minister_is_not_the_minister() -> None:
    quote = said("“It moved,” said an official travelling with Okafor.", "It moved,")
    assert quote.person != "Ines Okafor"


def test_an_outlet_that_closes_the_sentence_is_a_link_and_not_the_speaker() -> None:
    body = "Okafor said that the gate had moved again, Channel Nine reported. (SNA)"
    quote = said(body, "the gate had moved again")
    assert (quote.speaker, quote.direct, quote.chain) == ("Okafor", False, ("Channel Nine", "SNA"))


def test_a_mark_that_was_never_closed_does_not_swallow_its_own_attribution() -> None:
    body = "“The gate moved very, very slowly, the official further said. It was late."
    quote = said(body, "The gate moved very, very slowly,")
    assert (quote.direct, quote.speaker) == (True, "the official")


def test_a_quotation_left_open_is_said_by_whoever_goes_on() -> None:
    body = "“The gate moved at last.\n\n“Then it stopped,” said Tom Reyes."
    assert said(body, "The gate moved at last.").person == "Tom Reyes"


def test_the_name_of_a_broadcast_is_no_quotation() -> None:
    assert not quotes("Okafor spoke on “Harbour Hour” of Radio Selby.")


def test_a_flood_warning_warns_nobody() -> None:
    body = "The flood warning along the river was lifted, the water board said."
    found = [q for q in quotes(body) if q.cue]
    assert [(q.speaker, q.cue) for q in found] == [("the water board", "said")]


def test_a_firsthand_report_is_a_noun() -> None:
    body = "The mayor will get a firsthand report of the gate, reported Channel Nine."
    assert said(body, "The mayor will get a firsthand report of the gate").speaker == "Channel Nine"


def test_reported_words_never_lie_over_one_another() -> None:
    body = "Okafor said that the gate was “slow” and, she added, “loud as a ship,” and old."
    spans = [(q.start, q.end) for q in quotes(body)]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_furniture_holds_no_people() -> None:
    text = HEAD + NAMED + "“It moved,” they said.\n\nShare on Facebook\n\nFollow us on Twitter"
    assert [person.name for person in copydesk.read(text).people] == ["Ines Okafor"]


@pytest.mark.parametrize(
    "body",
    [
        "The best boats went to a separate “salvage trust” on the river.",
        "The gate is 6'3\" high and 40'2\" long. No other is as high.",
    ],
)
def test_a_term_in_marks_and_a_measure_in_inches_are_said_by_nobody(body: str) -> None:
    assert quotes(body) == ()


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    body = (
        "Part of the talk follows:\n\n“WEIR: Is the “Sea Gate” open, yes or no?\n\n"
        "“OKAFOR: It is open. But that is not all.\n\n“There is more to come.\n\n(LAUGHTER.)\n\n"
        "“WEIR: Thank you.”"
    )
    told = [(q.speaker, q.person) for q in quotes(body)]
    assert told == [
        ("WEIR", "WEIR"),
        ("OKAFOR", "Ines Okafor"),
        ("OKAFOR", "Ines Okafor"),
        ("WEIR", "WEIR"),
    ]


def test_markup_left_in_the_copy_says_nothing() -> None:
    body = 'The gate opened. <tweet id="77812" author="selbyport">It moved</tweet> Boats came.'
    assert quotes(body) == ()


def test_a_misspelt_name_is_a_mention_of_whom_it_means() -> None:
    text = HEAD + NAMED + "Ines Okafor spoke. Ines Okaofr left.\n"
    (person,) = copydesk.read(text).people
    assert person.name == "Ines Okafor"
    assert "Ines Okaofr" in [text[start:end] for start, end in person.mentions]
