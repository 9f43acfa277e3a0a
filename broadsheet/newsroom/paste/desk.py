"""The desk of one piece of copy: what was found beside what is decided, then draft or paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from broadsheet.newsroom.access import REFUSALS, Desk, needs, refuse, show
from broadsheet.newsroom.paste import sections
from broadsheet.newsroom.paste.form import DeskForm, initial, known_names
from broadsheet.newsroom.paste.intake import with_unix_lines
from broadsheet.newsroom.paste.marks import marked, mend, notes_of
from broadsheet.newsroom.paste.receive import already_filed
from broadsheet.newsroom.remarks import numbered, remarks_on
from broadsheet.paper import publishing
from broadsheet.paper.dismissing import dismiss, take_back
from broadsheet.paper.filing import Choices, FilingError, file_prepared
from broadsheet.paper.models import Copy, Story
from broadsheet.paper.prepared import Prepared, prepare

PUBLISH, SCHEDULE, DRAFT = "publish", "schedule", "draft"
EVERYTHING = "everything"
GONE = "That remark is no longer there: the copy has changed."


@dataclass(slots=True)
class Work:
    """The copy on the desk while one request lasts."""

    desk: Desk
    copy: Copy
    text: str
    prepared: Prepared
    form: DeskForm
    question: sections.SectionQuestion
    everything: bool = False


@needs("write")
def paste_desk(request: HttpRequest, desk: Desk, copy_id: int) -> HttpResponse:
    """`/newsroom/paste/<id>/`: GET shows what was found; POST mends, files or publishes it."""
    copy = get_object_or_404(Copy, pk=copy_id, paper=desk.paper)
    if copy.story is not None:
        return already_filed(request, copy.story)
    if request.method != "POST":
        prepared = prepare(desk.paper, copy.text)
        form = DeskForm(initial=initial(desk, prepared, copy.text))
        question = sections.proposed(desk, prepared)
        return _show(request, Work(desk, copy, copy.text, prepared, form, question))
    action = str(request.POST.get("action", DRAFT))
    if action in {PUBLISH, SCHEDULE} and not desk.may.publish:
        return refuse(request, desk, REFUSALS["publish"])
    work = _posted(request, desk, copy)
    verb, _, place = action.partition("-")
    if verb == "mend":
        return _mended(request, work, place)
    if verb in {"dismiss", "undismiss"}:
        return _dismissed(request, work, verb, place)
    if action in {"read", EVERYTHING}:
        return _show(request, work)
    return _file(request, work, action)


def _posted(request: HttpRequest, desk: Desk, copy: Copy) -> Work:
    text = with_unix_lines(str(request.POST.get("copy", ""))) or copy.text
    prepared = prepare(desk.paper, text)
    return Work(
        desk,
        copy,
        text,
        prepared,
        DeskForm(request.POST),
        sections.answered(desk, prepared, request.POST),
        everything=EVERYTHING in (request.POST.get("action"), request.POST.get("remarks")),
    )


def _mended(request: HttpRequest, work: Work, number: str) -> HttpResponse:
    """Put one suggestion into the copy on the desk; what was decided so far stays."""
    try:
        work.text = mend(work.prepared.reading, number)
    except LookupError:
        messages.error(request, GONE)
        return _show(request, work)
    before = work.prepared
    work.prepared = prepare(work.desk.paper, work.text)
    data = request.POST.copy()
    data["copy"] = work.text
    for name in ("headline", "standfirst"):
        # A mend in the headline follows into its box, unless somebody has rewritten it there.
        if with_unix_lines(str(data.get(name, ""))) == getattr(before, name):
            data[name] = getattr(work.prepared, name)
    work.form = DeskForm(data)
    return _show(request, work)


def _dismissed(request: HttpRequest, work: Work, verb: str, place: str) -> HttpResponse:
    """Put one remark away for good, or take that back; what was decided so far stays."""
    try:
        finding = numbered(work.prepared.reading, place)
    except LookupError:
        messages.error(request, GONE)
        return _show(request, work)
    if verb == "dismiss":
        dismiss(work.desk.paper, work.text, finding, work.desk.user)
    else:
        take_back(work.desk.paper, work.text, finding)
    return _show(request, work)


def _file(request: HttpRequest, work: Work, action: str) -> HttpResponse:
    if not _in_order(work, action):
        return _show(request, work, status=422)
    try:
        story = _write(work, action)
    except sections.UnansweredError as error:
        return _show(request, work, section_error=str(error), status=422)
    except (FilingError, ValueError) as error:
        work.form.add_error(None, str(error))
        return _show(request, work, status=422)
    except ValidationError as error:
        work.form.add_error(None, " ".join(error.messages))
        return _show(request, work, status=422)
    messages.success(request, _said(story, action))
    return redirect("newsroom:story", story.pk)


def _in_order(work: Work, action: str) -> bool:
    form = work.form
    if not form.is_valid():
        return False
    if action == PUBLISH and not form.cleaned_data["when"]:
        form.add_error("when", "When was this published? The date stays in its address for ever.")
    if action == SCHEDULE:
        at = form.cleaned_data["go_live"]
        if at is None:
            form.add_error("go_live", "When should it go live?")
        elif at <= timezone.now():
            form.add_error(
                "go_live", "That time has passed: publish it now, or choose a later one."
            )
    return not form.errors


@transaction.atomic
def _write(work: Work, action: str) -> Story:
    data, desk = work.form.cleaned_data, work.desk
    choices = Choices(
        headline=data["headline"],
        standfirst=data["standfirst"],
        credit=data["credit"],
        agency=data["agency"],
        byline=data["byline"],
        dateline=data["dateline"],
        sections=sections.decide(desk, work.question),
        in_top_news=data["in_top_news"],
        replies_open=data["replies_open"],
        published=work.form.published(),
    )
    filed = file_prepared(
        desk.paper,
        work.copy.text,
        work.prepared,
        choices,
        name=work.copy.name,
        user=desk.user,
        publish=action == PUBLISH,
    )
    if action == SCHEDULE:
        latest = filed.story.get_latest_revision_as_object()
        publishing.schedule(latest, data["go_live"], user=desk.user)
    return filed.story


def _said(story: Story, action: str) -> str:
    if action == PUBLISH:
        return f"“{story.headline}” is live."
    if action == SCHEDULE:
        return f"“{story.headline}” is on the schedule."
    return f"“{story.headline}” is kept as a draft."


def _show(
    request: HttpRequest, work: Work, *, section_error: str = "", status: int = 200
) -> HttpResponse:
    reading = work.prepared.reading
    remarks = remarks_on(work.desk.paper, reading, everything=work.everything)
    context: dict[str, Any] = {
        "copy": work.copy,
        "form": work.form,
        "parts": marked(reading, remarks.open),
        "notes": notes_of(reading, remarks.open),
        "put_away": notes_of(reading, remarks.dismissed),
        "unsaid": remarks.unsaid,
        "everything": work.everything,
        "question": work.question,
        "section_error": section_error,
        "found_day": work.prepared.published,
        "now": timezone.now(),
        "changed": work.text != work.copy.text,
        **known_names(work.desk),
    }
    return show(request, work.desk, "newsroom/paste_desk.html", context, status=status)
