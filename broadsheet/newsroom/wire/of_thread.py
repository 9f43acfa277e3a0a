"""What a thread's screen shows, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from broadsheet.newsroom import state
from broadsheet.newsroom.access import Desk
from broadsheet.newsroom.story.find import allowed
from broadsheet.newsroom.wire.changes import Changes, changes
from broadsheet.newsroom.wire.rows import Sign, headline_of, is_withdrawn, signs_of
from broadsheet.paper.from_wire import stories_of
from broadsheet.paper.models import MadeFrom, SecondThought
from broadsheet.wire.models import Decision, Link, Take, Thread

#: So many takes are listed; of larger threads the newest.
TAKES = 200
LINKS = 20
DECISIONS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One take in the list of takes."""

    take: Take
    agency: str
    headline: str
    signs: tuple[Sign, ...]
    is_shown: bool
    is_best: bool


@dataclass(frozen=True, slots=True)
class MadeStory:
    """A story that was made of the thread."""

    row: state.Row
    follows: bool
    can_edit: bool
    thoughts: tuple[SecondThought, ...]


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or film that a take names. `link` is set where the address can be opened; nothing
    is fetched from there."""

    name: str
    link: str
    caption: str
    credit: str
    kind: str


def takes(thread: Thread) -> list[Take]:
    """The takes, the newest version first."""
    found = Take.objects.filter(thread=thread).select_related("agency", "wire", "paper")
    return list(found.defer("marks", "digest").order_by("-versioned", "-pk")[:TAKES])


def chosen(request: HttpRequest, thread: Thread, found: Sequence[Take]) -> Take | None:
    """The take that is read: the one that the address names, else the best."""
    asked = str(request.GET.get("take", ""))
    for wanted in (asked, str(thread.best_id)):
        for take in found:
            if str(take.pk) == wanted:
                return take
    if asked.isdecimal() and len(asked) < 16:
        older = Take.objects.filter(thread=thread, pk=int(asked)).select_related("agency", "paper")
        if (unlisted := older.first()) is not None:
            return unlisted
    return thread.best


def lines(found: Sequence[Take], shown: Take | None, thread: Thread) -> list[Line]:
    """The list of takes."""
    now = timezone.now()
    return [
        Line(
            take, agency_of(take), headline_of(take), tuple(signs_of(take, now=now)),
            shown is not None and take.pk == shown.pk, take.pk == thread.best_id,
        )
        for take in found
    ]  # fmt: skip


def agency_of(take: Take) -> str:
    """Whose copy it is."""
    return take.agency.name if take.agency else str(take.item.get("agency") or "")


def compared(request: HttpRequest, found: Sequence[Take], shown: Take) -> Take | None:
    """The older take that the shown one is compared with: the one that the address names, else the
    version before it, else the same agency's take before it, else the take before it."""
    older = [take for take in found if (take.versioned, take.pk) < (shown.versioned, shown.pk)]
    older = [take for take in older if take.paragraphs]
    asked = str(request.GET.get("against", ""))
    ranked = (
        [take for take in found if str(take.pk) == asked and take.pk != shown.pk],
        [take for take in older if take.guid == shown.guid or take.guid in shown.replaces],
        [take for take in older if take.agency_id == shown.agency_id],
        older,
    )
    return next((group[0] for group in ranked if group), None)


def taken_back_by(found: Sequence[Take], shown: Take) -> Take | None:
    """The take by which the agency took the shown one back: itself, or a later version of its item
    that nothing replaced since."""
    if is_withdrawn(shown):
        return shown
    if shown.newest:
        return None
    later = (take for take in found if take.newest and is_withdrawn(take))
    kin = (take for take in later if take.guid == shown.guid or shown.guid in take.replaces)
    return next(kin, None)


def changes_between(older: Take | None, shown: Take) -> Changes | None:
    """What is new; nothing to say of a take without an older one, or without words."""
    if older is None or not shown.paragraphs:
        return None
    return changes(older, shown)


