"""What every page has around its own matter."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from broadsheet.paper import lists
from broadsheet.paper.models import Masthead, Section
from broadsheet.paper.web import stylesheet
from broadsheet.paper.web.asking import Asked, href
from broadsheet.paper.web.contract import Frame, Link, PaperView, SectionLink, SharePicture
from broadsheet.paper.web.tongues import tongue

_IN_SCRIPT = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def frame(
    asked: Asked,
    title: str,
    *,
    path: str,
    description: str = "",
    kind: str = "website",
    section: Section | None = None,
    picture: SharePicture | None = None,
    structured: dict[str, Any] | None = None,
    published: str = "",
    modified: str = "",
) -> Frame:
    """The frame of one page.

    Args:
        title: of the page alone; empty on the front.
        path: the page's own address; empty for a page that has none.
        section: the one that the page belongs to.
        structured: its schema.org description.
    """
    masthead = asked.masthead
    return Frame(
        paper=_paper(masthead),
        title=f"{title} – {masthead.name}" if title else masthead.name,
        share_title=title or masthead.name,
        description=" ".join(description.split()),
        canonical=asked.absolute(path) if path else "",
        kind=kind,
        sections=_sections(asked, section),
        feeds=_feeds(masthead, section),
        stylesheet=stylesheet.address(),
        fonts=stylesheet.first_fonts(masthead.language),
        picture=picture,
        structured=for_script(structured) if structured else mark_safe(""),
        published=published,
        modified=modified,
    )


def for_script(structured: dict[str, Any]) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(structured, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_IN_SCRIPT))  # noqa: S308


def _paper(masthead: Masthead) -> PaperView:
    length = len(masthead.name)
    return PaperView(
        name=masthead.name,
        length="short" if length <= 16 else "medium" if length <= 28 else "long",
        motto=masthead.motto,
        tongue=tongue(masthead.language),
        publisher=masthead.publisher,
        contact=masthead.contact_email,
        demonstration=masthead.demonstration,
    )


def _sections(asked: Asked, current: Section | None) -> tuple[SectionLink, ...]:
    return tuple(
        SectionLink(
            text=section.title,
            href=href(section.address),
            current=current is not None and current.pk == section.pk,
        )
        for section in lists.sections(asked.paper)
    )


def _feeds(masthead: Masthead, section: Section | None) -> tuple[Link, ...]:
    feeds = [Link(text=masthead.name, href="/feed.xml")]
    if section is not None:
        name = _("%(paper)s: %(section)s") % {"paper": masthead.name, "section": section.title}
        feeds.append(Link(text=name, href=href(f"{section.address}feed.xml")))
    return tuple(feeds)
