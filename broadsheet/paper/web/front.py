"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from broadsheet.paper import lists
from broadsheet.paper.models import Front
from broadsheet.paper.web import cuts, json_ld
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked
from broadsheet.paper.web.contract import FrontBlock, FrontView, Moment
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.moments import published_at
from broadsheet.paper.web.teasers import Teasers, section_link

TEMPLATE = "paper/front.html"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The front as it is live."""
    where = asked(request)
    front = Front.objects.select_related("paper__masthead").get(pk=where.paper.root_page_id)
    return printed(front, where)


def printed(front: Front, where: Asked) -> HttpResponse:
    """The front with its slots as they stand, unsaved ones too: live, or as a preview."""
    return page(where, TEMPLATE, lambda: view(front, where))


def view(front: Front, where: Asked) -> FrontView:
    """What the front's template is given."""
    plan = lists.front_plan(front)
    edition, teasers = _edition(where)
    # Two top stories stand beneath the lead where that leaves a column beside it.
    beneath = 2 if len(plan.top) >= 4 else 0
    return FrontView(
        frame=frame(
            where, "", path="/", description=where.masthead.motto, structured=json_ld.paper(where)
        ),
        edition=edition,
        lead=teasers.of(plan.lead.story, cuts.LEAD, headline=plan.lead.headline)
        if plan.lead
        else None,
        seconds=tuple(
            teasers.of(p.story, cuts.SECOND, headline=p.headline) for p in plan.top[:beneath]
        ),
        top_name=front.top_name,
        top=tuple(
            teasers.of(p.story, None if order else cuts.TOP, headline=p.headline)
            for order, p in enumerate(plan.top[beneath:])
        ),
        blocks=tuple(_block(block, n, teasers) for n, block in enumerate(plan.blocks)),
    )


def _edition(where: Asked) -> tuple[Moment | None, Teasers]:
    newest = lists.latest(where.paper).first()
    if newest is None or newest.published is None:
        return None, Teasers(where)
    zone = where.masthead.zone
    day = newest.published.astimezone(zone).date()
    return published_at(newest, zone), Teasers(where, day)


def _block(block: lists.Block, number: int, teasers: Teasers) -> FrontBlock:
    stories = list(block.stories)
    rhythm = _rhythm(stories, number)
    if rhythm == "feature":
        # The large place is for a picture; the others stay in order.
        large = next(filter(_pictured, stories))
        stories = [large, *(p for p in stories if p is not large)]
    first, rest = _PLACES[rhythm]
    return FrontBlock(
        section=section_link(block.section),
        stories=tuple(
            teasers.of(p.story, rest if order else first, headline=p.headline)
            for order, p in enumerate(stories)
        ),
        rhythm=rhythm,
    )


#: Where pictures stand: of the first story, and of the others.
_PLACES: dict[str, tuple[cuts.Place | None, cuts.Place | None]] = {
    "one": (cuts.FEATURE, None),
    "two": (cuts.FEATURE, cuts.FEATURE),
    "three": (cuts.CARD, cuts.CARD_AFTER),
    "four": (cuts.CARD, cuts.CARD_AFTER),
    "feature": (cuts.FEATURE, None),
    "columns": (None, None),
}


def _pictured(placed: lists.Placed) -> bool:
    return placed.story.picture_id is not None


def _rhythm(stories: list[lists.Placed], number: int) -> str:
    """Neighbours are set in different ways, so that the front is no grid of like boxes; and no
    picture stands beside a hole where others have theirs."""
    pictures = sum(map(_pictured, stories))
    if len(stories) <= 2:
        return ("one", "two")[len(stories) - 1]
    if not pictures:
        return "columns"
    if pictures == len(stories) <= 4 and number % 2:
        return ("three", "four")[len(stories) - 3]
    return "feature"
