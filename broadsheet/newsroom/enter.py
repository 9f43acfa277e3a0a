"""`/newsroom/enter/<token>/`: comes in by a one-time link. Opening it shows a button and uses
nothing up, so that a mail program which looks at links beforehand does not burn it."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.paper.founding import only_paper
from broadsheet.staff.links import find, redeem

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button, or sign in and go on to Today; 410 with words for a link that is spent."""
    if request.method == "POST":
        link = find(token)
        password = request.POST.get("password", "")
        if link is not None and password:
            try:
                validate_password(password, link.user)
            except ValidationError as error:
                return _page(request, str(link.user), error.messages)
        user = redeem(token)
        if user is not None and password:
            user.set_password(password)
            user.save()
        if user is None:
            return _page(request, None)
        login(request, user, backend=_BACKEND)
        answer: HttpResponse = HttpResponseRedirect(reverse("wagtailadmin_home"))
        answer.status_code = 303
        return answer
    link = find(token)
    return _page(request, str(link.user) if link else None)


def _page(request: HttpRequest, who: str | None, faults: Sequence[str] = ()) -> HttpResponse:
    paper = only_paper()
    context: dict[str, object] = {
        "who": who,
        "paper": paper.masthead.name if paper else "Broadsheet",
    }
    context["faults"] = faults
    answer = render(
        request, "newsroom/enter.html", context, status=422 if faults else 200 if who else 410
    )
    # The address is the key: it must not travel on to any other site. Not `no-referrer`, with
    # which browsers send the button's form with `Origin: null`, and it would be refused.
    answer["Referrer-Policy"] = "same-origin"
    return answer
