"""A draft as readers would see it, shown in the newsroom alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from broadsheet.paper.models import Front, Section, Story
from broadsheet.paper.tree.models import PaperPage
from broadsheet.paper.web import front, section, story
from broadsheet.paper.web.asking import asked
from broadsheet.paper.web.errors import gone


def preview(draft: PaperPage, request: HttpRequest) -> HttpResponse:
    """The page as it stands in `draft`, which need not have been saved. Never kept anywhere.

    Raises:
        TypeError: it is no front, section or story.
    """
    where = asked(request)
    if isinstance(draft, Story) and draft.pk and draft.held_by().filter(kind="kill").exists():
        # What an agency has killed is shown by no page, in the newsroom neither.
        answer = gone(where)
    elif isinstance(draft, Story):
        answer = story.printed(draft, where, preview=True)
    elif isinstance(draft, Front):
        answer = front.printed(draft, where)
    elif isinstance(draft, Section):
        answer = section.printed(draft, where)
    else:
        raise TypeError(f"{type(draft).__name__} has no page that readers see")
    answer["Cache-Control"] = "private, no-store"
    return answer
