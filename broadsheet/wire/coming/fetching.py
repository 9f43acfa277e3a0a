"""Fetching an address that somebody typed in, without becoming a way into the house.

The name is resolved here and the connection made to the address that was looked at, so that a
second answer of the name server (DNS rebinding) cannot lead elsewhere; the same for each redirect.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from broadsheet import __version__

#: Who asks; a publisher can tell us from a crawler and find out what we are.
USER_AGENT = f"Broadsheet/{__version__} (a newspaper's wire desk)"
MOST_BYTES = 32 * 1024 * 1024
MOST_SECONDS = 30.0
MOST_REDIRECTS = 5
_CONNECT_SECONDS = 10.0
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PERMANENT = frozenset((301, 308))
#: After these the same bytes are sent again (RFC 9110, section 15.4).
_KEEP_METHOD = frozenset((307, 308))
#: What goes along to another house; any other header may be a key.
_NO_KEYS = frozenset(
    (
        "user-agent",
        "accept",
        "accept-encoding",
        "content-type",
        "if-none-match",
        "if-modified-since",
    )
)


class FetchError(Exception):
    """Nothing was fetched. Its words say what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its status, its headers by small letters, its bytes, where it came from.

    Attributes:
        moved: where the address has moved for good, as far as permanent redirects led; else empty.
    """

    status: int
    headers: Mapping[str, str]
    data: bytes
    url: str
    moved: str = ""


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    private: bool = False,
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
    send: bytes | None = None,
) -> Fetched:
    """Ask an address over HTTP.

    Args:
        url: http or https.
        headers: more of them, for conditional questions or keys.
        private: the owner allows addresses inside the private network for this wire.
        most_bytes: more than this is refused, unpacked as well as packed.
        most_seconds: for everything, redirects too.
        send: bytes to send by POST; a redirect that would make a GET of it is an answer.

    Raises:
        FetchError: it is no web address, leads into the private network, does not answer in time,
            or is too large.
    """
    ends = time.monotonic() + most_seconds
    asked = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", **(headers or {})}
    follow = _REDIRECTS if send is None else _KEEP_METHOD
    moved, for_good = "", True
    with _Manager(private) as manager:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _ask(manager, url, asked, ends, send)
            target = answer.headers.get("location", "")
            if answer.status not in follow or not target:
                data = _body(answer, ends, most_bytes)
                return Fetched(answer.status, _small(answer), data, url, moved)
            answer.release_conn()
            further = urljoin(url, target)
            if not _same_house(url, further):
                # A key is for the house that gave it, whatever the header is called.
                asked = {k: v for k, v in asked.items() if k.lower() in _NO_KEYS}
            for_good = for_good and answer.status in _PERMANENT
            url, moved = further, further if for_good else moved
    raise FetchError(f"{url} leads on and on: more than {MOST_REDIRECTS} redirects")


def _same_house(one: str, other: str) -> bool:
    """Whether an address is the other's house and at least as safe."""
    here, there = urlsplit(one), urlsplit(other)
    same = (here.hostname, here.port) == (there.hostname, there.port)
    return same and (here.scheme == there.scheme or there.scheme == "https")


def _ask(
    manager: _Manager, url: str, headers: Mapping[str, str], ends: float, send: bytes | None
) -> urllib3.BaseHTTPResponse:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise FetchError(f"“{url}” is no web address: it must begin with http:// or https://")
    left = max(0.1, ends - time.monotonic())
    timeout = urllib3.Timeout(connect=min(_CONNECT_SECONDS, left), read=left)
    try:
        return manager.request(
            "GET" if send is None else "POST", url, body=send, headers=dict(headers),
            redirect=False, preload_content=False, timeout=timeout, retries=False,
        )  # fmt: skip
    except FetchError:
        raise
    except (HTTPError, OSError, ValueError) as error:
        raise FetchError(f"{url} does not answer: {_why(error)}") from error


def _why(error: BaseException) -> str:
    inner = error
    while inner.__cause__ is not None or inner.__context__ is not None:
        inner = inner.__cause__ or inner.__context__ or inner
        if isinstance(inner, FetchError):
            raise inner
    return str(error).rpartition(": ")[2] or type(error).__name__


def _small(answer: urllib3.BaseHTTPResponse) -> dict[str, str]:
    # By name, which joins headers that stand several times (`Link`).
    return {name.lower(): answer.headers[name] for name in answer.headers}


def _body(answer: urllib3.BaseHTTPResponse, ends: float, most_bytes: int) -> bytes:
    pieces, size = [], 0
    try:
        # What has arrived, not a full piece: who sends a byte at a time must not hold us for ever.
        while piece := answer.read1(65536, decode_content=True):
            size += len(piece)
            if size > most_bytes:
                raise FetchError(f"the answer is larger than {most_bytes:,} bytes and was not read")
            if time.monotonic() > ends:
                raise FetchError("the answer took too long to arrive and was not read")
            pieces.append(piece)
    except (HTTPError, OSError) as error:
        raise FetchError(f"the answer broke off: {error}") from error
    finally:
        answer.close()
    return b"".join(pieces)


def connect(host: str, port: int, timeout: Any, *, private: bool) -> socket.socket:
    """A connection to the first address of a name that may be asked.

    Raises:
        FetchError: the name has none.
        OSError: none of them answers.
    """
    problem: OSError | None = None
    inside = ""
    for family, kind, protocol, _, address in socket.getaddrinfo(
        host.strip("[]"), port, type=socket.SOCK_STREAM
    ):
        if not private and not may_be_asked(str(address[0])):
            inside = str(address[0])
            continue
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(timeout)
        try:
            connection.connect(address)
        except OSError as error:
            connection.close()
            problem = error
            continue
        return connection
    if problem is None and inside:
        raise FetchError(
            f"{host} lies inside the private network ({inside}) and was not asked. Allow it for "
            "this wire if that is meant."
        )
    raise problem or OSError(f"{host} has no address")


def may_be_asked(address: str) -> bool:
    """Whether an address is one of the open internet: not of this machine, of a private network,
    of a link, of nobody, nor one of those dressed as IPv6."""
    found = ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


class _Manager(urllib3.PoolManager):
    """Connections that look at the address before they are made."""

    def __init__(self, private: bool) -> None:
        super().__init__(num_pools=4, maxsize=1, retries=False)

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return connect(self._dns_host, self.port, self.timeout, private=private)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return connect(self._dns_host, self.port, self.timeout, private=private)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
