"""A long list, a page at a time. Whether there is an older page is seen by one story more, so that
nothing is counted."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

from broadsheet.paper.web.answer import PUBLIC
from broadsheet.paper.web.asking import href
from broadsheet.paper.web.contract import Paging

Noun = TypeVar("Noun", bound=Model)


def page_of(
    rows: QuerySet[Noun], number: int, size: int, address: str
) -> tuple[list[Noun], Paging]:
    """What stands on one page, and the way from it.

    Args:
        number: 1 for the first.
        address: of the first page.

    Raises:
        Http404: there is no such page.
    """
    start = (number - 1) * size
    found = list(rows[start : start + size + 1]) if number > 0 else []
    if number != 1 and not found:
        raise Http404("There is no such page.")
    return found[:size], Paging(
        number=number,
        newer=href(page_address(address, number - 1)) if number > 1 else "",
        older=href(page_address(address, number + 1)) if len(found) > size else "",
    )


def page_address(address: str, number: int) -> str:
    """Where a page of a list stands."""
    return address if number == 1 else f"{address}page/{number}/"


def to_first(number: int | None, address: str) -> HttpResponse | None:
    """A page has one address: `page/1/` leads to the list itself."""
    return moved_to(address) if number == 1 else None


def moved_to(address: str) -> HttpResponse:
    """For good; the press may keep it."""
    answer = HttpResponsePermanentRedirect(href(address))
    answer["Cache-Control"] = PUBLIC
    return answer
