"""Who is believed about the reader."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.serve.proxies import Proxies, networks

SAID = {
    "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_HOST": "paper.example",
}


def seen(peer: str, trusted: list[str], **said: str) -> dict[str, Any]:
    """The request as the application behind gets it."""
    caught: dict[str, Any] = {}

    def application(environ: Any, start_response: Any) -> list[bytes]:
        caught.update(environ)
        return []

    environ = {"REMOTE_ADDR": peer, "HTTP_HOST": "here", "wsgi.url_scheme": "http", **said}
    Proxies(application, networks(trusted))(environ, lambda *args: lambda data: None)
    return caught


def test_nobody_is_believed_by_default() -> None:
    got = seen("198.51.100.1", [], **SAID)
    assert (got["REMOTE_ADDR"], got["HTTP_HOST"], got["wsgi.url_scheme"]) == (
        "198.51.100.1",
        "here",
        "http",
    )
    assert not [name for name in got if "FORWARDED" in name]


def test_a_named_proxy_is_believed() -> None:
    got = seen("10.1.2.3", ["10.0.0.0/8"], **SAID)
    assert (got["REMOTE_ADDR"], got["HTTP_HOST"], got["wsgi.url_scheme"]) == (
        "203.0.113.9",
        "paper.example",
        "https",
    )


@pytest.mark.parametrize(
    ("written", "reader"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("6.6.6.6,203.0.113.9:4711", "203.0.113.9"),
        ("[2001:db8::1]:4711", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("203.0.113.9, <script>", "10.0.0.1"),
        ("", "10.0.0.1"),
        (" , ", "10.0.0.1"),
    ],
)
def test_the_reader_is_the_last_that_is_none_of_our_proxies(written: str, reader: str) -> None:
    got = seen("10.0.0.1", ["10.0.0.0/8"], HTTP_X_FORWARDED_FOR=written)
    assert got["REMOTE_ADDR"] == reader


@pytest.mark.parametrize("proto", ["javascript", "", "HTTPS, ftp"])
def test_a_scheme_that_is_none_is_not_believed(proto: str) -> None:
    assert seen("10.0.0.1", ["10.0.0.1"], HTTP_X_FORWARDED_PROTO=proto)["wsgi.url_scheme"] == "http"


def test_headers_that_nobody_may_send_are_taken_off_even_from_a_proxy() -> None:
    got = seen("10.0.0.1", ["10.0.0.1"], HTTP_PROXY="http://evil", HTTP_FORWARDED="for=6.6.6.6")
    assert not {"HTTP_PROXY", "HTTP_FORWARDED"} & set(got)


@pytest.mark.parametrize("peer", ["127.0.0.1:5123", "::ffff:127.0.0.1"])
def test_a_proxy_is_known_with_a_port_and_in_ipv6s_clothes(peer: str) -> None:
    assert seen(peer, ["127.0.0.1"], **SAID)["REMOTE_ADDR"] == "203.0.113.9"


def test_a_setting_that_is_no_network_is_refused() -> None:
    with pytest.raises(ValueError, match="my-proxy"):
        networks(["my-proxy"])
