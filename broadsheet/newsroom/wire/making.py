"""Stories of threads: the wire room's button, for one thread or for many."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from broadsheet.newsroom.access import Desk
from broadsheet.newsroom.wire import claiming
from broadsheet.newsroom.wire.of_thread import taken_back_by, takes
from broadsheet.newsroom.wire.rows import headline_of
from broadsheet.paper import lists
from broadsheet.paper.filing import FilingError, NoSectionError
from broadsheet.paper.from_wire import Made, make_story
from broadsheet.paper.models import Section, Sorting
from broadsheet.wire.models import Take, Thread


def make(request: HttpRequest, desk: Desk, threads: list[Thread]) -> HttpResponse | None:
    """Make a draft of each thread's best take, or of the `take` that is named.

    Returns:
        The way to the story, or to where something is to be decided; None when the list says all.
    """
    section = chosen_section(desk, str(request.POST.get("section", "")))
    made: list[Made] = []
    homeless: list[Thread] = []
    for thread in threads:
        take = _take_of(request, thread) if len(threads) == 1 else thread.best
        if take is None or _is_taken_back(request, thread, take):
            continue
        try:
            made.append(_one(request, desk, thread, take, section))
        except NoSectionError:
            homeless.append(thread)
        except FilingError as error:
            messages.error(request, f"“{headline_of(take)}”: {error}")
    if len(threads) == 1:
        return _answer_for_one(request, threads[0], made, homeless)
    _say(request, made, homeless)
    return None


def chosen_section(desk: Desk, number: str) -> Section | None:
    """The section of this paper that a form names."""
    if not number.isdecimal() or len(number) > 15:
        return None
    found: Section | None = lists.sections(desk.paper).filter(pk=int(number)).first()
    return found


def sort_into(thread: Thread, section: Section) -> None:
    """Put a thread under a section by hand; no rule overrules that."""
    Sorting.objects.update_or_create(
        thread=thread, defaults={"section": section, "rule": None, "at": timezone.now()}
    )


def _one(
    request: HttpRequest, desk: Desk, thread: Thread, take: Take, section: Section | None
) -> Made:
    again = bool(request.POST.get("again"))
    made = make_story(take, user=desk.user, section=section, again=again)
    if made.created:
        if thread.taken_by_id is not None:
            claiming.take(thread, desk.user, instead_of=thread.taken_by)
        if section is not None and not Sorting.objects.filter(thread=thread).exists():
            sort_into(thread, section)
    return made


def _take_of(request: HttpRequest, thread: Thread) -> Take | None:
    named = str(request.POST.get("take", ""))
    if not named.isdecimal() or len(named) > 15:
        return thread.best
    found: Take | None = (
        Take.objects.filter(thread=thread, pk=int(named)).select_related("agency", "paper").first()
    )
    return found


def _is_taken_back(request: HttpRequest, thread: Thread, take: Take) -> bool:
    """Whether a later version took it back; then it is said."""
    if take.newest or taken_back_by(takes(thread), take) is None:
        return False
    messages.error(request, f"“{headline_of(take)}”: the agency has killed it since.")
    return True


def _answer_for_one(
    request: HttpRequest, thread: Thread, made: list[Made], homeless: list[Thread]
) -> HttpResponse:
    if homeless:
        messages.error(request, "Which section is it for? Choose one, then make the story.")
        return redirect(reverse("newsroom:thread", args=[thread.pk]) + "#make")
    if not made:
        return redirect("newsroom:thread", thread.pk)
    (one,) = made
    if one.created:
        messages.success(request, " ".join(["The draft is made.", *one.remarks]))
    else:
        who = f" by {one.story.owner}" if one.story.owner else ""
        messages.warning(request, f"A story of it was made already{who}: here it is.")
    return redirect("newsroom:story", one.story.pk)


def _say(request: HttpRequest, made: list[Made], homeless: list[Thread]) -> None:
    created = [one for one in made if one.created]
    if created:
        drafts = reverse("newsroom:stories") + "?state=draft"
        count = "1 draft is" if len(created) == 1 else f"{len(created)} drafts are"
        messages.success(
            request, format_html('{} made. <a href="{}">See the drafts</a>', count, drafts)
        )
    if len(made) > len(created):
        others = len(made) - len(created)
        messages.warning(request, f"{others} had a story already: none was made again.")
    if homeless:
        names = ", ".join(f"“{headline_of(t.best)}”" for t in homeless[:5] if t.best)
        messages.error(
            request, f"No section is known for {names}: choose one beside the button, then make "
            f"{'it' if len(homeless) == 1 else 'them'}.",
        )  # fmt: skip
