"""A take into a story: fields, body, pictures, credit, embargo and provenance carried over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from broadsheet.copydesk.sentences import split_sentences
from broadsheet.paper import lists, provenance
from broadsheet.paper.filing import STANDFIRST_MOST, FilingError, NoSectionError
from broadsheet.paper.founding import find_section
from broadsheet.paper.holding import hold
from broadsheet.paper.models import MadeFrom, Section, Sorting, Story
from broadsheet.paper.naming import agency_named, byline_named
from broadsheet.paper.taken_back import hold_what_was_taken_back, newest_of
from broadsheet.staff.models import User
from broadsheet.topics.models import Topic
from broadsheet.wire.formats.signals import without_labels
from broadsheet.wire.models import Take, Thread, Waiting

HEADLINE_MOST = 255
#: First words that stand in for a headline.
_STAND_IN = 110


class TakenBackError(FilingError):
    """The agency has killed or withheld the take: no story is made of it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A story that a take became, or that its thread had become before.

    Attributes:
        remarks: what somebody should know or see to, in words.
    """

    story: Story
    created: bool
    remarks: tuple[str, ...] = ()


def stories_of(threads: Iterable[int]) -> dict[int, list[Story]]:
    """The stories made from each thread, the newest first, by the thread's id."""
    found: dict[int, list[Story]] = {}
    rows = MadeFrom.objects.filter(take__thread__in=list(threads)).select_related("story", "take")
    for row in rows.order_by("-id"):
        stories = found.setdefault(row.take.thread_id, [])
        if row.story not in stories:
            stories.append(row.story)
    return found


def follow(story: Story, *, on: bool) -> None:
    """Have updates of the takes that a story was made from offered to it, or not any more. Kills
    and embargoes reach it whatever is set."""
    story.made_from.update(follows=on)


def make_story(
    take: Take, *, user: User | None, section: Section | None = None, again: bool = False
) -> Made:
    """Make a draft of a take.

    Args:
        take: any take of a thread.
        user: who makes it; None when a rule does. The thread is theirs from then on.
        section: its home; else the one that the thread is sorted into, or that a subject names.
        again: make one although the thread has one.

    Raises:
        broadsheet.paper.filing.FilingError: the agency has taken it back, or it has no section.
    """
    with transaction.atomic():
        # Of two who press the button at one moment, the second waits here and finds the story.
        thread = Thread.objects.select_for_update().get(pk=take.thread_id)
        standing = stories_of([thread.pk]).get(thread.pk)
        if standing and not again:
            return Made(standing[0], created=False)
        return _make(take, thread, user, section)


def _make(take: Take, thread: Thread, user: User | None, section: Section | None) -> Made:
    for last in (take, *newest_of(take)):
        if not last.usable:
            done = "killed" if last.status == "canceled" else "withheld"
            raise TakenBackError(f"The agency has {done} this copy: no story is made of it.")
    remarks: list[str] = []
    story = _story(take, user, section or section_for(take), remarks)
    MadeFrom.objects.create(story=story, take=take, by=user)
    if take.embargo and take.embargo > timezone.now():
        hold(story, take, "embargo", until=take.embargo)
        remarks.append("It is under embargo: it cannot go live before that ends.")
    hold_what_was_taken_back(story)
    provenance.write(story)
    story.save_revision(user=user)
    _follow_what_came_since(take)
    if user is not None and thread.taken_by_id is None:
        Thread.objects.filter(pk=thread.pk).update(taken_by=user, taken=timezone.now())
    if _pictures(take):
        # Loaded late: a task's module needs the rooms to be ready.
        from broadsheet.paper.from_wire.pictures import fetch_pictures

        fetch_pictures.enqueue(story.pk, take.pk)
        remarks.append("Its pictures are being fetched.")
    return Made(story, created=True, remarks=tuple(remarks))


def _follow_what_came_since(take: Take) -> None:
    """Later takes of the thread were followed while there was no story: they are followed once
    more, after this is committed. One that comes now waits for the thread's lock, and finds it."""
    later = Take.objects.filter(thread=take.thread_id, pk__gt=take.pk, newest=True)
    Waiting.objects.bulk_create(
        Waiting(take_id=pk, work=Waiting.Work.ALARM) for pk in later.values_list("pk", flat=True)
    )


def _pictures(take: Take) -> list[dict[str, Any]]:
    return [row for row in take.item.get("media") or () if is_picture(row)]


def is_picture(medium: dict[str, Any]) -> bool:
    """Whether a take's medium is a picture, by its type or else by its address."""
    kind = str(medium.get("type") or "")
    path = str(medium.get("href") or "").partition("?")[0].lower()
    return kind.startswith("image/") or (
        not kind and path.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"))
    )


