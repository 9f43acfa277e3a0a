"""FTP (RFC 959) and FTP with TLS (RFC 4217): ftps:// secures the connection before the password,
or from its first byte on port 990."""

from __future__ import annotations

import ftplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import unquote, urlsplit

from broadsheet.wire.coming import lines
from broadsheet.wire.coming.drops import DropError, Found, MoveError
from broadsheet.wire.coming.fetching import FetchError
from broadsheet.wire.coming.folders import DONE
from broadsheet.wire.coming.lines import Line
from broadsheet.wire.models import Wire

PORT, PORT_OF_TLS = 21, 990
_MOST_LISTED = 50_000


class _Plain(ftplib.FTP):
    """FTP whose connections are made by a line."""

    line: Line

    def connect(self, host: str = "", port: int = 0, *_: Any, **__: Any) -> str:
        """Dial, and hear the greeting."""
        self.host, self.port, self.timeout = host, port, lines.STEP
        self.sock = self._secured(self.line.dial(host, port))
        self.af = self.sock.family
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def _secured(self, connection: socket.socket) -> socket.socket:
        return connection

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int]:
        """A data connection: to the machine that we speak with, whatever address it names."""
        connection, size = super().ntransfercmd(cmd, rest)
        return self.line.watch(connection), size or 0


class _Secure(_Plain, ftplib.FTP_TLS):
    """The same with TLS, its certificate checked."""

    def _secured(self, connection: socket.socket) -> socket.socket:
        if self.port != PORT_OF_TLS:
            return connection
        return self.context.wrap_socket(connection, server_hostname=self.host)

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int]:
        """A data connection in the session of the first one, which many servers insist on."""
        connection, size = super(ftplib.FTP_TLS, self).ntransfercmd(cmd, rest)
        self.line.watch(connection)
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        secured = self.context.wrap_socket(connection, server_hostname=self.host, session=session)
        return secured, size or 0


@contextmanager
def ftp(wire: Wire, line: Line, password: str) -> Iterator[FtpDrop]:
    """The wire's folder, opened.

    Raises:
        DropError: that does not work.
        FetchError: it lies inside the private network.
    """
    parts = urlsplit(wire.address)
    host, secure = parts.hostname or "", parts.scheme.lower() == "ftps"
    server = _Secure(context=lines.tls()) if secure else _Plain()
    server.line, server.encoding = line, "utf-8"
    try:
        server.connect(host, parts.port or PORT)
        _enter(server, wire, unquote(parts.username or "anonymous"), password)
        yield FtpDrop(server)
    except FetchError:
        raise
    except (ftplib.Error, OSError, EOFError) as error:
        raise DropError(f"{host} broke off: {lines.words(error)}.") from error
    finally:
        with suppress(ftplib.Error, OSError, EOFError):
            server.close()


def _enter(server: _Plain, wire: Wire, user: str, password: str) -> None:
    try:
        server.login(user, password)
    except ftplib.error_perm as error:
        raise DropError(
            f"{server.host} does not let {user} in: look at the name and the password."
        ) from error
    if isinstance(server, _Secure):
        server.prot_p()
    if folder := unquote(urlsplit(wire.address).path.strip("/")):
        try:
            server.cwd(folder)
        except ftplib.error_perm as error:
            raise DropError(f"{server.host} has no folder “{folder}”.") from error


class FtpDrop:
    """A folder on an FTP server."""

    def __init__(self, server: ftplib.FTP) -> None:
        self.server = server

    def files(self) -> list[Found]:
        """By MLSD (RFC 3659), or where a server does not know it by NLST, SIZE and MDTM."""
        try:
            rows = [row for row, _ in zip(self.server.mlsd(), range(_MOST_LISTED), strict=False)]
        except ftplib.error_perm:
            return self._files_one_by_one()
        return [
            Found(facts.get("modify", ""), name, int(facts.get("size", "0")))
            for name, facts in rows
            if facts.get("type", "").lower() == "file" and facts.get("size", "0").isdecimal()
        ]

    def _files_one_by_one(self) -> list[Found]:
        try:
            names = self.server.nlst()[:_MOST_LISTED]
        except ftplib.error_perm as error:
            if str(error)[:3] == "550":
                # So some servers say that a folder is empty.
                return []
            raise
        self.server.voidcmd("TYPE I")
        return [file for name in names if (file := self._look_at(name))]

    def _look_at(self, path: str) -> Found | None:
        name = path.rpartition("/")[2]
        try:
            size = self.server.size(name)
            changed = self.server.sendcmd(f"MDTM {name}").partition(" ")[2]
        except ftplib.error_perm:
            # A folder has no size.
            return None
        return Found(changed, name, size or 0)

    def read(self, name: str, most: int) -> bytes:
        """A file's bytes.

        Raises:
            DropError: there are more than `most`.
        """
        pieces: list[bytes] = []
        size = 0

        def take(piece: bytes) -> None:
            nonlocal size
            size += len(piece)
            if size > most:
                raise DropError(f"{name} is larger than {most:,} bytes and was not read.")
            pieces.append(piece)

        self.server.retrbinary(f"RETR {name}", take)
        return b"".join(pieces)

    def move(self, name: str, target: str) -> None:
        """Move a file.

        Raises:
            MoveError: the server refuses.
        """
        # It is there already, or the next step fails too.
        with suppress(ftplib.error_perm):
            self.server.mkd(DONE)
        try:
            self.server.rename(name, target)
        except ftplib.error_perm as error:
            raise MoveError(str(error)) from error
