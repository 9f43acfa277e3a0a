"""A style's file: what it may hold, and the words in which a wrong one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.copydesk.style import StyleError, choose_style, known, load_style, tongue_of

RULE = '[rules.quay]\nkind = "substitution"\nmessage = "m"\nswap = { "wharf" = "quay" }\nmatch = ["wharf"]\nleave = ["quay"]\n'  # fmt: skip


def styles(folder: Path, **files: str) -> Path:
    (folder / "styles").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "styles" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_papers_own_style_is_found_by_its_name(tmp_path: Path) -> None:
    paper = styles(tmp_path, own=RULE)
    assert [rule.id for rule in load_style("own", paper).rules] == ["quay"]
    assert known(paper) == ["english", "own", "uk", "us"]


def test_a_style_extends_another_switches_off_and_changes_single_keys(tmp_path: Path) -> None:
    own = 'extends = "uk"\noff = ["more-than", "boilerplate"]\nnames = ["Selby"]\n[rules.meet-with]\nlevel = "query"\n'  # fmt: skip
    style = load_style("own", styles(tmp_path, own=own + RULE))
    rules = {rule.id: rule for rule in style.rules}
    assert "more-than" not in rules
    assert (rules["meet-with"].level, rules["meet-with"].name) == ("query", "own.meet-with")
    assert rules["date-style"].name == "uk.date-style"
    assert (style.names, style.off) == (
        frozenset({"Selby"}),
        frozenset({"more-than", "boilerplate"}),
    )


def test_a_paper_may_extend_the_shipped_style_of_the_same_name(tmp_path: Path) -> None:
    style = load_style("uk", styles(tmp_path, uk='extends = "uk"\n' + RULE))
    assert {"quay", "meet-with"} <= {rule.id for rule in style.rules}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    paper = styles(tmp_path, own=RULE)
    assert len(load_style("own", paper).rules) == 1
    styles(tmp_path, own=RULE + RULE.replace("rules.quay", "rules.pier"))
    assert len(load_style("own", paper).rules) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extend = "uk"', "there is no key 'extend'. The nearest known one is 'extends'."),
        ("[rules", "is no TOML: "),
        ('extends = "englich"', "there is none. The nearest known one is 'english'."),
        ('extends = "own.toml"', "extends itself"),
        ('off = ["date-stile"]', "which is no rule or check. The nearest known one is 'date-style'."),
        ('levels = ["loud"]', "'levels' cannot be 'loud'"),
        ("[agency.AP]\nstile = 'us'", "there is no key 'stile'. The nearest known one is 'style'."),
        ("names = 'Selby'", "'names' must be a list of texts"),
        (RULE.replace("swap", "swaps"), "rule 'quay': there is no key 'swaps'. The nearest known one is 'swap'."),
        (RULE.replace("substitution", "existance"), "rule 'quay': 'kind' cannot be 'existance'"),
        (RULE.replace("substitution", "existence"), "a rule of kind existence needs 'words', or 'pattern'."),
        (RULE.replace('match = ["wharf"]', ""), "'match' is missing. Give at least one sentence"),
        (RULE.replace('"m"', '"{fund}"'), "'message' knows {found}, {instead} and {count}, not {fund}."),
        (RULE.replace('"m"', "3"), "'message' must be text in quotation marks, not 3."),
        (RULE + "certain = 1", "'certain' must be true or false, not 1."),
        (RULE.replace("quay]", "doubled-word]"), "a check of the desk has this id"),
        (RULE.replace("quay]", "Quay_1]"), "an id is small letters, figures and hyphens"),
        (RULE + "after = '('", "'after' is no pattern: "),
        (RULE + "after = '(?:a|b)+'", "repeats the group (?:a|b) without a limit"),
        (RULE + r"after = '(\w+){2,9}'", r"repeats the group (\w+), in which something repeats too"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_words_that_name_it(
    text: str, words: str, tmp_path: Path
) -> None:
    if not text.startswith("[") or text.startswith("[agency"):
        text = 'extends = "uk"\n' + text if "extend" not in text else text
    with pytest.raises(StyleError) as error:
        load_style("own", styles(tmp_path, own=text))
    assert words in str(error.value)
    assert "own.toml" in str(error.value) or "'englich'" in str(error.value)


def test_a_group_that_ends_with_a_space_may_be_repeated(tmp_path: Path) -> None:
    own = RULE + r"after = '(?:\w+\s){0,4}(?:[-’]\w+){0,2}'"
    assert load_style("own", styles(tmp_path, own=own)).rules


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("The harbour board travelled to the centre.", "uk"),
        ("The harbor board traveled to the center.", "us"),
        ("The board met.", ""),
        ("The harbour is near the harbor.", ""),
        ("“My favorite color,” she said, and left the harbour.", "uk"),
    ],
)
def test_the_copy_says_itself_how_it_is_spelt(text: str, tongue: str) -> None:
    assert tongue_of(text) == tongue


def test_the_style_is_that_of_the_copys_spelling_unless_one_is_named(tmp_path: Path) -> None:
    names = {wanted: choose_style(wanted, "The harbour.") for wanted in ("auto", "us", "none")}
    assert {k: s.name if s else None for k, s in names.items()} == {
        "auto": "uk",
        "us": "us",
        "none": None,
    }
    neither = choose_style("auto", "The board met.")
    assert neither is not None
    assert neither.name == "english"
    with pytest.raises(StyleError, match="'uq': there is none"):
        choose_style("uq", "", tmp_path)
