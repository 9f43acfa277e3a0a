"""`edit/` after any reader's address leads to its place in the newsroom. The reader's page is the
same for everybody: no edit bar, no cookie."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from broadsheet.paper.tree.models import PaperPage
from broadsheet.paper.web.asking import asked
from broadsheet.paper.web.section import find as find_section
from broadsheet.paper.web.story import find as find_story


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """To the front's editor."""
    return _to_editor(asked(request).paper.root_page)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """To the section's editor."""
    return _to_editor(find_section(asked(request), section))


@require_safe
def story(
    request: HttpRequest, section: str, year: int, month: int, day: int, slug: str
) -> HttpResponse:
    """To the story's editor; of one that was taken down as well."""
    where = asked(request)
    home = find_section(where, section)
    return _to_editor(find_story(where, home, year, month, day, slug) if home else None)


def _to_editor(page: PaperPage | None) -> HttpResponse:
    if page is None:
        raise Http404("There is nothing to edit at this address.")
    answer = HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    answer["Cache-Control"] = "no-store"
    return answer
