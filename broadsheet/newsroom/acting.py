"""Whoever is at the newsroom's screens is named in the record for all that follows from a request:
Wagtail's own screens for names and pictures pass nobody on. What the record forbids to delete is
said there in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from broadsheet.paper.tree.acting import acting

PREFIX = "/newsroom/"


class NameWhoActs:
    """Django middleware; stands behind the one that finds out whose request it is."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponse]) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path.startswith(PREFIX):
            return self.following(request)
        with acting(request.user if request.user.is_authenticated else None):
            return self.following(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Wagtail's screens for deleting do not expect to be refused."""
        if not isinstance(error, ProtectedError) or not request.path.startswith(PREFIX):
            return None
        messages.error(request, str(error.args[0]))
        return redirect(request.get_full_path())
