"""Addresses of Wagtail's own lists and of its tree, led to the screens that stand for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from broadsheet.newsroom.access import Desk, needs
from broadsheet.paper.models import Front, Section
from broadsheet.paper.tree.models import PaperPage


@needs("read")
def to_today(request: HttpRequest, desk: Desk) -> HttpResponse:
    """There is nothing here for anybody."""
    return redirect("wagtailadmin_home")


@needs("read")
def to_stories(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Lists of what stands in the paper."""
    return redirect("newsroom:stories")


@needs("read")
def to_screen(request: HttpRequest, desk: Desk, pk: str) -> HttpResponse:
    """One thing of the paper: a story's desk, a section's form, the front desk."""
    found = get_object_or_404(PaperPage, pk=pk, paper=desk.paper).specific
    if isinstance(found, Section):
        return redirect("newsroom:section", found.pk)
    if isinstance(found, Front):
        return redirect("newsroom:front")
    return redirect("newsroom:story", found.pk)


_ONE = "delete|unpublish|move|copy|usage|history|privacy|workflow_history|convert_alias|add_subpage"
#: Patterns under /newsroom/. Deleting goes too: a public text is taken down, and its record stays.
CLOSED = (
    (r"^pages/$", to_stories),
    (r"^pages/search/(?:results/)?$", to_stories),
    (r"^pages/(?P<pk>\d+)/(?:results/)?$", to_screen),
    (rf"^pages/(?P<pk>\d+)/(?:{_ONE})/(?:.+/)?$", to_screen),
    (r"^pages/(?P<pk>\d+)/revisions/$", to_screen),
    (r"^api/main/pages/(?P<pk>\d+)/action/.*$", to_screen),
    (r"^pages/(?:usage|create|workflow)/.*$", to_stories),
    (r"^(?:reports|workflows|collections|sites|snippets|documents|redirects|groups)/.*$", to_today),
    (r"^users/(?!.*chooser).*$", to_today),
    (r"^bulk/(?!image/).*$", to_stories),
)
