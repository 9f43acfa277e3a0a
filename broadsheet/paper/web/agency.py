"""An agency's page: what it is, and its stories."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.web.asking import asked
from broadsheet.paper.web.story_list import story_list
from broadsheet.wire.models import Agency


@require_safe
def show(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """One page of its stories."""
    where = asked(request)
    found = get_object_or_404(Agency, paper=where.paper, slug=slug)
    return story_list(
        where,
        lists.from_agency(found),
        number,
        kind="agency",
        name=found.name,
        address=f"/agency/{found.slug}/",
        role=found.full_name,
        about=found.about,
    )
