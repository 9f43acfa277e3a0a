"""Pages for what is not there: never was, was taken down, or went wrong on our side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from broadsheet.paper import lists
from broadsheet.paper.web import stylesheet
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.contract import ErrorView
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.teasers import Teasers

TEMPLATE = "paper/error.html"
#: Stands without the database, since that may be what went wrong.
BARE = "paper/bare.html"
NEWEST = 5


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with the newest stories to read instead."""
    try:
        where = asked(request)
    except Http404:
        return _no_paper()
    return page(
        where,
        TEMPLATE,
        lambda: _view(
            where,
            404,
            _("There is no page at this address"),
            _("It may have been mistyped, or the page has moved. These are our newest stories."),
        ),
        status=404,
    )


def gone(where: Asked) -> HttpResponse:
    """410: a story stood here and was taken down. Nothing of it is told."""
    return page(
        where,
        TEMPLATE,
        lambda: _view(
            where,
            410,
            _("This story has been taken down"),
            _("It stood at this address and no longer does. These are our newest stories."),
        ),
        status=410,
    )


def _view(where: Asked, status: int, heading: str, words: str) -> ErrorView:
    stories = lists.latest(where.paper)[:NEWEST]
    return ErrorView(
        frame=frame(where, heading, path=""),
        status=status,
        heading=heading,
        words=words,
        stories=Teasers(where).all_of(stories, None),
    )


def failed(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours."""
    html = _bare(
        _("Something went wrong"),
        _("The fault is ours, and it has been written down. Please try again in a minute."),
    )
    answer = HttpResponseServerError(html)
    answer["Cache-Control"] = "no-store"
    return answer


def _no_paper() -> HttpResponse:
    html = _bare(
        _("There is no paper here yet"),
        _("Whoever runs this installation can found one in the newsroom, or with"
          " “broadsheet init”."),
    )  # fmt: skip
    answer = HttpResponse(html, status=404)
    answer["Cache-Control"] = "no-store"
    return answer


def _bare(heading: str, words: str) -> str:
    context = {"heading": heading, "words": words, "stylesheet": stylesheet.address()}
    return render_to_string(BARE, context)
