"""The pages around replies that are the same for everybody: later pages of the replies under a
story, and the acknowledgement."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import asked, href
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.tongues import tongue_of
from broadsheet.replies.contract import LaterView, ReceivedView
from broadsheet.replies.presenting import link_to, replies_view
from broadsheet.replies.web.find import Place, find_story


@require_safe
def later(request: HttpRequest, number: int, **place: Any) -> HttpResponse:
    """`/<address>/replies/<n>/`: page n. The first stands under the story."""
    here = asked(request)
    story = find_story(here.paper, Place(**place))
    if story is None:
        raise Http404("No such story.")
    if number == 1:
        return HttpResponseRedirect(f"{href(story.address)}#replies")
    replies = replies_view(story, number)
    if replies is None:
        raise Http404("There are not so many replies.")

    def make() -> LaterView:
        title = _("Replies to “%(headline)s”, page %(number)s") % {
            "headline": story.headline,
            "number": number,
        }
        path = f"{story.address}replies/{number}/"
        around = frame(here, title, path=path, section=story.home_section)
        return LaterView(frame=around, replies=replies)

    return page(here, "replies/later.html", make)


@require_safe
def received(request: HttpRequest, **place: Any) -> HttpResponse:
    """`/<address>/replies/received/`: thanks, and what happens next."""
    here = asked(request)
    story = find_story(here.paper, Place(**place))
    if story is None:
        raise Http404("No such story.")

    def make() -> ReceivedView:
        around = frame(here, _("Thank you for your reply"), path="", section=story.home_section)
        tongue = tongue_of(story, here.masthead)
        return ReceivedView(frame=around, story=link_to(story), tongue=tongue)

    return page(here, "replies/received.html", make)
