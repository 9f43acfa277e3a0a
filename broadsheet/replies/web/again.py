"""The answers to a reply that was not taken. Each says why and what to do, and gives the reader
their words back."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from broadsheet.paper.models import Story
from broadsheet.paper.web.answer import in_language_of, page
from broadsheet.paper.web.asking import Asked
from broadsheet.paper.web.frame import frame
from broadsheet.replies.contract import AgainView, FormView
from broadsheet.replies.form import ReplyForm
from broadsheet.replies.presenting import form_view, link_to


def mend(here: Asked, story: Story, form: ReplyForm) -> HttpResponse:
    """Something is missing or wrong in a field; the field says what."""
    with in_language_of(here.masthead):
        heading, view = _("Your reply is not sent yet"), form_view(story, form)
    return _page(here, story, HTTPStatus.UNPROCESSABLE_ENTITY, heading, form=view)


def later(here: Asked, story: Story, form: ReplyForm, seconds: int) -> HttpResponse:
    """Too many came from the reader's network."""
    with in_language_of(here.masthead):
        heading, view = _("Please send it a little later"), form_view(story, form)
        words = _(
            "Many replies came from your network within an hour. Yours is below, not sent yet: "
            "please send it in %(minutes)s minutes."
        ) % {"minutes": -(-seconds // 60)}
    answer = _page(here, story, HTTPStatus.TOO_MANY_REQUESTS, heading, words, form=view)
    answer["Retry-After"] = str(seconds)
    return answer


def closed(request: HttpRequest, here: Asked, story: Story) -> HttpResponse:
    """No replies are taken under this story any more."""
    with in_language_of(here.masthead):
        heading = _("Replies to this story are closed")
        words = _("They were closed while you were writing. Your words are below, to copy.")
    return _page(here, story, HTTPStatus.FORBIDDEN, heading, words, text=_text(request))


def gone(request: HttpRequest, here: Asked) -> HttpResponse:
    """The story was taken off the paper, or never stood there."""
    with in_language_of(here.masthead):
        heading = _("This story is not on the paper")
        words = _("So no reply can be taken. Your words are below, to copy.")
    return _page(here, None, HTTPStatus.NOT_FOUND, heading, words, text=_text(request))


def from_elsewhere(request: HttpRequest, here: Asked, story: Story) -> HttpResponse:
    """The form was sent from a page of another site."""
    with in_language_of(here.masthead):
        heading = _("This reply came from another site")
        words = _(
            "For your safety, replies are taken from our own pages only. Your words are below: "
            "copy them, go to the story, and send them there."
        )
    return _page(here, story, HTTPStatus.FORBIDDEN, heading, words, text=_text(request))


def too_long() -> HttpResponse:
    """More bytes than any reply has; they are not read."""
    words = _("That is longer than a reply can be: 4,000 letters. Go back and shorten it.")
    kind = "text/plain; charset=utf-8"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return _kept_by_nobody(HttpResponse(f"{words}\n", content_type=kind, status=status))


def not_now(request: HttpRequest) -> HttpResponse:
    """The database does not answer. The paper's frame would ask it too, so it is left away."""
    html = render_to_string("replies/not_now.html", {"text": _text(request)})
    answer = _kept_by_nobody(HttpResponse(html, status=HTTPStatus.SERVICE_UNAVAILABLE))
    answer["Retry-After"] = "60"
    return answer


def _text(request: HttpRequest) -> str:
    return str(request.POST.get("text", ""))


def _page(
    here: Asked,
    story: Story | None,
    status: HTTPStatus,
    heading: str,
    words: str = "",
    *,
    form: FormView | None = None,
    text: str = "",
) -> HttpResponse:
    def make() -> AgainView:
        return AgainView(
            frame=frame(here, heading, path="", section=story.home_section if story else None),
            heading=heading,
            words=words,
            story=link_to(story) if story else None,
            form=form,
            text=text,
        )

    return _kept_by_nobody(page(here, "replies/again.html", make, status=status))


def _kept_by_nobody(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