def section_for(take: Take) -> Section | None:
    """Where a take belongs by what the newsroom sorted it under, by a subject or keyword that
    bears a section's name, or because the paper has one section only."""
    sorting = Sorting.objects.filter(thread=take.thread_id).select_related("section").first()
    if sorting is not None:
        return sorting.section
    names = [row.get("name", "") for row in take.item.get("subjects") or ()]
    for name in [*names, *(take.item.get("keywords") or ())]:
        if name and (found := find_section(take.paper, name)):
            return found
    sections = list(lists.sections(take.paper)[:2])
    return sections[0] if len(sections) == 1 else None


def _story(take: Take, user: User | None, home: Section | None, remarks: list[str]) -> Story:
    if home is None:
        have = ", ".join(s.title for s in lists.sections(take.paper)) or "none yet"
        raise NoSectionError(f"Which section is it for? (This paper's: {have}.)", [])
    item, paper = take.item, take.paper
    story = Story(
        title=_headline(take, remarks),
        standfirst=str(item.get("standfirst") or "")[:STANDFIRST_MOST],
        credit=_credit(take),
        dateline=str(item.get("dateline") or "")[:120],
        agency=_agency(take),
        body=body_of(take.paragraphs),
        paper=paper,
        home_section=home,
        replies_open=paper.masthead.replies_open,
        language=_language(take, paper),
        live=False,
        owner=user,
    )
    home.add_child(instance=story)
    byline = str(item.get("byline") or "").strip()
    if byline:
        story.bylines.set([byline_named(paper, name) for name in names_in(byline)])
    names = [row.get("name", "") for row in item.get("subjects") or ()]
    story.topics.set(Topic.objects.filter(paper=paper, name__in=[n for n in names if n][:50]))
    story.save()
    return story


def _headline(take: Take, remarks: list[str]) -> str:
    headline = printed_headline(take)
    if not headline:
        headline = _first_words(take)
        remarks.append("The take has no headline: its first words stand in for one. Write it.")
    if len(headline) > HEADLINE_MOST:
        headline = headline[:HEADLINE_MOST].rpartition(" ")[0] + "…"
        remarks.append("The headline was longer than can be set and is cut: shorten it.")
    return headline


def printed_headline(take: Take) -> str:
    """A take's headline without what is meant for the desk (CORRECTED-, UPDATE 2-)."""
    return without_labels(" ".join(take.headline.split()))


def _first_words(take: Take) -> str:
    text = next(iter(take.paragraphs), "") or str(take.item.get("slugline") or "") or take.guid
    start, end = next(iter(split_sentences(text)), (0, len(text)))
    sentence = text[start:end].rstrip(".")
    if len(sentence) <= _STAND_IN:
        return sentence
    return sentence[:_STAND_IN].rpartition(" ")[0] + "…"


def _agency(take: Take) -> Any:
    if take.agency is not None:
        return take.agency
    named = str(take.item.get("agency") or "").strip()
    return agency_named(take.paper, named) if named else None


def _credit(take: Take) -> str:
    """The credit line, unless it only says the agency's name again."""
    credit = str(take.item.get("credit") or "").strip()
    own = take.agency.name if take.agency else str(take.item.get("agency") or "")
    return "" if credit.casefold() == own.strip().casefold() else credit[:200]


def _language(take: Take, paper: Site) -> str:
    """Said only where it differs from the paper's."""
    primary = take.language.partition("-")[0].lower()
    return (
        "" if primary == paper.masthead.language.partition("-")[0].lower() else take.language[:20]
    )


def names_in(byline: str) -> list[str]:
    """The people of a byline: `By Ann Ames and Bo Bell` names two."""
    text = byline.strip()
    for opening in ("by ", "von ", "par ", "por ", "di "):
        if text.casefold().startswith(opening):
            text = text[len(opening) :]
            break
    for between in (" and ", " und ", " et ", " y ", " e ", " & ", ";"):
        text = text.replace(between, ",")
    names = [" ".join(part.split())[:120] for part in text.split(",")]
    # `Ann Ames, Reuters` or `Ann Ames, Political Editor`: what follows the comma is no person.
    people = [name for name in names if len(name.split()) > 1]
    return people[:1] if "," in byline and len(people) != len(names) else people or names[:1]


def body_of(paragraphs: Iterable[str]) -> list[tuple[str, str]]:
    """A body's blocks, one a paragraph."""
    return [
        ("paragraph", f"<p>{escape(text.strip(), quote=False)}</p>")
        for text in paragraphs
        if text.strip()
    ]
