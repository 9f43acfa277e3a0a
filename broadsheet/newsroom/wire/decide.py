"""What is done with threads from the list or from a thread's own screen: take, give back, make a story,
spike, join; for one or for all that are ticked."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.wire import claiming
from broadsheet.newsroom.wire.asking import ask_first, somebody_elses
from broadsheet.newsroom.wire.making import make
from broadsheet.newsroom.wire.window import list_address
from broadsheet.staff.models import User
from broadsheet.wire.models import Thread
from broadsheet.wire.threads import deciding

Act = Callable[[HttpRequest, Desk, list[Thread]], HttpResponse]
MOST = 100


@needs("write", post_only=True)
def decide(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`POST /newsroom/wire/decide/`: `action` is take, give, make, spike, unspike or join for every ticked
    `thread`, or with a number (`take-12`) for that one alone; `back` is where to go afterwards."""
    name, _, one = str(request.POST.get("action", "")).partition("-")
    numbers = [one] if one else request.POST.getlist("thread")
    numbers = [n for n in numbers if n.isdecimal() and len(n) < 16][:MOST]
    threads = list(
        Thread.objects.filter(paper=desk.paper, pk__in=numbers)
        .select_related("best__agency", "best__paper", "taken_by", "sorting__section")
        .order_by("-latest", "-pk")
    )
    if name not in ACTS or not threads:
        messages.error(request, "Tick the threads first, then say what to do with them.")
        return back(request)
    return ACTS[name](request, desk, threads)


def back(request: HttpRequest, **more: str) -> HttpResponse:
    """To where the button stood: a thread, or the list as it was narrowed."""
    place = str(request.POST.get("back", ""))
    if place.isdecimal() and len(place) < 16:
        return redirect("newsroom:thread", int(place))
    query = "&".join(
        filter(None, [list_address(str(request.POST.get("list", ""))), urlencode(more)])
    )
    return redirect(f"{reverse('newsroom:wire')}{'?' if query else ''}{query}")


def _take(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    others = [thread for thread in threads if somebody_elses(thread, desk)]
    if others and not request.POST.get("sure"):
        return ask_first(request, desk, threads, "take")
    lost = []
    for thread in threads:
        if not claiming.take(thread, desk.user, instead_of=_known_owner(request, thread)):
            lost.append(thread)
    if lost:
        messages.error(request, "Somebody else was quicker. Look who has it now.")
    else:
        messages.success(request, f"You have {_count(len(threads))}; everybody sees it.")
    return back(request)


def _known_owner(request: HttpRequest, thread: Thread) -> User | None:
    """Who may be relieved of it: the one who was named when it was asked."""
    known = str(request.POST.get(f"owner-{thread.pk}", ""))
    return thread.taken_by if known and known == str(thread.taken_by_id) else None


def _give(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    given = sum(claiming.give_back(thread, desk.user) for thread in threads)
    if given:
        messages.success(request, f"You gave {_count(given)} back.")
    else:
        messages.error(request, "You do not have it.")
    return back(request)


def _make(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    others = [thread for thread in threads if somebody_elses(thread, desk)]
    if others and not request.POST.get("sure"):
        return ask_first(request, desk, threads, "make")
    return make(request, desk, threads) or back(request)


def _spike(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    why = " ".join(str(request.POST.get("why", "")).split())
    if not why:
        messages.error(request, "Say why it is spiked: the reason stands beside the thread.")
        return back(request)
    done = claiming.spike(desk.paper, [thread.pk for thread in threads], desk.user, why)
    messages.success(request, f"{_count(len(done)).capitalize()} spiked: {why}.")
    return back(request, done=",".join(map(str, done)))


def _unspike(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    count = claiming.unspike(desk.paper, [thread.pk for thread in threads])
    messages.success(request, f"{_count(count).capitalize()} back on the list.")
    return back(request)


def _join(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse:
    if len(threads) < 2:
        messages.error(request, "Tick two threads or more that are the same news.")
        return back(request)
    joined = deciding.join(threads, desk.user)
    messages.success(request, f"{_count(len(threads)).capitalize()} are one now.")
    return redirect("newsroom:thread", joined.pk)


def _count(number: int) -> str:
    return "1 thread" if number == 1 else f"{number} threads"


ACTS: dict[str, Act] = {
    "take": _take,
    "give": _give,
    "make": _make,
    "spike": _spike,
    "unspike": _unspike,
    "join": _join,
}
