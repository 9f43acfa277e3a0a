"""What the paper put right."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.contract import CorrectionsView
from broadsheet.paper.web.corrected import corrected
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.paging import page_address, page_of, to_first

TEMPLATE = "paper/corrections.html"
ADDRESS = "/corrections/"
PAGE = 30


@require_safe
def show(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """One page of corrections."""
    where = asked(request)
    return to_first(number, ADDRESS) or page(
        where, TEMPLATE, lambda: view(where, 1 if number is None else number)
    )


def view(where: Asked, number: int) -> CorrectionsView:
    """What its template is given."""
    found, paging = page_of(lists.corrections(where.paper), number, PAGE, ADDRESS)
    return CorrectionsView(
        frame=frame(where, _("Corrections"), path=page_address(ADDRESS, number)),
        corrections=tuple(corrected(correction, where.masthead) for correction in found),
        paging=paging,
    )