def last_words(found: Sequence[Take], shown: Take) -> tuple[str, ...]:
    """The text that a kill took back: its own, or that of the version before it."""
    if shown.paragraphs:
        return tuple(shown.paragraphs)
    kin = (t for t in found if t.paragraphs and (t.guid == shown.guid or t.guid in shown.replaces))
    before = next(kin, None)
    return tuple(before.paragraphs) if before else ()


def notes(take: Take) -> list[dict[str, object]]:
    """Notes to editors; those that are not for print come first."""
    found = [row for row in take.item.get("notes") or () if row.get("text")]
    return sorted(found, key=lambda row: bool(row.get("public")))


def media(take: Take) -> list[Medium]:
    """Pictures and films that the take names."""
    found = []
    for row in take.item.get("media") or ():
        href = str(row.get("href") or "")
        opens = urlsplit(href).scheme in {"http", "https"} if _is_address(href) else False
        name = href.partition("?")[0].rstrip("/").rpartition("/")[2] or href
        found.append(
            Medium(
                name[:120], href if opens else "", str(row.get("caption") or ""),
                str(row.get("credit") or ""), str(row.get("type") or ""),
            )
        )  # fmt: skip
    return found


def facts(take: Take) -> list[tuple[str, str]]:
    """What the take says of itself, in order."""
    item = take.item
    credit = str(item.get("credit") or "")
    subjects = [str(row.get("name") or row.get("code") or "") for row in item.get("subjects") or ()]
    rows = [
        ("By", item.get("byline")),
        ("Dateline", item.get("dateline")),
        ("Credit", "" if credit.casefold() == agency_of(take).casefold() else credit),
        ("Slug", item.get("slugline")),
        ("Subjects", ", ".join(dict.fromkeys(filter(None, subjects)))),
        ("Keywords", ", ".join(map(str, item.get("keywords") or ()))),
        ("Language", take.language),
        ("Rights", item.get("copyright")),
    ]
    return [(label, str(value)) for label, value in rows if value]


def stories(thread: Thread, desk: Desk) -> list[MadeStory]:
    """The stories that were made of it, with what the agency has said since."""
    made = stories_of([thread.pk]).get(thread.pk, [])
    ids = [story.pk for story in made]
    following = set(
        MadeFrom.objects.filter(story__in=ids, follows=True).values_list("story", flat=True)
    )
    thoughts = SecondThought.objects.filter(story__in=ids, answered=None)
    by_story: dict[int, list[SecondThought]] = {}
    for thought in thoughts.order_by("-received")[:50]:
        by_story.setdefault(thought.story_id, []).append(thought)
    return [
        MadeStory(
            row, row.story.pk in following, allowed(desk, row.story).edit,
            tuple(by_story.get(row.story.pk, ())),
        )
        for row in state.rows(made)
    ]  # fmt: skip


def linked(thread: Thread, desk: Desk) -> list[tuple[Thread, str, str, datetime]]:
    """Threads that may tell of the same event: each with its headline, why, and when it came."""
    found = Link.objects.filter(Q(one=thread) | Q(other=thread), one__paper=desk.paper)
    found = found.select_related("one__best__agency", "other__best__agency").order_by("-pk")[:LINKS]
    others = [(link.other if link.one_id == thread.pk else link.one, link.reason) for link in found]
    return [
        (other, headline_of(other.best), why, other.latest)
        for other, why in others
        if other.best is not None and other.gone_into_id is None
    ]


def decisions(thread: Thread) -> QuerySet[Decision]:
    """What was decided of it and can be taken back, the latest first."""
    mine = Decision.objects.filter(Q(thread=thread) | Q(other=thread), taken_back=None)
    return mine.select_related("by").order_by("-at")[:DECISIONS]


def _is_address(text: str) -> bool:
    try:
        return bool(urlsplit(text).netloc)
    except ValueError:
        return False
