"""Who is asked and where: the paper that a request is for, and the address it was reached at."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.encoding import iri_to_uri
from wagtail.models import Site

from broadsheet.paper.founding import only_paper
from broadsheet.paper.models import Masthead


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the pages need it."""

    paper: Site
    origin: str
    """Scheme, host and port, without a slash at the end."""

    @property
    def masthead(self) -> Masthead:
        """The paper's name, language and clock."""
        masthead: Masthead = self.paper.masthead
        return masthead

    def absolute(self, path: str) -> str:
        """An address with scheme and host, percent-encoded."""
        return self.origin + href(path)


def asked(request: HttpRequest) -> Asked:
    """The paper that stands at the request's host, else the only one.

    Raises:
        Http404: there is no paper yet.
    """
    site = Site.find_for_request(request)
    if site is None or not Masthead.objects.filter(paper=site).exists():
        site = only_paper()
    if site is None:
        raise Http404("There is no paper here yet.")
    paper = Site.objects.select_related("masthead").get(pk=site.pk)
    return Asked(paper, origin(request, paper))


def origin(request: HttpRequest, paper: Site) -> str:
    """The public address of the paper: as it is set for the first paper, else as it was asked."""
    public = settings.CONFIG.public_url
    if public and paper.is_default_site:
        return str(public).rstrip("/")
    return f"{request.scheme}://{request.get_host()}"


def href(path: str) -> str:
    """A path as it may stand in a page: letters outside ASCII percent-encoded."""
    return str(iri_to_uri(path))
