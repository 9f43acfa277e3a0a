"""What is done with a delivery that could not be read: tried again, set aside, handed to the paste
desk."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from broadsheet.copydesk.source_text import CopyError, decode, from_html, looks_like_html
from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.paste.intake import Intake, keep, with_unix_lines
from broadsheet.newsroom.paste.receive import already_filed
from broadsheet.newsroom.wires.quarantine import find_held, name_of
from broadsheet.wire.keeping.quarantine import retry_one
from broadsheet.wire.models import Delivery, Take

#: Seconds that a request spends on reading all again.
BUDGET = 5.0


@needs("write", post_only=True)
def decide(request: HttpRequest, desk: Desk, delivery_id: int) -> HttpResponse:
    """`POST /newsroom/quarantine/<id>/decide/`: `action` is retry, aside, back or copy."""
    delivery = find_held(desk, delivery_id)
    act = ACTIONS.get(str(request.POST.get("action", "")))
    if act is None:
        return redirect("newsroom:held", delivery.pk)
    return act(request, desk, delivery)


def _retry(request: HttpRequest, desk: Desk, delivery: Delivery) -> HttpResponse:
    if not retry_one(delivery):
        delivery.refresh_from_db(fields=["reason"])
        messages.error(request, f"It still cannot be read: {delivery.reason}")
        return redirect("newsroom:held", delivery.pk)
    count = Take.objects.filter(delivery=delivery).count()
    messages.success(request, f"It can be read now: {count} take{'s' if count != 1 else ''} in it.")
    return redirect("newsroom:quarantine")


def _aside(request: HttpRequest, desk: Desk, delivery: Delivery) -> HttpResponse:
    put_aside(delivery)
    return redirect(f"{reverse('newsroom:quarantine')}?{urlencode({'done': delivery.pk})}")


def put_aside(delivery: Delivery) -> None:
    """Somebody has looked at it: it is counted no more, and kept."""
    held = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.QUARANTINED)
    held.update(state=Delivery.State.SET_ASIDE)


def _back(request: HttpRequest, desk: Desk, delivery: Delivery) -> HttpResponse:
    aside = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.SET_ASIDE)
    if aside.update(state=Delivery.State.QUARANTINED):
        messages.success(request, f"“{name_of(delivery)}” is in quarantine again.")
    return redirect("newsroom:quarantine")


def _copy(request: HttpRequest, desk: Desk, delivery: Delivery) -> HttpResponse:
    try:
        text = decode(delivery.data, most=settings.CONFIG.copy_most_megabytes * 1_000_000).text
    except CopyError as error:
        messages.error(request, f"It does not become copy: {error}")
        return redirect("newsroom:held", delivery.pk)
    if looks_like_html(text):
        text = from_html(text)
    copy = keep(desk.paper, Intake(with_unix_lines(text), name_of(delivery)[-255:]), desk.user)
    put_aside(delivery)
    if copy.story is not None:
        return already_filed(request, copy.story)
    messages.info(request, "Its text lies on the desk. What came is kept, set aside in quarantine.")
    return redirect("newsroom:paste_desk", copy.pk)


ACTIONS: dict[str, Callable[[HttpRequest, Desk, Delivery], HttpResponse]] = {
    "retry": _retry,
    "aside": _aside,
    "back": _back,
    "copy": _copy,
}


@needs("write", post_only=True)
def retry_all(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`POST /newsroom/quarantine/retry/`: reads all again, the oldest first, for some seconds."""
    held = Delivery.objects.filter(paper=desk.paper, state=Delivery.State.QUARANTINED)
    ends = time.monotonic() + BUDGET
    read, tried, everything = 0, 0, held.count()
    for pk in list(held.order_by("received", "pk").values_list("pk", flat=True)):
        if time.monotonic() > ends:
            break
        read += retry_one(Delivery.objects.get(pk=pk))
        tried += 1
    left = everything - tried
    words = f"{read} of {tried} can be read now."
    if left:
        words += f" {left} more were not tried yet: `broadsheet wires --retry` reads all of them."
    messages.success(request, words)
    return redirect("newsroom:quarantine")
