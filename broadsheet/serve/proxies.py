"""What a proxy in front says of the reader is believed only if the setting trusted_proxies names
that proxy; from anybody else it is taken off, so that no reader can choose their own address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

Network = IPv4Network | IPv6Network
_SAID = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")
_NEVER = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_PORT", "HTTP_X_REAL_IP", "HTTP_PROXY")


def networks(written: Sequence[str]) -> tuple[Network, ...]:
    """The networks of the setting.

    Raises:
        ValueError: one of them is neither an address nor a network.
    """
    return tuple(ip_network(text, strict=False) for text in written)


class Proxies:
    """WSGI middleware that sets REMOTE_ADDR, the scheme and the host."""

    def __init__(self, application: WSGIApplication, trusted: Sequence[Network]) -> None:
        self.application, self.trusted = application, tuple(trusted)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        said = {name: environ.pop(name, "") for name in _SAID}
        for name in _NEVER:
            environ.pop(name, None)
        environ["REMOTE_ADDR"] = _without_port(str(environ.get("REMOTE_ADDR", "")))
        if self.trusts(environ["REMOTE_ADDR"]):
            self._believe(environ, said)
        return self.application(environ, start_response)

    def trusts(self, address: str) -> bool:
        """Whether `address` is one of ours."""
        try:
            found = ip_address(address)
        except ValueError:
            return False
        if isinstance(found, IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped
        return any(found in network for network in self.trusted)

    def _believe(self, environ: WSGIEnvironment, said: dict[str, str]) -> None:
        # From the right: each proxy adds who asked it. The first that is not ours is the reader;
        # what stands further left is the reader's own word.
        for hop in reversed([hop.strip() for hop in said[_SAID[0]].split(",") if hop.strip()]):
            address = _without_port(hop)
            if not _is_address(address):
                break
            environ["REMOTE_ADDR"] = address
            if not self.trusts(address):
                break
        proto = said[_SAID[1]].split(",")[-1].strip().lower()
        if proto in {"http", "https"}:
            environ["wsgi.url_scheme"] = proto
        host = said[_SAID[2]].split(",")[-1].strip()
        if host:
            environ["HTTP_HOST"] = host


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _without_port(text: str) -> str:
    """`[::1]:99` and `10.0.0.1:99` without their ports."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text
