"""House style as an engine: kinds of rule, what is never touched, one remark a cause."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from broadsheet import copydesk
from broadsheet.copydesk.style import Style, load_style, spoken

HEAD = "Lock opens\n\n"
EXAMPLES = 'match = ["x"]\nleave = ["y"]\n'


def own(folder: Path, rules: str, name: str = "own") -> Style:
    path = folder / f"{name}.toml"
    path.write_text(rules.replace("EXAMPLES", EXAMPLES), encoding="utf-8")
    return load_style(str(path))


def found(style: Style, text: str) -> list[tuple[str, str]]:
    """Each finding of the style: its check and the words that it marks."""
    reading = copydesk.read(text if "\n\n" in text else HEAD + text, style=style)
    return [
        (f.check, reading.text[f.start : f.end])
        for f in reading.findings
        if f.rule.startswith(f"{style.name}.")
    ]


WORDS = """
[rules.quay]
kind = "substitution"
certain = true
message = "“{found}”: “{instead}”"
swap = { "wharf" = "quay", "sea wall" = "breakwater", "RNLI" = "lifeboats" }
EXAMPLES
[rules.tide]
kind = "substitution"
about = "spelling"
message = "“{found}”: “{instead}”"
swap = { "tydal" = "tidal" }
EXAMPLES
"""


def test_a_word_keeps_its_capital_at_the_start_of_a_sentence(tmp_path: Path) -> None:
    reading = copydesk.read(HEAD + "Wharf and wharf.", style=own(tmp_path, WORDS))
    first = next(f for f in reading.findings if f.check == "quay")
    assert (first.suggestion, first.level, first.rule) == ("Quay", "style", "own.quay")
    assert [reading.text[slice(*span)] for span in first.evidence] == ["wharf"]


def test_a_phrase_is_found_across_spaces_of_any_kind(tmp_path: Path) -> None:
    text = "By the sea\u00a0 wall she slept."
    assert found(own(tmp_path, WORDS), text) == [("quay", "sea\u00a0 wall")]


@pytest.mark.parametrize(
    "text",
    [
        "The Wharf Hotel is open.",
        "The wharf-side and the wharfs are open.",
        "Write to wharf@port.example or https://port.example/wharf or @wharf.",
        "The line `wharf` is code, and so is <wharf>.",
        "“The wharf is open,” Okafor said.",
        "Sea. Wall.",
    ],
)
def test_it_leaves_names_addresses_code_and_quoted_words_alone(text: str, tmp_path: Path) -> None:
    assert found(own(tmp_path, WORDS), text) == []


def test_spelling_is_looked_at_inside_quotations_too(tmp_path: Path) -> None:
    text = "“The tydal wharf is open,” Okafor said."
    assert found(own(tmp_path, WORDS), text) == [("tide", "tydal")]


def test_no_rule_speaks_of_the_trail_or_of_furniture(tmp_path: Path) -> None:
    text = "Top News EU News\n\nLock opens\n\nThe lock opened.\n\nLeave a Reply"
    style = own(tmp_path, '[rules.all]\nkind = "existence"\nmessage = "m"\nwords = ["news", "EU News", "leave a reply"]\nEXAMPLES')  # fmt: skip
    assert found(style, text) == []


def test_a_name_that_the_paper_knows_is_left_alone(tmp_path: Path) -> None:
    style = own(tmp_path, 'names = ["the old wharf inn"]\n' + WORDS)
    assert found(style, "At the old wharf inn she slept.") == []
    assert found(style, "At the new wharf inn she slept.") == [("quay", "wharf")]
    assert copydesk.read(HEAD, names=["Selby"], style=style).known_names == {
        "Selby",
        "the old wharf inn",
    }


def test_one_cause_gives_one_remark_with_its_other_places(tmp_path: Path) -> None:
    reading = copydesk.read(HEAD + "A wharf. " * 9, style=own(tmp_path, WORDS))
    (finding,) = [f for f in reading.findings if f.check == "quay"]
    assert len(finding.evidence) == 8


def test_one_place_gives_one_remark() -> None:
    text = "They kept the cease-fire. Another ceasefire failed."
    assert found(load_style("uk"), text) == [("hyphenation", "cease-fire")]


def test_consistency_marks_the_rarer_of_two_forms(tmp_path: Path) -> None:
    style = own(tmp_path, '[rules.form]\nkind = "consistency"\nmessage = "{found}, {instead}"\nswap = { "adviser" = "advisor" }\nEXAMPLES')  # fmt: skip
    assert found(style, "An advisor, an adviser and an advisor.") == [("form", "adviser")]
    assert found(style, "An advisor and an adviser.") == [("form", "adviser")]
    assert found(style, "An advisor and an advisor.") == []


def test_a_condition_is_met_anywhere_in_the_story(tmp_path: Path) -> None:
    style = own(tmp_path, """
[rules.explained]
kind = "conditional"
message = "“{found}” is not explained"
first = '([A-Z]{3,5})\\b'
second = '\\w+\\s\\(([A-Z]{3,5})\\)'
EXAMPLES""")  # fmt: skip
    assert found(style, "The SHB met.") == [("explained", "SHB")]
    assert found(style, "The SHB met. The Selby Harbour Board (SHB) met.") == []


def test_occurrence_counts_words_when_nothing_else_is_said(tmp_path: Path) -> None:
    style = own(tmp_path, """
