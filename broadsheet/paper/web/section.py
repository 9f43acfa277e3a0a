"""A section's page, and its pages back in time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.models import FormerSlug, Section
from broadsheet.paper.web import cuts
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.contract import ListView
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.paging import moved_to, page_address, page_of, to_first
from broadsheet.paper.web.teasers import Teasers

TEMPLATE = "paper/section.html"
PAGE = 24


@require_safe
def show(request: HttpRequest, section: str, number: int | None = None) -> HttpResponse:
    """One page of a section."""
    where = asked(request)
    found = find(where, section)
    if found is None:
        return moved(where, section, request) or _none()
    return to_first(number, found.address) or printed(found, where, 1 if number is None else number)


def find(where: Asked, slug: str) -> Section | None:
    """The live section of that slug."""
    return lists.sections(where.paper).filter(slug=slug).first()


def moved(where: Asked, slug: str, request: HttpRequest) -> HttpResponse | None:
    """The way to what stood under a section's former name; None if there was none."""
    former = (
        FormerSlug.objects.filter(paper=where.paper, slug=slug, section__live=True)
        .select_related("section")
        .first()
    )
    if former is None:
        return None
    rest = request.path.removeprefix(f"/{slug}/")
    return moved_to(f"{former.section.address}{rest}")


def _none() -> HttpResponse:
    raise Http404("There is no such section.")


def printed(section: Section, where: Asked, number: int = 1) -> HttpResponse:
    """The page, live or as a preview."""
    return page(where, TEMPLATE, lambda: view(section, where, number))


def view(section: Section, where: Asked, number: int) -> ListView:
    """What the section's template is given."""
    stories, paging = page_of(lists.in_section(section), number, PAGE, section.address)
    teasers = Teasers(where)
    lead = stories[:1] if number == 1 else []
    title = section.title
    if number > 1:
        title = _("%(name)s, page %(number)s") % {"name": title, "number": number}
    return ListView(
        frame=frame(
            where,
            title,
            path=page_address(section.address, number),
            description=section.about,
            section=section,
        ),
        kind="section",
        name=section.title,
        role="",
        about=(section.about,) if section.about else (),
        lead=teasers.of(lead[0], cuts.FEATURE) if lead else None,
        stories=teasers.all_of(stories[len(lead) :], cuts.ROW),
        paging=paging,
    )
