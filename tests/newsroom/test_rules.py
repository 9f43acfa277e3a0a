"""The rules' screens: the list, laying one down, trying it, the second yes, undo."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.paper.founding import add_section
from broadsheet.paper.models import Rule, RuleDeed, Sorting
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Agency, Take, TakeReading
from tests.newsroom.conftest import SignIn
from tests.paper.from_wire.conftest import ninjs

URL = "/newsroom/rules/"


@pytest.fixture
def fields(paper: Any) -> dict[str, Any]:
    """A rule as a form sends it: sport goes to World."""
    return {
        "agency": "", "wire": "", "subject": "sport", "language": "", "urgency": "",
        "least_words": "0", "section": add_section(paper, "World").pk, "act": "sort",
        "no_fixes": "on", "most_an_hour": "10", "working": "on", "action": "save",
    }  # fmt: skip


@pytest.fixture
def rule(paper: Any) -> Rule:
    """Sport goes to World as a draft."""
    made: Rule = Rule.objects.create(
        paper=paper, section=add_section(paper, "World"), subject="sport", act="draft", order=10
    )
    return made


def body(answer: Any) -> str:
    """What a screen says."""
    return str(answer.content.decode())


def a_take(paper: Any, **said: Any) -> Take:
    """A take about sport, read by the copy desk."""
    (kept,) = keep(ninjs(subject=[{"name": "Sport"}], **said), paper).takes
    if kept.paragraphs:
        TakeReading.objects.create(take=kept, read=timezone.now())
    return kept


def test_a_screen_without_a_rule_says_what_one_is(at_desk: SignIn, edith: Any) -> None:
    assert "No rule yet" in body(at_desk(edith).get(URL))


def test_only_editors_lay_rules_down(
    at_desk: SignIn, sub: Any, rule: Rule, fields: dict[str, Any]
) -> None:
    client = at_desk(sub)
    assert client.get(URL).status_code == 403
    assert client.post(f"{URL}add/", fields).status_code == 403
    assert client.post(f"{URL}{rule.pk}/act/", {"action": "remove"}).status_code == 403
    assert Rule.objects.get() == rule


def test_a_rule_is_laid_down_at_the_end_and_reads_as_a_sentence(
    at_desk: SignIn, edith: Any, rule: Rule, fields: dict[str, Any]
) -> None:
    client = at_desk(edith)
    assert client.post(f"{URL}add/", {**fields, "urgency": "4"}).status_code == 302
    assert [one.urgency for one in Rule.objects.all()] == [None, 4]
    page = body(client.get(URL))
    assert "Subject sport, nothing to fix → World: make a draft of it, at most 10 an hour." in page
    assert "Subject sport, urgency ≤ 4 → World: put it under the section" in page


WRONG = [
    ({"section": ""}, "Which section is it for?"),
    ({"urgency": "12"}, "Write 1 to 9"),
    ({"most_an_hour": "0"}, "switch it off"),
    ({"language": "english"}, "short name"),
    ({"act": "publish"}, "Say whose copy is published unread"),
]


@pytest.mark.parametrize(("said", "words"), WRONG)
def test_a_rule_that_is_wrong_comes_back_and_says_what_to_do(
    at_desk: SignIn, edith: Any, fields: dict[str, Any], said: dict[str, str], words: str
) -> None:
    answer = at_desk(edith).post(f"{URL}add/", {**fields, **said})
    assert answer.status_code == 422
    assert words in body(answer)
    assert not Rule.objects.exists()


def test_publishing_by_rule_asks_for_a_second_yes(
    at_desk: SignIn, edith: Any, paper: Any, fields: dict[str, Any]
) -> None:
    agency = Agency.objects.create(paper=paper, name="SNA", slug="sna")
    said = {**fields, "act": "publish", "agency": agency.pk}
    client = at_desk(edith)
    page = body(client.post(f"{URL}add/", said))
    assert "Nobody will read these stories before readers do" in page
    assert "From SNA, subject sport, nothing to fix → World: publish it at once" in page
    assert not Rule.objects.exists()
    client.post(f"{URL}add/", {**said, "sure": "yes"})
    assert Rule.objects.get().act == "publish"


def test_trying_a_rule_shows_what_it_would_fit_and_changes_nothing(
    at_desk: SignIn, edith: Any, paper: Any, fields: dict[str, Any]
) -> None:
    a_take(paper)
    keep(ninjs(uri="urn:sna:2", headline="Fair closes", paragraphs=["It closed at nine."]), paper)
    page = body(at_desk(edith).post(f"{URL}add/", {**fields, "act": "draft", "action": "try"}))
    assert "It fits 1 of the last 2 takes" in page
    assert "A draft for World" in page
    assert "Fair closes" not in page
    assert not Rule.objects.exists()
    assert not Sorting.objects.exists()


def test_trying_says_when_an_earlier_rule_decides_or_a_take_is_left_to_people(
    at_desk: SignIn, edith: Any, paper: Any, rule: Rule, fields: dict[str, Any]
) -> None:
    a_take(paper, embargoed="2199-01-01T00:00:00Z")
    client = at_desk(edith)
    said = {**fields, "act": "draft", "action": "try"}
    assert "An earlier rule decides" in body(client.post(f"{URL}add/", said))
    page = body(client.post(f"{URL}{rule.pk}/", said))
    assert "nothing more: it is under embargo" in page


def test_trying_on_many_takes_asks_no_more_questions_than_on_few(
    at_desk: SignIn, edith: Any, paper: Any, fields: dict[str, Any]
) -> None:
    client, said = at_desk(edith), {**fields, "action": "try"}
    counts = []
    for number in range(12):
        text = f"Boat {number} of club {number * 7} won race {number * 31} on Friday."
        a_take(paper, uri=f"urn:sna:{number}", headline=f"Race {number}", paragraphs=[text])
        with CaptureQueriesContext(connection) as asked:
            client.post(f"{URL}add/", said)
        counts.append(len(asked))
    assert counts[-1] == counts[1]


def test_what_a_rule_did_stands_beside_it(
    at_desk: SignIn, edith: Any, paper: Any, rule: Rule, story: Any
) -> None:
    done, left = a_take(paper), a_take(paper, uri="urn:sna:2", headline="Fair closes")
    now = timezone.now()
    RuleDeed.objects.create(rule=rule, take=done, story=story, at=now)
    RuleDeed.objects.create(rule=rule, take=left, at=now, left_undone="it is under embargo")
    page = body(at_desk(edith).get(URL))
    assert "1 story in the last 24 hours; 1 left to you" in page
    assert f"/newsroom/stories/{story.pk}/" in page
    assert "Left to you: it is under embargo" in page


def test_a_draft_says_which_rule_made_it(
    at_desk: SignIn, rob: Any, paper: Any, rule: Rule, story: Any
) -> None:
    client, url = at_desk(rob), f"/newsroom/stories/{story.pk}/"
    assert "Made by rule" not in body(client.get(url))
    RuleDeed.objects.create(rule=rule, take=a_take(paper), story=story, at=timezone.now())
    assert "Subject sport, nothing to fix → World" in body(client.get(url))


def test_rules_change_places(at_desk: SignIn, edith: Any, paper: Any, rule: Rule) -> None:
    other = Rule.objects.create(paper=paper, section=add_section(paper, "City"), order=10)
    client = at_desk(edith)
    client.post(f"{URL}{other.pk}/act/", {"action": "up"})
    assert list(Rule.objects.all()) == [other, rule]
    client.post(f"{URL}{other.pk}/act/", {"action": "up"})
    assert list(Rule.objects.all()) == [other, rule]
    client.post(f"{URL}{other.pk}/act/", {"action": "down"})
    assert list(Rule.objects.all()) == [rule, other]


def test_a_rule_is_switched_off_and_that_is_taken_back(
    at_desk: SignIn, edith: Any, rule: Rule
) -> None:
    client = at_desk(edith)
    page = body(client.post(f"{URL}{rule.pk}/act/", {"action": "off"}, follow=True))
    assert "The rule is switched off." in page
    assert not Rule.objects.get().working
    client.post(f"{URL}undo/")
    assert Rule.objects.get().working


def test_a_change_is_taken_back_once(
    at_desk: SignIn, edith: Any, rule: Rule, fields: dict[str, Any]
) -> None:
    client = at_desk(edith)
    page = body(client.post(f"{URL}{rule.pk}/", {**fields, "subject": "chess"}, follow=True))
    assert "The rule is changed." in page
    assert Rule.objects.get().subject == "chess"
    assert "as it was" in body(client.post(f"{URL}undo/", follow=True))
    back = Rule.objects.get()
    assert (back.subject, back.act) == ("sport", "draft")
    assert "cannot be taken back any more" in body(client.post(f"{URL}undo/", follow=True))


def test_a_removed_rule_comes_back_with_what_it_did(
    at_desk: SignIn, edith: Any, paper: Any, rule: Rule, story: Any
) -> None:
    take = a_take(paper)
    # The take was sorted by the rule as it came.
    Sorting.objects.get_or_create(
        thread_id=take.thread_id,
        defaults={"section": rule.section, "rule": rule, "at": timezone.now()},
    )
    RuleDeed.objects.get_or_create(
        rule=rule, take=take, defaults={"story": story, "at": timezone.now()}
    )
    client = at_desk(edith)
    client.post(f"{URL}{rule.pk}/act/", {"action": "remove"})
    assert not Rule.objects.exists()
    assert Sorting.objects.get().rule is None
    client.post(f"{URL}undo/")
    back = Rule.objects.get()
    assert (back.pk, back.subject) == (rule.pk, "sport")
    assert RuleDeed.objects.get(rule=back).story_id == story.pk
    assert Sorting.objects.get().rule == back


def test_a_rule_whose_section_is_gone_does_not_come_back(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    city = add_section(paper, "City")
    rule = Rule.objects.create(paper=paper, section=city)
    client = at_desk(edith)
    client.post(f"{URL}{rule.pk}/act/", {"action": "remove"})
    city.delete()
    assert "cannot be taken back" in body(client.post(f"{URL}undo/", follow=True))
    assert not Rule.objects.exists()
