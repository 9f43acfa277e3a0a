"""Founding a paper: its site, front, masthead and first sections."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from wagtail.models import Site

from broadsheet.paper.models import Front, Masthead, Section
from broadsheet.paper.models.section import RESERVED
from broadsheet.paper.tree.models import PaperPage
from broadsheet.staff.roles import ensure_roles


def only_paper() -> Site | None:
    """The paper of this installation: the default one, else the first that was founded."""
    papers = Site.objects.filter(masthead__isnull=False).select_related("masthead")
    return papers.order_by("-is_default_site", "pk").first()


@transaction.atomic
def found(
    name: str,
    *,
    hostname: str = "localhost",
    port: int = 80,
    language: str = "en",
    time_zone: str = "UTC",
    motto: str = "",
    sections: Sequence[str] = (),
) -> Site:
    """Make a paper, or give back the one that stands at `hostname` already.

    Args:
        name: what the paper is called.
        hostname, port: where it is reached; the first paper answers to every other host too.
        language: a BCP 47 tag.
        time_zone: a name of the IANA database.
        sections: names of its first sections, in order.
    """
    standing = Site.objects.filter(masthead__isnull=False, hostname=hostname, port=port).first()
    if standing is not None:
        return standing
    root = PaperPage.get_first_root_node()
    front = root.add_child(instance=Front(title=name[:255], slug=_free_slug(root, name)))
    site = _site(hostname, port, name, front)
    front.paper = site
    front.save(update_fields=["paper"])
    masthead = Masthead(paper=site, name=name, motto=motto, language=language, time_zone=time_zone)
    masthead.full_clean()
    masthead.save()
    for section in sections:
        add_section(site, section)
    ensure_roles(root)
    return site


def _site(hostname: str, port: int, name: str, front: Front) -> Site:
    welcome = Site.objects.filter(is_default_site=True, masthead__isnull=True).first()
    site = welcome or Site(is_default_site=not Site.objects.exists())
    old_root = site.root_page if welcome else None
    site.hostname, site.port, site.site_name, site.root_page = hostname, port, name, front
    site.save()
    if old_root is not None:
        old_root.delete()
    return site


def _free_slug(parent: PaperPage, name: str) -> str:
    wanted = slugify(name, allow_unicode=True) or "paper"
    taken = set(parent.get_children().values_list("slug", flat=True))
    number, slug = 2, wanted
    while slug in taken or slug in RESERVED:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def find_section(paper: Site, name: str) -> Section | None:
    """The section of that name or slug, whatever the case of its letters."""
    mine = Section.objects.filter(paper=paper, live=True)
    found: Section | None = mine.filter(title__iexact=name.strip()).first()
    return found or mine.filter(slug=name.strip()).first()


@transaction.atomic
def add_section(
    paper: Site, name: str, *, about: str = "", on_front: bool = True, demonstration: bool = False
) -> Section:
    """Open a section at the end of the row, or give back the one of that name.

    Raises:
        django.core.exceptions.ValidationError: the name is empty or too long.
    """
    standing = find_section(paper, name)
    if standing is not None:
        return standing
    front = paper.root_page.specific
    last = Section.objects.filter(paper=paper).aggregate(last=Max("order"))["last"] or 0
    section = Section(
        title=name.strip(),
        slug=_free_slug(front, name),
        paper=paper,
        about=about,
        order=last + 10,
        on_front=on_front,
        demonstration=demonstration,
    )
    front.add_child(instance=section)
    # Published through a revision, so that its history begins with its first name.
    section.save_revision().publish()
    section.refresh_from_db()
    return section
