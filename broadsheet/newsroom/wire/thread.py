"""The screen of one thread: its text, what is new in it, its takes, and what can be done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.wire import of_thread
from broadsheet.newsroom.wire.copy import shown
from broadsheet.newsroom.wire.rows import headline_of, rows, signs_of
from broadsheet.newsroom.wire.screen import REASONS
from broadsheet.newsroom.wire.window import with_what_a_row_shows
from broadsheet.paper import lists
from broadsheet.paper.from_wire.making import section_for
from broadsheet.wire.models import Seen, Take, TakeReading, Thread

_MOST_STEPS = 50


@needs("read")
def thread(request: HttpRequest, desk: Desk, thread_id: int) -> HttpResponse:
    """`GET /newsroom/wire/<id>/?take=&against=&remarks=`; a thread that went into another leads to
    that one. To open it is to have seen it."""
    found = find_thread(desk, thread_id)
    if found.pk != thread_id:
        return redirect("newsroom:thread", found.pk)
    takes = of_thread.takes(found)
    chosen = of_thread.chosen(request, found, takes)
    answer = show(
        request, desk, "newsroom/wire/thread.html", _context(request, desk, found, takes, chosen)
    )
    Seen.objects.update_or_create(user=desk.user, thread=found, defaults={"at": found.latest})
    return answer


def find_thread(desk: Desk, thread_id: int) -> Thread:
    """The thread as it stands now, if it is one of this paper's."""
    mine = with_what_a_row_shows(Thread.objects.filter(paper=desk.paper))
    found: Thread = get_object_or_404(mine, pk=thread_id)
    for _ in range(_MOST_STEPS):
        if found.gone_into_id is None:
            break
        found = get_object_or_404(mine, pk=found.gone_into_id)
    return found


def _context(
    request: HttpRequest, desk: Desk, found: Thread, takes: list[Take], chosen: Take | None
) -> dict[str, object]:
    (row,) = rows([found], desk)
    context: dict[str, object] = {
        "thread": found,
        "row": row,
        "takes": of_thread.lines(takes, chosen, found),
        "unlisted": max(0, found.size - len(takes)),
        "stories": of_thread.stories(found, desk),
        "links": of_thread.linked(found, desk),
        "sections": lists.sections(desk.paper),
        "reasons": REASONS,
        "take": chosen,
        "decisions": of_thread.decisions(found),
        "can_split": desk.may.write and found.size > 1,
    }
    if chosen is None:
        return context
    killer = of_thread.taken_back_by(takes, chosen)
    older = of_thread.compared(request, takes, chosen)
    reading = TakeReading.objects.filter(take=chosen).first()
    everything = request.GET.get("remarks") == "everything"
    return context | {
        "is_best": chosen.pk == found.best_id,
        "headline": row.headline if killer == chosen else headline_of(chosen),
        "signs": signs_of(chosen, now=timezone.now()),
        "killer": killer,
        "killed_text": of_thread.last_words(takes, chosen) if killer else (),
        "copy": shown(desk.paper, chosen, reading, everything=everything),
        "reading": reading,
        "changes": None if killer else of_thread.changes_between(older, chosen),
        "older": older,
        "notes": of_thread.notes(chosen),
        "pictures": of_thread.media(chosen),
        "facts": of_thread.facts(chosen),
        "home": section_for(chosen),
    }
