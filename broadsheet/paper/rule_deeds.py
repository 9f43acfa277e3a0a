"""What a rule does with a take that fits it: a draft, or a story on the paper.

A deed is written down before it is begun, so that a crash leaves it to be seen; what was left
undone says why.
"""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from broadsheet.paper import provenance, publishing
from broadsheet.paper.filing import FilingError
from broadsheet.paper.from_wire.following import follow
from broadsheet.paper.from_wire.making import HEADLINE_MOST, is_picture, make_story, stories_of
from broadsheet.paper.from_wire.pictures import fetch_pictures
from broadsheet.paper.models import Rule, RuleDeed, SecondThought, Sorting, Story
from broadsheet.paper.rules import in_words
from broadsheet.wire.models import Take, Thread, Waiting

HOUR = timedelta(hours=1)
BEGUN = "not done yet"
#: A draft of which a story is still to be published.
DRAFTED = "made, but not published yet"
_SAID_MOST = 300


class LeftUndoneError(Exception):
    """A rule does not do what it would. Says why."""


def begin(rule: Rule, take: Take) -> RuleDeed | None:
    """Write down that a rule is to act on a take, and have it done behind; in the caller's
    transaction. Nothing is begun for a take that no story is made of, and a rule that has done its
    share for this hour leaves it, visibly."""
    if no_story(take):
        return None
    # Of two processes, the second counts what the first has begun.
    Rule.objects.select_for_update().get(pk=rule.pk)
    said = hindrance(take, rule) or _over_the_cap(rule) or BEGUN
    deed, new = RuleDeed.objects.get_or_create(
        rule=rule, take=take, defaults={"at": timezone.now(), "left_undone": said}
    )
    if new and said == BEGUN:
        do_deed.enqueue(deed.pk)
    return deed


def no_story(take: Take) -> str:
    """Why no story is made of a take at all, whatever the rule; empty when one may be. It needs
    nobody's attention: the take is spent, or there is a story."""
    if not take.usable or "kill" in take.signals:
        return "the agency has taken it back"
    if not take.newest:
        return "a later version of it came"
    if take.kind != "text":
        return f"it is no text, but {take.kind}"
    if Thread.objects.filter(pk=take.thread_id).exclude(spiked=None).exists():
        return "it was spiked"
    return "a story was made of it" if stories_of([take.thread_id]) else ""


def hindrance(take: Take, rule: Rule) -> str:
    """Why a rule leaves a take to people; empty when nothing hinders it."""
    if take.embargo is not None and take.embargo > timezone.now():
        return "it is under embargo"
    for signal, words in (("correction", "a correction"), ("advisory", "a note to editors")):
        if signal in take.signals:
            return f"it is {words}"
    taken = Thread.objects.filter(pk=take.thread_id).exclude(taken_by=None)
    if (thread := taken.select_related("taken_by").first()) is not None:
        return f"{thread.taken_by} has taken it"
    return _not_to_be_published(take) if rule.act == Rule.Act.PUBLISH else ""


def _not_to_be_published(take: Take) -> str:
    """What keeps a take from going to readers unseen, though a draft may be made of it."""
    if not take.paragraphs:
        return "it has no text"
    if not take.headline.strip() or len(take.headline) > HEADLINE_MOST:
        return "its headline must be written by somebody"
    thread = take.thread_id
    thoughts = SecondThought.objects.filter(answered=None)
    if thoughts.filter(Q(take__thread=thread) | Q(story__made_from__take__thread=thread)).exists():
        return "a second thought of an agency waits for an answer"
    alarms = Waiting.objects.filter(work=Waiting.Work.ALARM, take__thread=thread)
    # Its own embargo may be over, and nobody has looked at it yet.
    if alarms.exclude(take=take).exists():
        return "an agency has just taken something back"
    for other in Take.objects.filter(thread=thread, newest=True).only("status", "embargo"):
        if not other.usable:
            return "an agency has taken back a version of this news"
        if other.embargo is not None and other.embargo > timezone.now():
            return "a version of this news is under embargo"
    return ""


