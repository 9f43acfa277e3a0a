"""Rules: which takes fit, what is sorted, drafted, published, and what is left to people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.paper import publishing, rule_deeds, rules
from broadsheet.paper.founding import add_section
from broadsheet.paper.from_wire.making import make_story, stories_of
from broadsheet.paper.models import Hold, Rule, RuleDeed, SecondThought, Sorting, Story
from broadsheet.paper.rule_deeds import BEGUN, do_deed
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Agency, Take, TakeReading, Thread, Wire
from broadsheet.wire.signals import take_read
from tests.paper.from_wire.conftest import ninjs

Sender = Callable[..., Take]
Ruler = Callable[..., Rule]


@pytest.fixture
def send(paper: Any) -> Sender:
    """Ann sends a take, and the copy desk reads it: `fixes` is what it finds to mend."""
    Agency.objects.get_or_create(paper=paper, name="SNA", slug="sna")

    def _send(*, fixes: int = 0, wire: Wire | None = None, **said: Any) -> Take:
        (kept,) = keep(ninjs(**said), paper, wire=wire).takes
        take = Take.objects.select_related("paper", "agency", "thread").get(pk=kept.pk)
        if take.paragraphs:
            reading = TakeReading.objects.create(take=take, read=timezone.now(), fixes=fixes)
            take_read.send(Take, take=take, reading=reading)
        return take

    return _send


@pytest.fixture
def rule(paper: Any) -> Ruler:
    """Edith lays down a rule for World."""

    def _rule(section: str = "World", **said: Any) -> Rule:
        made: Rule = Rule.objects.create(paper=paper, section=add_section(paper, section), **said)
        return made

    return _rule


def work() -> None:
    """What the worker does with the deeds that were begun."""
    for deed in RuleDeed.objects.filter(left_undone=BEGUN).order_by("pk"):
        do_deed.func(deed.pk)


def deed_of(rule: Rule) -> RuleDeed:
    """The one thing that a rule did."""
    return RuleDeed.objects.select_related("story").get(rule=rule)


SUBJECTS = [{"code": "medtop:15000000", "name": "Sport"}, {"name": "Crime, law and justice"}]
CONDITIONS = [
    ({"subject": "medtop:15000000"}, True),
    ({"subject": "15000000"}, True),
    ({"subject": "http://cv.iptc.org/newscodes/mediatopic/15000000"}, True),
    ({"subject": "medtop:15000001"}, False),
    ({"subject": "1500000"}, False),
    ({"subject": "sport"}, True),
    ({"subject": "SPORT"}, True),
    ({"subject": "spor"}, False),
    ({"subject": "law and justice"}, True),
    ({"subject": "law justice"}, False),
    ({"subject": "harbour"}, True),
    ({"subject": "harbours"}, False),
    ({"language": "en"}, True),
    ({"language": "en-US"}, True),
    ({"language": "de"}, False),
    ({"urgency": 4}, True),
    ({"urgency": 3}, True),
    ({"urgency": 2}, False),
    ({"least_words": 20}, True),
    ({"least_words": 2000}, False),
    ({"urgency": 4, "language": "de"}, False),
    ({}, True),
]


@pytest.mark.parametrize(("conditions", "fitting"), CONDITIONS)
def test_a_rule_fits_when_every_condition_that_is_set_holds(
    send: Sender, rule: Ruler, conditions: dict[str, Any], fitting: bool
) -> None:
    take = send(subject=SUBJECTS, keywords=["Harbour"], language="en-GB", urgency=3)
    assert rules.fits(take, rule(**conditions)) is fitting


def test_what_a_take_does_not_say_fits_no_condition_on_it(send: Sender, rule: Ruler) -> None:
    take = send()
    assert not rules.fits(take, rule(urgency=9))
    assert not rules.fits(take, rule(language="en"))
    assert not rules.fits(take, rule(subject="sport"))


def test_a_rule_may_ask_for_an_agency_and_a_wire(send: Sender, rule: Ruler, paper: Any) -> None:
    wire = Wire.objects.create(paper=paper, name="One", slug="one", kind="push")
    other = Agency.objects.create(paper=paper, name="HWN", slug="hwn")
    take = send(wire=wire)
    assert rules.fits(take, rule(wire=wire, agency=take.agency))
    assert not rules.fits(take, rule(agency=other))
    assert not rules.fits(send(uri="urn:sna:2", headline="By hand"), rule(wire=wire))


def test_signs_of_a_script_without_spaces_count_as_words() -> None:
    assert rules.count_words(["港の水門が開いた。", "It opened."]) == 10


def test_a_rule_that_switched_off_or_of_another_order_decides_nothing(
    send: Sender, rule: Ruler
) -> None:
    rule(working=False, order=1)
    second = rule("City", order=2)
    rule("World", order=3)
    take = send()
    sorting = Sorting.objects.get(thread=take.thread_id)
    assert (sorting.section.title, sorting.rule) == ("City", second)


def test_a_person_s_choice_of_section_is_never_overruled(send: Sender, rule: Ruler) -> None:
    first = send()
    city = add_section(first.paper, "City")
    Sorting.objects.create(thread_id=first.thread_id, section=city, at=timezone.now())
    laid = rule(act="draft", no_fixes=False)
    second = send(versioncreated="2026-03-06T10:00:00Z")
    assert second.thread_id == first.thread_id
    assert Sorting.objects.get(thread=first.thread_id).section == city
    work()
    story = deed_of(laid).story
    assert story is not None
    assert story.home_section_id == city.pk


def test_a_bare_headline_is_sorted_though_nobody_reads_it(send: Sender, rule: Ruler) -> None:
    laid = rule()
    take = send(paragraphs=[])
    assert Sorting.objects.get(thread=take.thread_id).rule == laid


def test_a_draft_is_made_once_and_stands_beside_the_rule(send: Sender, rule: Ruler) -> None:
    laid = rule(act="draft")
    take = send()
    work()
    work()
    deed = deed_of(laid)
    assert deed.left_undone == ""
    assert deed.story is not None
    assert not deed.story.live
    assert stories_of([take.thread_id])[take.thread_id] == [deed.story]
    assert Thread.objects.get(pk=take.thread_id).taken_by is None


def test_what_has_something_to_fix_goes_to_the_next_rule(send: Sender, rule: Ruler) -> None:
    publishes = rule(act="publish", order=1)
    drafts = rule(act="draft", order=2, no_fixes=False)
    send(fixes=1)
    work()
    assert not RuleDeed.objects.filter(rule=publishes).exists()
    assert deed_of(drafts).story is not None


def test_a_story_is_published_and_its_record_names_the_rule(send: Sender, rule: Ruler) -> None:
    laid = rule(act="publish", agency=None, subject="sport")
    send(subject=SUBJECTS)
    work()
    deed = deed_of(laid)
    assert deed.left_undone == ""
    assert deed.story is not None
    assert deed.story.live
    version = deed.story.versions.get()
    assert version.by is None
    assert version.note == (
        f"by rule {laid.pk}: Subject sport, nothing to fix → World: publish it at once, "
        "at most 10 an hour."
    )


SILENT = [
    {"pubstatus": "canceled"},
    {"pubstatus": "withheld"},
    {"type": "picture"},
]


@pytest.mark.parametrize("said", SILENT)
def test_nothing_is_made_of_what_is_no_story(
    send: Sender, rule: Ruler, said: dict[str, Any]
) -> None:
    rule(act="draft", no_fixes=False)
    send(**said)
    assert not RuleDeed.objects.exists()
    assert not Story.objects.exists()


def test_a_thread_that_has_a_story_or_is_spiked_is_left_alone(
    send: Sender, rule: Ruler, edith: Any
) -> None:
    take = send()
    make_story(take, user=edith, section=add_section(take.paper, "World"))
    spiked = send(uri="urn:sna:2", headline="Fair closes", paragraphs=["The fair closed at nine."])
    Thread.objects.filter(pk=spiked.thread_id).update(spiked=timezone.now())
    rule(act="draft", no_fixes=False)
    send(versioncreated="2026-03-06T10:00:00Z")
    send(
        uri="urn:sna:2", headline="Fair closes", versioncreated="2026-03-06T10:00:00Z",
        paragraphs=["The fair closed at ten."],
    )  # fmt: skip
    assert not RuleDeed.objects.exists()


SAID = [
    ({"embargoed": "2199-01-01T00:00:00Z"}, "under embargo"),
    ({"headline": "CORRECTED-Sea lock opens"}, "a correction"),
]


@pytest.mark.parametrize(("said", "words"), SAID)
def test_what_somebody_has_to_look_at_first_is_left_and_said(
    send: Sender, rule: Ruler, said: dict[str, Any], words: str
) -> None:
    laid = rule(act="draft", no_fixes=False)
    send(**said)
    work()
    deed = deed_of(laid)
    assert deed.story is None
    assert words in deed.left_undone


def test_a_thread_that_somebody_has_taken_is_theirs(send: Sender, rule: Ruler, rob: Any) -> None:
    laid = rule(act="draft", no_fixes=False)
    take = send()
    Thread.objects.filter(pk=take.thread_id).update(taken_by=rob)
    work()
    assert deed_of(laid).left_undone == f"{rob} has taken it"
    assert not Story.objects.exists()


def test_what_was_spiked_meanwhile_stays_spiked(send: Sender, rule: Ruler) -> None:
    laid = rule(act="draft", no_fixes=False)
    take = send()
    Thread.objects.filter(pk=take.thread_id).update(spiked=timezone.now())
    work()
    assert deed_of(laid).left_undone == "it was spiked"
    assert not Story.objects.exists()


def test_an_embargo_that_is_over_hinders_nothing(send: Sender, rule: Ruler) -> None:
    laid = rule(act="publish")
    send(embargoed="2026-03-06T08:00:00Z")
    work()
    story = deed_of(laid).story
    assert story is not None
    assert story.live


def test_over_the_cap_it_is_left_and_said(send: Sender, rule: Ruler) -> None:
    laid = rule(act="draft", no_fixes=False, most_an_hour=1)
    send()
    send(uri="urn:sna:2", headline="Fair closes", paragraphs=["The fair closed at nine."])
    work()
    done, left = RuleDeed.objects.filter(rule=laid).order_by("pk")
    assert (done.left_undone, left.story) == ("", None)
    assert "1 in an hour" in left.left_undone
    RuleDeed.objects.update(at=timezone.now() - timedelta(minutes=61))
    send(uri="urn:sna:3", headline="Boats race", paragraphs=["Nine boats raced to the bar."])
    work()
    assert Story.objects.count() == 2


def test_a_kill_before_the_worker_came_leaves_nothing(send: Sender, rule: Ruler) -> None:
    laid = rule(act="publish")
    send()
    send(versioncreated="2026-03-06T10:00:00Z", pubstatus="canceled", paragraphs=[])
    work()
    assert deed_of(laid).left_undone == "a later version of it came"
    assert not Story.objects.exists()


def test_a_kill_while_the_story_was_made_takes_it_off(
    send: Sender, rule: Ruler, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = rule(act="publish")
    send()
    published = publishing.publish

    def and_meanwhile(*args: Any, **kwargs: Any) -> Any:
        found = published(*args, **kwargs)
        send(versioncreated="2026-03-06T10:00:00Z", pubstatus="canceled", paragraphs=[])
        return found

    monkeypatch.setattr(publishing, "publish", and_meanwhile)
    work()
    story = deed_of(laid).story
    assert story is not None
    assert not Story.objects.get(pk=story.pk).live
    assert Hold.objects.filter(story=story, lifted=None).exists()
    assert SecondThought.objects.get(story=story).kind == "kill"


def test_nothing_is_published_while_a_version_of_the_news_is_taken_back(
    send: Sender, rule: Ruler
) -> None:
    laid = rule(act="publish")
    send(uri="urn:hwn:1", pubstatus="withheld")
    take = send()
    assert Take.objects.filter(thread=take.thread_id).count() == 2
    assert deed_of(laid).left_undone == "an agency has just taken something back"


def test_a_draft_that_somebody_edits_is_not_published_under_their_hands(
    send: Sender, rule: Ruler, edith: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = rule(act="publish")
    send()
    follow = rule_deeds._follow_what_came

    def and_edith_edits(take: Take) -> None:
        story = stories_of([take.thread_id])[take.thread_id][0]
        story.get_latest_revision_as_object().save_revision(user=edith)
        follow(take)

    monkeypatch.setattr(rule_deeds, "_follow_what_came", and_edith_edits)
    work()
    deed = deed_of(laid)
    assert deed.left_undone == "left as a draft: somebody has begun to edit it"
    assert deed.story is not None
    assert not deed.story.live


def test_a_take_without_a_headline_is_not_published(send: Sender, rule: Ruler) -> None:
    laid = rule(act="publish")
    send(headline="")
    assert "headline" in deed_of(laid).left_undone


def test_a_rule_that_was_switched_off_meanwhile_does_nothing(send: Sender, rule: Ruler) -> None:
    laid = rule(act="draft")
    send()
    Rule.objects.update(working=False)
    work()
    assert deed_of(laid).left_undone == "the rule was switched off"


def test_a_rule_that_breaks_keeps_no_take_from_being_read(
    send: Sender, rule: Ruler, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule()

    def breaks(*args: Any) -> None:
        raise RuntimeError("a rule broke")

    monkeypatch.setattr(rules, "sort", breaks)
    take = send()
    assert TakeReading.objects.filter(take=take).exists()
    assert not Sorting.objects.exists()


def test_a_failure_inside_is_said_beside_the_rule(
    send: Sender, rule: Ruler, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = rule(act="draft")
    send()

    def breaks(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr(rule_deeds, "make_story", breaks)
    with pytest.raises(RuntimeError, match="no ink"):
        work()
    assert deed_of(laid).left_undone == "it failed inside: RuntimeError: no ink"


def test_a_rule_reads_as_a_sentence(rule: Ruler, paper: Any) -> None:
    agency = Agency.objects.create(paper=paper, name="SNA", slug="sna")
    laid = rule(agency=agency, subject="sport", urgency=4, act="draft", least_words=200)
    assert rules.in_words(laid) == (
        "From SNA, subject sport, urgency ≤ 4, 200 words or more, nothing to fix → World: "
        "make a draft of it, at most 10 an hour."
    )
    assert rules.in_words(rule()) == (
        "Every take → World: put it under the section in the wire room."
    )
