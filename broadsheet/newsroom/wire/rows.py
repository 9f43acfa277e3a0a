"""Threads as lines of the list: everything that a line says, gathered for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from django.db.models import Case, F, TextField, When
from django.db.models.fields.json import KT
from django.utils import timezone

from broadsheet.newsroom.access import Desk
from broadsheet.paper.from_wire import stories_of
from broadsheet.paper.models import Section, Story
from broadsheet.staff.models import User
from broadsheet.wire.models import Seen, Take, TakeReading, Thread

WORDS = 180
#: A thread may hold thousands of takes; of all threads on a screen so many are looked at.
_TAKES = 3000
NO_HEADLINE = "No headline"

#: Words around what a search found, each with whether it was what was found.
Snippet = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """What an agency says of its copy, in words: `kind` is a class of the style sheet."""

    kind: str
    words: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thread as a line."""

    thread: Thread
    headline: str
    words: str
    agencies: tuple[str, ...]
    signs: tuple[Sign, ...]
    reading: TakeReading | None
    stories: tuple[Story, ...]
    unread: bool
    mine: bool
    snippet: Snippet = ()

    @property
    def size(self) -> str:
        """How much is in it, in words."""
        takes = f"{self.thread.size} take{'' if self.thread.size == 1 else 's'}"
        count = len(self.agencies)
        return f"{takes}, {count} agencies" if count > 1 else takes

    @property
    def section(self) -> Section | None:
        """Where it was sorted."""
        sorting = getattr(self.thread, "sorting", None)
        return sorting.section if sorting else None

    @property
    def taken_by(self) -> User | None:
        """Who has it."""
        return self.thread.taken_by

    @property
    def can_become(self) -> bool:
        """Whether a story may be made of it."""
        return self.thread.best is not None and self.thread.best.usable

    @property
    def stamp(self) -> str:
        """Changes with every take that comes."""
        return f"{self.thread.latest.isoformat()}/{self.thread.size}"


@dataclass(slots=True)
class _Gathered:
    """What the takes of one thread say."""

    agencies: dict[str, None] = field(default_factory=dict)
    headline: str = ""
    killed_by: dict[str, None] = field(default_factory=dict)


def rows(
    threads: Sequence[Thread], desk: Desk, snippets: Mapping[int, Snippet] | None = None
) -> list[Row]:
    """Lines for threads that were read by `with_what_a_row_shows`, in their order; a fixed number of
    queries, however many they are."""
    gathered = _gather(thread.pk for thread in threads)
    heads = [thread.best_id for thread in threads if thread.best_id]
    readings = TakeReading.objects.filter(take__in=heads).defer("findings").in_bulk()
    made = stories_of(thread.pk for thread in threads)
    seen = dict(
        Seen.objects.filter(user=desk.user, thread__in=[thread.pk for thread in threads])
        .values_list("thread", "at")
    )  # fmt: skip
    lines = [
        _row(
            thread, gathered.get(thread.pk, _Gathered()), readings.get(thread.best_id or 0),
            tuple(made.get(thread.pk, ())), seen.get(thread.pk), desk,
        )
        for thread in threads
    ]  # fmt: skip
    found = snippets or {}
    # Of what was taken back no word is shown, whatever a search found in it.
    return [
        line
        if line.thread.best is None or is_withdrawn(line.thread.best)
        else replace(line, snippet=found.get(line.thread.pk, ()))
        for line in lines
    ]


def etag_of(lines: Iterable[Row], more: str) -> str:
    """Changes when anything changes that the lines show; `more` is what else the screen shows."""
    said = [
        (
            line.stamp, line.headline, line.agencies, line.signs, str(line.reading), line.unread,
            line.thread.taken_by_id, str(line.thread.spiked), str(line.section),
            [(story.pk, story.live) for story in line.stories],
        )
        for line in lines
    ]  # fmt: skip
    return f'W/"{sha256(repr((said, more)).encode()).hexdigest()[:32]}"'


def headline_of(take: Take) -> str:
    """What a take is called; its first words where it bears no headline."""
    first = next(iter(take.paragraphs), "") or str(take.item.get("slugline") or "")
    return " ".join(take.headline.split()) or _cut(first, 110) or NO_HEADLINE


def signs_of(take: Take, *, now: datetime) -> list[Sign]:
    """What the agency says of one take."""
    found = []
    if take.status == "canceled" or "kill" in take.signals:
        found.append(Sign("kill", "KILLED"))
    elif take.status == "withheld":
        found.append(Sign("kill", "WITHHELD"))
    if take.embargo and take.embargo > now:
        found.append(Sign("embargo", "EMBARGO until", take.embargo))
    if "correction" in take.signals:
        found.append(Sign("correction", "CORRECTION"))
    for signal in ("advisory", "repeat"):
        if signal in take.signals:
            found.append(Sign("update", signal.upper()))
    return found


def is_withdrawn(take: Take) -> bool:
    """Whether the agency has taken it back, so that its words are folded away."""
    return take.status in {"canceled", "withheld"} or "kill" in take.signals


def _row(
    thread: Thread,
    gathered: _Gathered,
    reading: TakeReading | None,
    stories: tuple[Story, ...],
    seen: datetime | None,
    desk: Desk,
) -> Row:
    best = thread.best
    headline, words, signs = gathered.headline or NO_HEADLINE, "", []
    if best is not None:
        signs = signs_of(best, now=timezone.now())
        if not is_withdrawn(best):
            headline = headline_of(best)
            words = _cut(" ".join(best.paragraphs[:3]), WORDS)
    if gathered.killed_by and not any(sign.kind == "kill" for sign in signs):
        signs.insert(0, Sign("kill", "KILLED by " + ", ".join(gathered.killed_by)))
    return Row(
        thread, headline, words, tuple(gathered.agencies), tuple(signs), reading, stories,
        seen is None or seen < thread.latest, thread.taken_by_id == desk.user.pk,
    )  # fmt: skip


def _gather(threads: Iterable[int]) -> dict[int, _Gathered]:
    found: dict[int, _Gathered] = {}
    takes = Take.objects.filter(thread__in=list(threads)).order_by("-versioned", "-pk")
    # What the take itself says is read only where no agency of ours was found for it.
    said = Case(
        When(agency=None, then=KT("item__agency")),
        default=F("agency__name"),
        output_field=TextField(),
    )
    columns = ("thread", "said", "headline", "status", "signals", "newest")
    facts = takes.annotate(said=said).values_list(*columns)[:_TAKES]
    for thread, agency, headline, status, signals, newest in facts:
        one = found.setdefault(thread, _Gathered())
        if agency:
            one.agencies.setdefault(agency)
        one.headline = one.headline or " ".join(headline.split())
        if newest and (status == "canceled" or "kill" in signals):
            one.killed_by.setdefault(agency or "its agency")
    return found


def _cut(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def with_headlines(threads: Iterable[Thread]) -> list[tuple[Thread, str]]:
    """Threads with what they are called."""
    return [(one, headline_of(one.best) if one.best else NO_HEADLINE) for one in threads]