def _over_the_cap(rule: Rule) -> str:
    since = RuleDeed.objects.filter(rule=rule, at__gt=timezone.now() - HOUR)
    done = since.filter(Q(left_undone__in=["", BEGUN]) | Q(story__isnull=False)).count()
    if done < rule.most_an_hour:
        return ""
    return f"the rule had done its {rule.most_an_hour} in an hour"


@task()
def do_deed(pk: int) -> None:
    """Do what a rule began."""
    deed = RuleDeed.objects.select_related(
        "rule__section", "rule__agency", "rule__wire", "take"
    ).get(pk=pk)
    if deed.left_undone != BEGUN:
        return
    try:
        made = _draft(deed)
        if deed.rule.act == Rule.Act.PUBLISH:
            _publish(deed, made)
    except (LeftUndoneError, FilingError) as error:
        _leave(deed, str(error))
    except ValidationError as error:
        _leave(deed, " ".join(error.messages))
    except Exception as error:
        _leave(deed, f"it failed inside: {type(error).__name__}: {error}")
        # The task's own record keeps the rest.
        raise


def _leave(deed: RuleDeed, why: str) -> None:
    said = f"left as a draft: {why}" if deed.story_id else why
    RuleDeed.objects.filter(pk=deed.pk).update(left_undone=said[:_SAID_MOST])


def _again(deed: RuleDeed) -> Take:
    """The take as it stands now, if the rule may still act on it.

    Raises:
        LeftUndoneError: it may not any more.
    """
    take: Take = Take.objects.select_related("paper", "agency", "wire").get(pk=deed.take_id)
    if not Rule.objects.filter(pk=deed.rule_id, working=True).exists():
        raise LeftUndoneError("the rule was switched off")
    if not take.usable or not take.newest:
        raise LeftUndoneError("a later version of it came")
    if said := hindrance(take, deed.rule):
        raise LeftUndoneError(said)
    return take


def _draft(deed: RuleDeed) -> int:
    with transaction.atomic():
        take = _again(deed)
        if said := no_story(take):
            raise LeftUndoneError(said)
        sorting = Sorting.objects.select_related("section").filter(thread=take.thread_id).first()
        section = sorting.section if sorting else deed.rule.section
        made = make_story(take, user=None, section=section)
        if not made.created:
            raise LeftUndoneError("somebody has made a story of it")
        left = DRAFTED if deed.rule.act == Rule.Act.PUBLISH else ""
        RuleDeed.objects.filter(pk=deed.pk).update(story=made.story, left_undone=left)
    deed.story = made.story
    _follow_what_came(deed.take)
    return int(made.story.pk)


def by_rule(story: Story) -> str:
    """The rule that made a story, as a sentence; empty when a person did."""
    deed = RuleDeed.objects.filter(story=story).order_by("pk")
    made = deed.select_related("rule__section", "rule__agency", "rule__wire").first()
    return in_words(made.rule) if made else ""


def _publish(deed: RuleDeed, story_id: int) -> None:
    """Publish the draft with its pictures, unless something has come between."""
    if any(is_picture(row) for row in deed.take.item.get("media") or ()):
        fetch_pictures.func(story_id, deed.take_id)
    # Read before the transaction opens: nobody else writes while it is open.
    provenance.read_ahead(Story.objects.get(pk=story_id).get_latest_revision_as_object())
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=story_id)
        _again(deed)
        latest = story.get_latest_revision_as_object()
        if latest.latest_revision.user_id is not None:
            raise LeftUndoneError("somebody has begun to edit it")
        note = f"by rule {deed.rule_id}: {in_words(deed.rule)}"
        publishing.publish(latest, user=None, change="update", note=note)
        RuleDeed.objects.filter(pk=deed.pk).update(left_undone="")
    _follow_what_came(deed.take)


def _follow_what_came(take: Take) -> None:
    """A kill that was followed while the story was being made found no story: follow it now. To
    follow a take twice has no effect."""
    later = Take.objects.filter(thread=take.thread_id, pk__gt=take.pk)
    for one in later.select_related("paper", "agency").order_by("pk"):
        with transaction.atomic():
            follow(one)
