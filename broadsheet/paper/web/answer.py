"""A page as an answer: rendered in the paper's language, the same for everybody.

Templates are given the page and nothing of the request, so that no session, user or token can
find its way into it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from broadsheet.paper.models import Masthead
from broadsheet.paper.web.asking import Asked

#: The press may keep the page until the paper changes; a browser asks each time.
PUBLIC = "public, max-age=0, must-revalidate"


def page(
    asked: Asked, template: str, make: Callable[[], Any], *, status: int = 200
) -> HttpResponse:
    """Make the view and render it, both in the paper's language.

    Args:
        make: gives the view, one of contract.py.
    """
    with in_language_of(asked.masthead):
        html = render_to_string(template, {"page": make()})
    answer = HttpResponse(html, status=status)
    answer["Cache-Control"] = PUBLIC
    answer["Content-Language"] = asked.masthead.language
    return answer


def in_language_of(masthead: Masthead) -> Any:
    """Words of the theme and names of months in the paper's language, where they are translated."""
    return translation.override(masthead.language)


def document(text: str | bytes, content_type: str) -> HttpResponse:
    """A feed, map or the like."""
    answer = HttpResponse(text, content_type=content_type)
    answer["Cache-Control"] = PUBLIC
    return answer
