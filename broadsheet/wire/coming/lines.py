"""Connections to mail and file servers: no way into the house, no certificate taken on trust, no
server that holds us for ever."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from broadsheet.wire.coming.fetching import connect
from broadsheet.wire.models import Wire

#: Seconds that a server may let us wait for its next word, and for everything.
STEP, ALL = 30.0, 300.0


class Line:
    """The connections of one look at a server; all are cut off when the time is up, however they
    drip.

    Args:
        wire: whose server it is; it says whether the private network may be reached.
        seconds: for everything.
    """

    def __init__(self, wire: Wire, seconds: float = ALL) -> None:
        self.private = bool(wire.settings.get("private_network"))
        self.open: list[socket.socket] = []
        self.is_cut = False
        self.timer = threading.Timer(seconds, self._cut)
        self.timer.daemon = True

    def __enter__(self) -> Self:
        self.timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.timer.cancel()
        for connection in self.open:
            connection.close()

    def dial(self, host: str, port: int) -> socket.socket:
        """A connection to a server.

        Raises:
            FetchError: it lies inside the private network, and the wire may not go there.
            OSError: it does not answer.
        """
        return self.watch(connect(host, port, STEP, private=self.private))

    def watch(self, connection: socket.socket) -> socket.socket:
        """Have another connection cut off with the rest."""
        # A second handle: wrapping in TLS takes the first one away.
        self.open.append(connection.dup())
        return connection

    def _cut(self) -> None:
        self.is_cut = True
        for connection in self.open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def tls() -> ssl.SSLContext:
    """What TLS connections are made with: certificates are checked against the system's list."""
    return ssl.create_default_context()


def words(error: BaseException) -> str:
    """What went wrong on a connection, for people."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"it does not prove who it is: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:300]
