"""The newsroom speaks the language of whoever is at its screens. A reader's page is the same for
everybody, in the paper's own language, and says nothing of the reader's to caches."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from broadsheet.newsroom.acting import PREFIX


class NewsroomLanguage(LocaleMiddleware):
    """Django's middleware, for the newsroom's addresses alone."""

    def process_request(self, request: HttpRequest) -> None:
        """Elsewhere the language of the request before it must not stay in force."""
        if request.path.startswith(PREFIX):
            super().process_request(request)
        else:
            translation.activate(settings.LANGUAGE_CODE)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """`Vary` and `Content-Language` stand on the newsroom's answers only."""
        if request.path.startswith(PREFIX):
            return super().process_response(request, response)
        return response
