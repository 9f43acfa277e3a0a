"""Who works at the paper, and inviting somebody."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse

from broadsheet.newsroom.access import Desk, needs, show
from broadsheet.staff.links import make_link
from broadsheet.staff.models import User
from broadsheet.staff.roles import (
    EDITOR,
    MODERATOR,
    REPORTER,
    ROLES,
    SUB_EDITOR,
    give_role,
    role_of,
)

WORDS = {
    EDITOR: "does everything",
    SUB_EDITOR: "reads copy, publishes, decides on replies",
    REPORTER: "writes; cannot publish",
    MODERATOR: "decides on replies",
}


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list."""

    user: User
    role: str
    myself: bool


class InviteForm(forms.Form):
    """Who is invited, as what."""

    name = forms.CharField(max_length=150, error_messages={"required": "What is the name?"})
    email = forms.EmailField(
        error_messages={
            "required": "Where is the invitation going?",
            "invalid": "That is not an e-mail address.",
        }
    )
    role = forms.ChoiceField(
        choices=[(role, role) for role in ROLES],
        initial=REPORTER,
        error_messages={"required": "Choose a role."},
    )

    def clean_email(self) -> str:
        """One account an address."""
        email = str(self.cleaned_data["email"]).strip().lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(
                "Somebody with this address is on the list: give a new link there."
            )
        return email


@needs("run")
def staff(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`/newsroom/staff/`: GET lists; POST invites, and shows the link once."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _invited(form.cleaned_data)
        return show_link(request, desk, user)
    return _list(request, desk, form, status=422 if form.errors else 200)


def _invited(data: dict[str, str]) -> User:
    first, _, last = data["name"].strip().partition(" ")
    user = User(email=data["email"], first_name=first, last_name=last, is_staff=True)
    user.set_unusable_password()
    user.save()
    give_role(user, data["role"])
    return user


def show_link(request: HttpRequest, desk: Desk, user: User) -> HttpResponse:
    """Make a sign-in link, mail it if mail is set up, and show it: it is kept nowhere in the clear.

    The answer to a POST is not sent on to a GET here, since the link must not stand in an address
    or a session.
    """
    link = request.build_absolute_uri(make_link(user))
    mailed = _mail(desk, user, link)
    if mailed:
        messages.success(request, f"The invitation is on its way to {user.email}.")
    return _list(request, desk, InviteForm(), link=link, invited=user, mailed=mailed)


def _mail(desk: Desk, user: User, link: str) -> bool:
    if not settings.CONFIG.mail_url:
        return False
    name = desk.paper.masthead.name
    words = (
        f"{desk.user} has invited you to the newsroom of {name}.\n\n"
        f"This link signs you in, once, within a week:\n{link}\n"
    )
    return bool(send_mail(f"The newsroom of {name}", words, None, [user.email], fail_silently=True))


def _list(
    request: HttpRequest,
    desk: Desk,
    form: InviteForm,
    *,
    status: int = 200,
    link: str = "",
    invited: User | None = None,
    mailed: bool = False,
) -> HttpResponse:
    users = User.objects.order_by("-is_active", "first_name", "email")
    people = [Person(user, role_of(user), user.pk == desk.user.pk) for user in users]
    context = {
        "people": people,
        "form": form,
        "roles": [(role, WORDS[role]) for role in ROLES],
        "link": link,
        "invited": invited,
        "mailed": mailed,
    }
    return show(request, desk, "newsroom/staff.html", context, status=status)
