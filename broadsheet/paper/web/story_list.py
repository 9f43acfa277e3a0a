"""What the pages of an author, an agency and a topic have in common: a name, words about it, and
its stories."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from broadsheet.paper.models import Story
from broadsheet.paper.web import cuts
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked
from broadsheet.paper.web.contract import ListView
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.paging import page_address, page_of, to_first
from broadsheet.paper.web.teasers import Teasers

TEMPLATE = "paper/list.html"
PAGE = 24


def story_list(
    where: Asked,
    stories: QuerySet[Story],
    number: int | None,
    *,
    kind: str,
    name: str,
    address: str,
    role: str = "",
    about: str = "",
) -> HttpResponse:
    """One page of a list.

    Args:
        number: None at the list's own address.
        address: that address.
        about: paragraphs with an empty line between.
    """

    if not stories.exists():
        # A name that stands in drafts only is nobody's business yet.
        raise Http404

    def view() -> ListView:
        at = 1 if number is None else number
        found, paging = page_of(stories, at, PAGE, address)
        title = name if at == 1 else _("%(name)s, page %(number)s") % {"name": name, "number": at}
        return ListView(
            frame=frame(where, title, path=page_address(address, at), description=about[:300]),
            kind=kind,
            name=name,
            role=role,
            about=paragraphs(about),
            lead=None,
            stories=Teasers(where).all_of(found, cuts.ROW),
            paging=paging,
        )

    return to_first(number, address) or page(where, TEMPLATE, view)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text with empty lines between."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    return tuple(part.strip() for part in parts if part.strip())
