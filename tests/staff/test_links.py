"""Links that sign one person in, once."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from broadsheet.staff import links
from broadsheet.staff.models import SignInLink, User
from broadsheet.staff.roles import role_of


def token_of(path: str) -> str:
    return path.removeprefix(links.PLACE).rstrip("/")


@pytest.mark.django_db
def test_a_link_signs_in_once(edith: Any) -> None:
    token = token_of(links.make_link(edith))
    assert links.redeem(token) == edith
    assert links.redeem(token) is None


@pytest.mark.django_db
def test_the_token_is_not_in_the_database(edith: Any) -> None:
    token = token_of(links.make_link(edith))
    assert token not in repr(SignInLink.objects.values().get())


@pytest.mark.django_db
def test_a_link_runs_out(edith: Any) -> None:
    token = token_of(links.make_link(edith))
    SignInLink.objects.update(ends=timezone.now() - timedelta(seconds=1))
    assert links.find(token) is None
    assert links.redeem(token) is None


@pytest.mark.django_db
def test_whoever_left_the_paper_does_not_come_in(edith: Any) -> None:
    token = token_of(links.make_link(edith))
    User.objects.update(is_active=False)
    assert links.redeem(token) is None


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "guess", "x" * 5000, "ü\x00"])
def test_a_guess_opens_nothing(edith: Any, token: str) -> None:
    links.make_link(edith)
    assert links.redeem(token) is None


@pytest.mark.django_db
def test_a_new_link_makes_the_lost_one_void(edith: Any, rob: Any) -> None:
    lost, robs = links.make_link(edith), links.make_link(rob)
    links.make_link(edith)
    assert links.find(token_of(lost)) is None
    assert links.find(token_of(robs)) is not None


@pytest.mark.django_db
def test_the_first_editor_is_made_once_and_may_do_everything(paper: Site) -> None:
    first = links.first_editor()
    assert links.first_editor() == first
    assert (first.email, str(first), role_of(first)) == ("editor@localhost", "Editor", "Editor")
    assert first.is_superuser
    assert not first.has_usable_password()


@pytest.mark.django_db
def test_a_paper_that_has_somebody_who_may_do_everything_gets_nobody_else(paper: Site) -> None:
    boss = User.objects.create(email="boss@example.org", is_superuser=True)
    assert links.first_editor() == boss
    assert User.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_six_that_come_with_one_link_one_gets_in() -> None:
    user = User.objects.create(email="edith@example.org")
    token = token_of(links.make_link(user))
    together = threading.Barrier(6)
    came: list[User | None] = []

    def one() -> None:
        together.wait()
        try:
            came.append(links.redeem(token))
        finally:
            connection.close()

    crowd = [threading.Thread(target=one) for _ in range(6)]
    for person in crowd:
        person.start()
    for person in crowd:
        person.join()
    assert [who for who in came if who is not None] == [user]


@pytest.mark.django_db
def test_looking_at_the_link_uses_nothing_up_and_the_button_lets_in(edith: Any) -> None:
    client = Client(headers={"Host": "localhost"})
    path = links.make_link(edith)
    for _ in range(3):
        looked = client.get(path)
        assert (looked.status_code, looked["Referrer-Policy"]) == (200, "same-origin")
        assert b"Edith" in looked.content
        assert "no-store" in looked["Cache-Control"]
    came = client.post(path)
    assert (came.status_code, came["Location"]) == (303, "/newsroom/")
    assert client.session["_auth_user_id"] == str(edith.pk)
    assert not links.nobody_has_come_in()


@pytest.mark.django_db
def test_a_spent_link_says_what_to_do(edith: Any) -> None:
    client = Client(headers={"Host": "localhost"})
    path = links.make_link(edith)
    client.post(path)
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 410
        assert b"broadsheet signin" in answer.content


@pytest.mark.django_db
def test_the_button_of_another_sites_page_does_not_let_in(edith: Any) -> None:
    client = Client(enforce_csrf_checks=True, headers={"Host": "localhost"})
    path = links.make_link(edith)
    assert client.post(path).status_code == 403
    assert links.find(token_of(path)) is not None
