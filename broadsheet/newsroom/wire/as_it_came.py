"""The bytes that a take came in, to be saved and never shown by a browser, whatever they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from broadsheet.newsroom.access import Desk, needs
from broadsheet.newsroom.wires.quarantine import as_a_file
from broadsheet.wire.models import Take


@needs("read")
def as_it_came(request: HttpRequest, desk: Desk, take_id: int) -> HttpResponse:
    """`GET /newsroom/wire/takes/<id>/as-it-came/`"""
    take: Take = get_object_or_404(
        Take.objects.select_related("delivery"), pk=take_id, paper=desk.paper
    )
    return as_a_file(take.delivery)
