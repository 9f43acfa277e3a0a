"""Fetching an address that somebody typed in: what is refused, and what goes along."""

from __future__ import annotations

import gzip
import time

import pytest

from broadsheet.wire.coming.fetching import FetchError, fetch, may_be_asked
from tests.wire.conftest import House


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.1", "::1", "fe80::1%eth0",
     "fc00::1", "::ffff:127.0.0.1", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_addresses_inside_are_not_for_asking(address: str) -> None:
    assert not may_be_asked(address)


def test_addresses_of_the_open_internet_are() -> None:
    assert may_be_asked("93.184.215.14")
    assert may_be_asked("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_redirect_does_not_lead_inside_either(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from broadsheet.wire.coming import fetching

    seen: list[str] = []

    def looked(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    monkeypatch.setattr(fetching, "may_be_asked", looked)
    house.status, house.headers = 302, {"Location": house.url.replace("127.0.0.1", "localhost")}
    with pytest.raises(FetchError, match="private network"):
        fetch(house.url)
    assert len(house.asked) == 1


def test_an_answer_that_unpacks_to_more_than_is_allowed_is_refused(house: House) -> None:
    house.data = gzip.compress(b"a" * 2_000_000)
    house.headers = {"Content-Encoding": "gzip"}
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        fetch(house.url, private=True, most_bytes=1_000_000)


def test_an_answer_that_drips_is_given_up(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.data = b"a" * 40
    house.drip = 0.1
    begun = time.monotonic()
    with pytest.raises(FetchError, match="took too long"):
        fetch(house.url, private=True, most_seconds=0.6)
    assert time.monotonic() - begun < 3


def test_endless_redirects_end(house: House) -> None:
    house.status, house.headers = 302, {"Location": house.url}
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(house.url, private=True)


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "example.org", ""])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="no web address"):
        fetch(url)


def test_a_permanent_redirect_is_told_from_one_for_a_while(house: House) -> None:
    target = house.url + "/new"
    house.paths = {"/feed": (301, target)}
    assert fetch(house.url, private=True).moved == target
    house.paths = {"/feed": (302, target)}
    assert fetch(house.url, private=True).moved == ""


def test_a_key_is_not_carried_to_another_house(house: House) -> None:
    other = house.url.replace("127.0.0.1", "localhost") + "/new"
    house.paths = {"/feed": (302, other)}
    fetch(house.url, private=True, headers={"X-Ann": "sesame", "If-None-Match": '"1"'})
    assert house.asked[0]["x-ann"] == "sesame"
    assert "x-ann" not in house.asked[1]
    assert house.asked[1]["if-none-match"] == '"1"'
