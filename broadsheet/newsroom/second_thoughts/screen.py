"""The list of second thoughts: what is open, and what was answered."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.newsroom.second_thoughts.lists import open_alarms, open_offers
from broadsheet.paper.models import SecondThought

PER_SCREEN = 30


@needs("read")
def second_thoughts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`GET /newsroom/second-thoughts/?p=`"""
    offers = Paginator(open_offers(desk.paper), PER_SCREEN).get_page(request.GET.get("p"))
    answered = SecondThought.objects.filter(paper=desk.paper).exclude(answered=None)
    context = {
        "alarms": open_alarms(desk.paper)[:100],
        "screen": offers,
        "answered": answered.select_related("story", "take__agency", "by").order_by("-answered")[
            :PER_SCREEN
        ],
    }
    return show(request, desk, "newsroom/second_thoughts/list.html", context)
