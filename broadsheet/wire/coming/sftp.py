"""SFTP, by the optional package paramiko: `pip install 'broadsheet[sftp]'`."""

from __future__ import annotations

import base64
import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from broadsheet.wire.coming import lines
from broadsheet.wire.coming.drops import DropError, Found, MoveError
from broadsheet.wire.coming.fetching import FetchError
from broadsheet.wire.coming.folders import DONE
from broadsheet.wire.coming.lines import Line
from broadsheet.wire.coming.noting import PINNED, note
from broadsheet.wire.models import Wire

PORT = 22
_PIECE = 256 * 1024


@contextmanager
def sftp(wire: Wire, line: Line, password: str) -> Iterator[SftpDrop]:
    """The wire's folder, opened, once the server has shown the key that is known of it.

    Raises:
        DropError: that does not work.
        FetchError: it lies inside the private network.
    """
    paramiko = _paramiko()
    parts = urlsplit(wire.address)
    host, port = parts.hostname or "", parts.port or PORT
    transport = None
    try:
        transport = paramiko.Transport(line.dial(host, port))
        transport.banner_timeout = transport.auth_timeout = lines.STEP
        transport.start_client(timeout=lines.STEP)
        _check_key(wire, transport.get_remote_server_key(), host, port)
        _enter(transport, wire, unquote(parts.username or ""), password)
        client = paramiko.SFTPClient.from_transport(transport)
        client.get_channel().settimeout(lines.STEP)
        if folder := unquote(parts.path.rstrip("/")):
            _go(client, folder, host)
        yield SftpDrop(client)
    except FetchError:
        raise
    except (paramiko.SSHException, OSError, EOFError) as error:
        raise DropError(f"{host} broke off: {lines.words(error)}.") from error
    finally:
        if transport is not None:
            transport.close()


def _paramiko() -> Any:
    try:
        import paramiko
    except ImportError as error:
        raise DropError(
            "sftp:// needs the package paramiko. Install it: pip install 'broadsheet[sftp]'"
        ) from error
    return paramiko


def _check_key(wire: Wire, key: Any, host: str, port: int) -> None:
    """By the owner's known_hosts file, else by the key that was there at the first look."""
    shown = fingerprint(key)
    if file := str(wire.settings.get("known_hosts", "")):
        _check_known(file, key, host, port)
        return
    pinned = wire.remembered.get(PINNED)
    if pinned is None:
        note(wire, {PINNED: shown})
    elif pinned != shown:
        raise DropError(
            f"{host} shows another key ({shown}) than before ({pinned}), so nobody was told the "
            f"password. If its owner has changed it: broadsheet wires --new-key “{wire.name}”"
        )


def _check_known(file: str, key: Any, host: str, port: int) -> None:
    paramiko = _paramiko()
    try:
        known = paramiko.HostKeys(str(Path(file).expanduser()))
    except OSError as error:
        raise DropError(f"{file} cannot be read: {error.strerror or error}.") from error
    if not known.check(host if port == PORT else f"[{host}]:{port}", key):
        raise DropError(
            f"{file} does not know {host} by the key {fingerprint(key)}. Ask its owner, then add "
            "the key."
        )


def fingerprint(key: Any) -> str:
    """A host's key as ssh prints it: SHA256:..."""
    digest = base64.b64encode(hashlib.sha256(key.asbytes()).digest()).rstrip(b"=")
    return f"SHA256:{digest.decode('ascii')}"


def _enter(transport: Any, wire: Wire, user: str, password: str) -> None:
    paramiko = _paramiko()
    try:
        if file := str(wire.settings.get("key_file", "")):
            transport.auth_publickey(user, _own_key(file, password))
        else:
            transport.auth_password(user, password)
    except paramiko.AuthenticationException as error:
        raise DropError(
            f"the server does not let {user or 'nobody'} in: look at the name and the password or key."
        ) from error


def _own_key(file: str, password: str) -> Any:
    paramiko = _paramiko()
    try:
        return paramiko.PKey.from_path(Path(file).expanduser(), password.encode() or None)
    except (OSError, ValueError, TypeError, paramiko.SSHException) as error:
        raise DropError(f"the key in {file} cannot be used: {lines.words(error)}.") from error


def _go(client: Any, folder: str, host: str) -> None:
    # sftp://host/~/out lies in the home of the user.
    path = folder.removeprefix("/~/") if folder.startswith("/~/") else folder
    try:
        client.chdir(path)
    except OSError as error:
        raise DropError(f"{host} has no folder “{path}”.") from error


class SftpDrop:
    """A folder on an SFTP server."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def files(self) -> list[Found]:
        """Its plain files; links are not followed."""
        return [
            Found(f"{entry.st_mtime or 0:012d}", entry.filename, entry.st_size or 0)
            for entry in self.client.listdir_attr()
            if entry.st_mode is None or stat.S_ISREG(entry.st_mode)
        ]

    def read(self, name: str, most: int) -> bytes:
        """A file's bytes.

        Raises:
            DropError: there are more than `most`.
        """
        pieces, size = [], 0
        with self.client.open(name, "rb") as file:
            file.prefetch(min(file.stat().st_size or 0, most))
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > most:
                    raise DropError(f"{name} is larger than {most:,} bytes and was not read.")
                pieces.append(piece)
        return b"".join(pieces)

    def move(self, name: str, target: str) -> None:
        """Move a file.

        Raises:
            MoveError: the server refuses.
        """
        try:
            self.client.stat(DONE)
        except FileNotFoundError:
            self._make_done()
        except OSError as error:
            raise MoveError(str(error)) from error
        try:
            self.client.rename(name, target)
        except OSError as error:
            raise MoveError(str(error)) from error

    def _make_done(self) -> None:
        try:
            self.client.mkdir(DONE)
        except OSError as error:
            raise MoveError(str(error)) from error
