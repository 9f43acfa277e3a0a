"""The agency or byline of a name: the one that the paper has, else a new one."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify
from wagtail.models import Site

from broadsheet.paper.models.story import SLUG_LENGTH
from broadsheet.staff.models import Byline
from broadsheet.wire.models import Agency


def agency_named(paper: Site, name: str) -> Agency:
    """The agency of that name, whatever the case of its letters; made where the paper has none."""
    standing = Agency.objects.filter(paper=paper, name__iexact=name).first()
    return standing or Agency.objects.create(
        paper=paper, name=name[:120], slug=_slug(Agency, paper, name)
    )


def byline_named(paper: Site, name: str) -> Byline:
    """The byline of that name; made where the paper has none."""
    standing = Byline.objects.filter(paper=paper, name__iexact=name).first()
    return standing or Byline.objects.create(
        paper=paper, name=name[:120], slug=_slug(Byline, paper, name)
    )


def _slug(model: Any, paper: Site, name: str) -> str:
    wanted = slugify(name, allow_unicode=True)[:SLUG_LENGTH] or "name"
    number, slug = 2, wanted
    while model.objects.filter(paper=paper, slug=slug).exists():
        slug, number = f"{wanted}-{number}", number + 1
    return slug
