"""Whoever guesses passwords waits; who knows the password, or has a link, does not for long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.staff import links, patience
from broadsheet.staff.models import FailedSignIn

pytestmark = pytest.mark.django_db
DOOR = "/newsroom/login/"
RIGHT = "a long pass phrase"


def enter(client: Client, password: str, name: str = "edith@example.org", **more: Any) -> str:
    """Send the form; what the page then says, empty when it let somebody in."""
    answer = client.post(DOOR, {"username": name, "password": password}, **more)
    return "" if answer.status_code == 302 else answer.content.decode()


def fail(times: int, **more: Any) -> None:
    for _ in range(times):
        assert enter(Client(), "wrong", **more)


def test_a_few_mistakes_cost_nothing(edith: Any) -> None:
    fail(patience.FREE_FOR_ACCOUNT - 1)
    assert enter(Client(), RIGHT) == ""
    assert not FailedSignIn.objects.filter(key=patience._key("account", edith.email)).exists()


def test_then_even_the_right_password_waits_and_the_page_says_how_long(edith: Any) -> None:
    fail(patience.FREE_FOR_ACCOUNT)
    assert "Try again in 1 minute" in enter(Client(), RIGHT)


def test_the_wait_doubles_and_ends(edith: Any) -> None:
    fail(patience.FREE_FOR_ACCOUNT)
    first = patience.wait(edith.email, "")
    FailedSignIn.objects.create(key=patience._key("account", edith.email))
    assert patience.wait(edith.email, "") == pytest.approx(2 * first, abs=2)
    FailedSignIn.objects.update(at=timezone.now() - timedelta(seconds=patience.LONGEST_WAIT))
    assert patience.wait(edith.email, "") == 0


def test_one_account_that_is_guessed_at_stops_no_other(edith: Any, rob: Any) -> None:
    fail(patience.FREE_FOR_ACCOUNT)
    assert enter(Client(), RIGHT, rob.email) == ""


def test_an_address_that_tries_many_accounts_waits_too(edith: Any) -> None:
    for number in range(patience.FREE_FOR_ADDRESS):
        enter(Client(), "wrong", f"nobody{number}@example.org", REMOTE_ADDR="203.0.113.7")
    assert "Too many wrong passwords" in enter(Client(), RIGHT, REMOTE_ADDR="203.0.113.7")
    assert enter(Client(), RIGHT, REMOTE_ADDR="198.51.100.9") == ""


def test_a_one_time_link_opens_at_once(edith: Any) -> None:
    fail(patience.FREE_FOR_ACCOUNT)
    token = links.make_link(edith).removeprefix(links.PLACE).rstrip("/")
    assert links.redeem(token) == edith


def test_neither_names_nor_addresses_lie_in_the_table_and_rows_go_after_an_hour(edith: Any) -> None:
    fail(1, REMOTE_ADDR="203.0.113.7")
    held = repr(list(FailedSignIn.objects.values()))
    assert "edith" not in held
    assert "203.0.113.7" not in held
    FailedSignIn.objects.update(at=timezone.now() - 2 * patience.MEMORY)
    assert patience.forget() == 2
