"""Makes the views of contract.py."""

from __future__ import annotations

from django.core.paginator import Paginator

from broadsheet.paper.models import Masthead, Story
from broadsheet.paper.web.asking import href
from broadsheet.paper.web.contract import Link
from broadsheet.paper.web.moments import moment
from broadsheet.paper.web.tongues import tongue_of
from broadsheet.replies import lists
from broadsheet.replies.contract import FieldView, FormView, RepliesView, ReplyView, Turn
from broadsheet.replies.form import MOST, TRAP, ReplyForm
from broadsheet.replies.models import Reply
from broadsheet.replies.receiving import are_open


def link_to(story: Story) -> Link:
    """The story by its headline."""
    return Link(text=story.headline, href=href(story.address))


def replies_view(story: Story, number: int) -> RepliesView | None:
    """Page `number` of the replies; None when there are not so many pages. The first is always
    there."""
    pages = Paginator(lists.accepted(story), lists.A_PAGE)
    if not 1 <= number <= pages.num_pages:
        return None
    page = pages.page(number)
    masthead = lists.masthead_of(story)
    return RepliesView(
        story=link_to(story),
        tongue=tongue_of(story, masthead),
        count=pages.count,
        number=number,
        last=pages.num_pages,
        replies=tuple(
            _reply(reply, at, masthead) for at, reply in enumerate(page, page.start_index())
        ),
        turns=_turns(story, pages, number),
    )


def _reply(reply: Reply, at: int, masthead: Masthead) -> ReplyView:
    return ReplyView(
        anchor=f"reply-{reply.pk}",
        number=at,
        name=reply.name,
        received=moment(reply.received, masthead.zone),
        paragraphs=tuple(part.strip("\n") for part in reply.text.split("\n\n") if part.strip()),
        from_the_paper=reply.from_the_paper,
    )


def _turns(story: Story, pages: Paginator[Reply], here: int) -> tuple[Turn, ...]:
    if pages.num_pages == 1:
        return ()
    numbers = pages.get_elided_page_range(here, on_each_side=2, on_ends=1)
    return tuple(_turn(story, n, here) if isinstance(n, int) else _GAP for n in numbers)


_GAP = Turn(text="", href="", here=False)


def _turn(story: Story, number: int, here: int) -> Turn:
    base = href(story.address)
    where = f"{base}#replies" if number == 1 else f"{base}replies/{number}/"
    return Turn(text=str(number), href=where, here=number == here)


def form_view(story: Story, form: ReplyForm | None = None) -> FormView:
    """The form under a story.

    Args:
        form: one that was sent and found wanting; its words and faults are shown again.
    """
    faults = form.errors.get(TRAP, ()) if form is not None else ()
    return FormView(
        action=f"{href(story.address)}replies/",
        open=are_open(story),
        name=_field(form, "name"),
        email=_field(form, "email"),
        text=_field(form, "text"),
        trap=TRAP,
        trap_faults=tuple(map(str, faults)),
    )


def _field(form: ReplyForm | None, name: str) -> FieldView:
    value = str(form.data.get(name, "")) if form is not None else ""
    faults = form.errors.get(name, ()) if form is not None else ()
    return FieldView(name=name, value=value, faults=tuple(map(str, faults)), most=MOST[name])
