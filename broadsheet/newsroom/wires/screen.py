"""The page of all wires, adding one, changing one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.wires.forms import WAYS, WireForm, way_of
from broadsheet.newsroom.wires.standing import held_count, standing, standings
from broadsheet.paper.models import Rule
from broadsheet.wire.coming import adding
from broadsheet.wire.models import Wire

PASSWORDS = ("password_file", "password_variable", "key_file")


@needs("run")
def wires(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/wires/`"""
    context = {"wires": standings(desk.paper), "held": held_count(desk.paper)}
    return show(request, desk, "newsroom/wires/list.html", context)


@needs("run")
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/wires/add/`: GET shows the form; POST sets the wire up, and shows its token once
    if takes are sent to it."""
    form = WireForm(request.POST or None, paper=desk.paper)
    if request.method == "POST" and form.is_valid() and (added := form.save()) is not None:
        if added.token:
            return show_wire(request, desk, added.wire, token=added.token)
        messages.success(request, f"“{added.wire.name}” is set up: it is asked within seconds.")
        return redirect("newsroom:wires")
    context = {"form": form, "adding": True}
    status = 422 if form.errors else 200
    return show(request, desk, "newsroom/wires/one.html", context, status=status)


@needs("run")
def wire(request: HttpRequest, desk: Desk, wire_id: int) -> HttpResponse:
    """`/newsroom/wires/<id>/`: GET shows a wire's form; POST changes it."""
    found = find_wire(desk, wire_id)
    form = WireForm(request.POST or None, paper=desk.paper, wire=found)
    if request.method == "POST" and form.is_valid() and form.save() is not None:
        messages.success(request, f"“{form.cleaned_data['name'] or found.name}” is changed.")
        return redirect("newsroom:wires")
    return show_wire(request, desk, found, form=form)


@needs("run", post_only=True)
def token(request: HttpRequest, desk: Desk, wire_id: int) -> HttpResponse:
    """`POST /newsroom/wires/<id>/token/`: a new token, shown once. Not sent on to a GET, since it
    must not stand in an address or a session."""
    found = get_object_or_404(Wire, pk=wire_id, paper=desk.paper, kind=Wire.Kind.PUSH)
    return show_wire(request, desk, found, token=adding.new_token(found))


def find_wire(desk: Desk, wire_id: int) -> Wire:
    """The wire, if it is one of this paper's."""
    found: Wire = get_object_or_404(
        Wire.objects.select_related("agency"), pk=wire_id, paper=desk.paper
    )
    return found


def show_wire(
    request: HttpRequest, desk: Desk, found: Wire, *, form: WireForm | None = None, token: str = ""
) -> HttpResponse:
    """A wire's own page; `token` is shown this once."""
    form = form or WireForm(paper=desk.paper, wire=found)
    context: dict[str, Any] = {
        "wire": found,
        "standing": standing(found),
        "form": form,
        "way": WAYS[way_of(found)],
        "way_name": way_of(found),
        "token": token,
        "sent_to": _sent_to(request, found),
        "rules": Rule.objects.filter(wire=found).count(),
        "has_password": not found.settings.keys().isdisjoint(PASSWORDS),
    }
    status = 422 if form.errors else 200
    return show(request, desk, "newsroom/wires/one.html", context, status=status)


def _sent_to(request: HttpRequest, found: Wire) -> str:
    """The whole address that an agency sends takes to."""
    if found.kind != Wire.Kind.PUSH:
        return ""
    ours = settings.CONFIG.public_url.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    return f"{ours}{adding.shown(found)}"


@needs("run", post_only=True)
def act(request: HttpRequest, desk: Desk, wire_id: int) -> HttpResponse:
    """`POST /newsroom/wires/<id>/act/`: `action` is ask, on, off, new-key or remove (with
    `sure`)."""
    found = find_wire(desk, wire_id)
    action = str(request.POST.get("action", ""))
    if action == "ask" and found.working:
        adding.ask_now(found)
        messages.success(request, f"“{found.name}” is asked now. Look again in a moment.")
    elif action in {"on", "off"}:
        adding.switch(found, on=action == "on")
        words = "on again" if action == "on" else "off: nothing comes over it until it is on again"
        messages.success(request, f"“{found.name}” is switched {words}.")
    elif action == "new-key":
        adding.accept_new_key(found)
        messages.success(request, "The key that its server shows next is the one that counts.")
    elif action == "remove" and request.POST.get("sure"):
        adding.remove(found)
        messages.success(request, f"“{found.name}” is removed. Its takes stay.")
    elif action == "remove":
        messages.error(request, "Tick that you are sure, then remove it.")
        return redirect(f"{reverse('newsroom:wire_one', args=[found.pk])}#remove-h")
    return redirect("newsroom:wires")
