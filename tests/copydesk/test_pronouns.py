"""A pronoun means a person, or nobody."""

from __future__ import annotations

import pytest

from broadsheet.copydesk import read
from broadsheet.copydesk.persons import is_thing

HEAD = "Lock opens\n\n"


@pytest.mark.parametrize(
    "first",
    ["The document", "The television company", "The inquiry", "The notice", "The council of Selby"],
)
def test_a_thing_that_spoke_is_never_he_or_she(first: str) -> None:
    copy = HEAD + f"{first} said the gate would open.\n\n“It is late,” she said.\n"
    people = [q.person for q in read(copy).quotes if q.direct]
    assert people == [None]


def test_a_person_who_spoke_still_is() -> None:
    copy = HEAD + "The harbour master said the gate would open.\n\n“It is late,” she said.\n"
    assert [q.person for q in read(copy).quotes if q.direct] == ["The harbour master"]


@pytest.mark.parametrize("phrase", ["the ministry of transport", "A statement", "the banks"])
def test_bodies_and_papers_are_things(phrase: str) -> None:
    assert is_thing(phrase)
