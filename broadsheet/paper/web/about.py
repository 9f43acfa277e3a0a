"""What the paper says of itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.contract import AboutView
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.story_list import paragraphs

TEMPLATE = "paper/about.html"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The about page."""
    where = asked(request)
    return page(where, TEMPLATE, lambda: view(where))


def view(where: Asked) -> AboutView:
    """What its template is given."""
    masthead = where.masthead
    title = _("About %(paper)s") % {"paper": masthead.name}
    words = paragraphs(masthead.about)
    return AboutView(
        frame=frame(where, title, path="/about/", description=masthead.motto),
        paragraphs=words,
    )