[rules.long]
kind = "occurrence"
message = "{count} words"
within = "headline"
most = 4
EXAMPLES""")  # fmt: skip
    assert found(style, "The lock opens at last\n\nIt opened.") == [("long", "last")]
    assert found(style, "The lock opens now\n\nIt opened at the end of the day.") == []


def test_the_levels_that_speak_are_the_styles(tmp_path: Path) -> None:
    style = own(tmp_path, 'levels = ["style"]\noff = ["stray-space"]\n' + WORDS)
    reading = copydesk.read(HEAD + "At the the wharf  it opened on Monday.", style=style)
    assert {f.check for f in reading.findings} > {"quay", "stray-space", "doubled-word"}
    assert [f.check for f in spoken(reading, style)] == ["quay"]


def test_occurrence_counts_within_a_sentence_or_the_copy(tmp_path: Path) -> None:
    style = own(tmp_path, """
[rules.dashes]
kind = "occurrence"
message = "{count} dashes"
about = "marks"
pattern = "–"
within = "sentence"
most = 1
EXAMPLES
[rules.said]
kind = "occurrence"
message = "nobody is quoted"
words = ["said"]
within = "copy"
least = 1
EXAMPLES""")  # fmt: skip
    assert found(style, "It – the lock – opened. Okafor said so.") == [
        ("dashes", "It – the lock – opened.")
    ]
    assert found(style, "It – the lock. It – the gate. Okafor said so.") == []
    assert [check for check, _ in found(style, "It opened.")] == ["said"]


def test_the_copy_of_an_agency_may_have_another_style(tmp_path: Path) -> None:
    style = own(tmp_path, 'extends = "uk"\n[agency.PTI]\nstyle = "us"\nlevels = ["fix", "style"]\noff = ["percent"]\n')  # fmt: skip
    ours = copydesk.read(HEAD + "Tolls rose by 4 percent on March 4.", style=style)
    theirs = copydesk.read(HEAD + "Tolls rose by 4 per cent on 4 March. (PTI)", style=style)
    assert {f.rule for f in ours.findings if f.level == "style"} == {"uk.percent", "uk.date-style"}
    assert {f.rule for f in theirs.findings if f.level == "style"} == {"us.percent", "us.date-style"}  # fmt: skip
    assert {f.check for f in spoken(theirs, style)} == {"date-style"}


def test_an_agency_without_a_profile_is_told_only_what_must_be_fixed(tmp_path: Path) -> None:
    reading = copydesk.read(
        HEAD + "At the the wharf it opened on Monday. (PTI)", style=own(tmp_path, WORDS)
    )
    assert {f.level for f in reading.findings} == {"fix", "query", "style"}
    assert {f.check for f in spoken(reading, None)} == {"doubled-word"}


def test_without_a_style_none_is_tried() -> None:
    reading = copydesk.read(HEAD + "The gate was shut in order to save water.")
    assert (reading.style, reading.findings) == ("", ())


def test_a_style_with_a_side_spells_everything_its_way() -> None:
    style = load_style("uk")
    assert found(style, "The color of the anti-armor gate in Color Street.") == [
        ("house-spelling", "color"),
        ("house-spelling", "armor"),
    ]
    mixed = copydesk.read(HEAD + "The colour and the honour of the harbor.", style=style)
    assert [f.check for f in mixed.findings] == ["mixed-spelling"], "one remark on one word"


PIECES = some.sampled_from(
    ["in order to", "over 3 million ", "August 29", "said, ", "“", "”", '"', "'", "NATO", "Mr. Reyes ",
     "percent", " on Monday arrived", "\n\n", "\r\n", "color ", "e\u0301", "😀", "\u00a0", "7 people",
     "http://x.example/firsthand ", "ALSO READ: firsthand", "\ud800", "!", ". ", "the ", "is "]
)  # fmt: skip


@pytest.mark.parametrize("name", ["uk", "us"])
@given(text=some.lists(PIECES | some.text(max_size=5), max_size=25).map("".join))
def test_every_finding_of_any_text_lies_in_the_text(name: str, text: str) -> None:
    reading = copydesk.read(text, style=load_style(name))
    for finding in reading.findings:
        for start, end in ((finding.start, finding.end), *finding.evidence):
            assert 0 <= start <= end <= len(text)
        assert "{" not in finding.message or "{" in text


@pytest.mark.parametrize("text", ["a" * 60_000, "on Monday " * 6_000, "“" * 60_000, "in order " * 6_000, "4 " * 30_000, "said, “" * 8_000])  # fmt: skip
def test_no_line_takes_long(text: str) -> None:
    style = load_style("uk")
    reading = copydesk.Reading(text, paragraphs=(copydesk.Paragraph("body", 0, len(text), text),))
    begun = time.process_time()
    list(copydesk.style.style_findings(reading, [[]], style))
    assert time.process_time() - begun < 3
