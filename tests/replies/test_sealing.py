"""A reader's address: kept, and unreadable to whoever has the database alone."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.replies import sealing
from broadsheet.replies.sealing import mark_of_email, mark_of_network_address

ADDRESS = "asha.rao@example.org"


def test_a_sealed_address_can_be_read_again() -> None:
    sealed = sealing.seal(ADDRESS)
    assert sealing.unseal(sealed) == sealing.unseal(memoryview(sealed)) == ADDRESS


def test_the_seal_shows_nothing_and_is_never_twice_the_same() -> None:
    first, second = sealing.seal(ADDRESS), sealing.seal(ADDRESS)
    assert first != second
    assert b"asha" not in first


def test_another_secret_opens_nothing_and_says_what_to_do(settings: Any) -> None:
    sealed = sealing.seal(ADDRESS)
    settings.SECRET_KEY = "x" * 60
    with pytest.raises(sealing.SealError, match="secret_key"):
        sealing.unseal(sealed)


def test_an_old_secret_kept_as_a_fallback_still_opens(settings: Any) -> None:
    sealed, old = sealing.seal(ADDRESS), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "x" * 60, [old]
    assert sealing.unseal(sealed) == ADDRESS


def test_the_mark_knows_an_address_again_however_it_is_cased() -> None:
    assert mark_of_email(ADDRESS) == mark_of_email(" Asha.Rao@EXAMPLE.org ")
    assert mark_of_email(ADDRESS) != mark_of_email("asha@example.org")


def test_a_mark_cannot_be_made_without_the_secret(settings: Any) -> None:
    mark = mark_of_email(ADDRESS)
    settings.SECRET_KEY = "x" * 60
    assert mark_of_email(ADDRESS) != mark


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("", "", True),
        ("", "192.0.2.7", False),
    ],
)
def test_a_network_address_is_one_households(one: str, other: str, same: bool) -> None:
    assert (mark_of_network_address(one) == mark_of_network_address(other)) is same


def test_marks_of_two_purposes_have_nothing_in_common() -> None:
    assert mark_of_email("192.0.2.7") != mark_of_network_address("192.0.2.7")
