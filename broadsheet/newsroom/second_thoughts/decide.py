"""The answer to a second thought."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.newsroom.access import REFUSALS, Desk, needs, refuse
from broadsheet.newsroom.second_thoughts.one import find_thought, show_thought
from broadsheet.newsroom.story.find import allowed
from broadsheet.paper.from_wire import answering
from broadsheet.paper.models import SecondThought

#: Answers that change what readers see, or what may be published.
_PUBLISHES = frozenset(("merge-publish", "whole-publish", "take-down", "keep"))


@needs("write", post_only=True)
def decide(request: HttpRequest, desk: Desk, thought_id: int) -> HttpResponse:
    """`POST /newsroom/second-thoughts/<id>/answer/`: `action`, `revision`, `why`, `row-N`."""
    thought = find_thought(desk, thought_id)
    action = str(request.POST.get("action", ""))
    can = allowed(desk, thought.story)
    if not can.edit or ((action in _PUBLISHES or thought.is_alarm) and not can.publish):
        return refuse(request, desk, REFUSALS["publish" if can.edit else "write"])
    if action not in ACTIONS:
        return redirect("newsroom:second_thought", thought.pk)
    try:
        said = ACTIONS[action](request, desk, thought)
    except answering.AnsweredError as error:
        messages.error(request, str(error))
        return redirect("newsroom:second_thought", thought.pk)
    except ValidationError as error:
        thought.refresh_from_db()
        words = "It cannot go live. " + " ".join(error.messages)
        return show_thought(request, desk, thought, error=words, status=422)
    except ValueError as error:
        return show_thought(request, desk, thought, error=str(error), status=422)
    messages.success(request, said)
    return redirect("newsroom:story", thought.story_id)


def _merge(request: HttpRequest, desk: Desk, thought: SecondThought, *, publish: bool) -> str:
    chosen = {
        int(name.removeprefix("row-")): str(value)
        for name, value in request.POST.items()
        if name.startswith("row-") and name.removeprefix("row-").isdecimal()
    }
    revision = str(request.POST.get("revision", ""))
    answering.merge_in(
        thought, chosen, user=desk.user, revision=int(revision) if revision.isdecimal() else None,
        publish=publish,
    )  # fmt: skip
    return "The take is in the story" + (
        ", and it is live." if publish else ": read it, publish it."
    )


def _whole(request: HttpRequest, desk: Desk, thought: SecondThought, *, publish: bool) -> str:
    answering.take_whole(thought, user=desk.user, publish=publish)
    return "The new take stands whole" + (
        ", and it is live." if publish else ": read it, publish it."
    )


def _leave(request: HttpRequest, desk: Desk, thought: SecondThought) -> str:
    answering.leave(thought, user=desk.user, why=str(request.POST.get("why", "")))
    return "The story stays as it is."


def _take_down(request: HttpRequest, desk: Desk, thought: SecondThought) -> str:
    answering.take_down(thought, user=desk.user)
    return f"“{thought.story.title}” is off the paper."


def _keep(request: HttpRequest, desk: Desk, thought: SecondThought) -> str:
    answering.keep(thought, user=desk.user, why=str(request.POST.get("why", "")))
    return "Nothing holds the story any more. That you decided so, and why, stands in the record."


ACTIONS: dict[str, Callable[[HttpRequest, Desk, SecondThought], str]] = {
    "merge": lambda r, d, t: _merge(r, d, t, publish=False),
    "merge-publish": lambda r, d, t: _merge(r, d, t, publish=True),
    "whole": lambda r, d, t: _whole(r, d, t, publish=False),
    "whole-publish": lambda r, d, t: _whole(r, d, t, publish=True),
    "leave": _leave,
    "take-down": _take_down,
    "keep": _keep,
}
