"""`POST /<address>/replies/`: takes a reply. Whatever goes wrong, the reader gets their words back
on the page, never lost."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from broadsheet.paper.models import Story
from broadsheet.paper.web.asking import Asked, asked, href
from broadsheet.replies.form import ReplyForm
from broadsheet.replies.receiving import ClosedError, TooManyError, are_open, receive
from broadsheet.replies.web import again
from broadsheet.replies.web.find import Place, find_story
from broadsheet.replies.web.from_here import is_from_here

log = logging.getLogger(__name__)
#: Bytes of the largest form: 4,000 letters of four bytes, percent-encoded, and the other fields.
MOST_BYTES = 64 * 1024


# The page carries no cookie and no token, being the same for everybody; instead the origin of the
# request is checked (from_here.py).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, **place: Any) -> HttpResponse:
    """Take the reply and go on to the acknowledgement, or show the form again with the reason."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return again.too_long()
    try:
        here = asked(request)
        story = find_story(here.paper, Place(**place))
        if request.method != "POST":
            return HttpResponseRedirect(f"{href(story.address)}#replies" if story else "/")
        return _take(request, here, story)
    except Error:
        log.exception("a reply could not be kept; the reader has the words back")
        return again.not_now(request)


def _take(request: HttpRequest, here: Asked, story: Story | None) -> HttpResponse:
    if story is None:
        return again.gone(request, here)
    if not is_from_here(request):
        return again.from_elsewhere(request, here, story)
    if not are_open(story):
        return again.closed(request, here, story)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return again.mend(here, story, form)
    try:
        receive(
            story,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            text=form.cleaned_data["text"],
            network_address=str(request.META.get("REMOTE_ADDR", "")),
        )
    except ClosedError:
        return again.closed(request, here, story)
    except TooManyError as error:
        return again.later(here, story, form, error.seconds)
    answer = HttpResponseRedirect(f"{href(story.address)}replies/received/")
    answer.status_code = HTTPStatus.SEE_OTHER
    return answer
