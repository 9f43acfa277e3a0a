"""The address of a wire: how takes come from it, whether it can be one, and what of it is shown."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from broadsheet.wire.models import Wire

#: What is written in place of an address for a wire that takes are sent to.
PUSH = "push"
ADDRESS_MOST = 1000
_POLLED = frozenset(("http", "https", "ftp", "ftps", "sftp"))
_MAIL = frozenset(("imaps",))
#: Parts of an address that look like a key: by the name of the parameter, or by the look of it.
_KEY_NAME = re.compile(
    r"key|token|secret|pass|auth|sig|hash|code|user|login|account", re.IGNORECASE
)
_KEY = re.compile(
    r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_~=+-]{20,}|(?=.*\d)[a-z0-9]{20,}|[0-9a-fA-F-]{24,}"
)


class AddingError(Exception):
    """A wire cannot be set up so. Its words say what is wrong and what to do.

    Attributes:
        field: which field of `Wanted` is wrong.
    """

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


def read_address(address: str) -> tuple[str, str]:
    """How takes come from an address, and the address as it is kept.

    Raises:
        AddingError: it is none, or bears a password.
    """
    address = address.strip()
    if len(address) > ADDRESS_MOST:
        raise AddingError("address", f"The address is longer than {ADDRESS_MOST} letters.")
    if address.lower() == PUSH:
        return Wire.Kind.PUSH, ""
    scheme, separator, _ = address.partition("://")
    if not separator:
        return Wire.Kind.FOLDER, str(_folder(address))
    scheme = scheme.lower()
    if scheme == "imap":
        raise AddingError("address", "imap:// sends the password in the clear: write imaps://.")
    if scheme not in _POLLED | _MAIL:
        raise AddingError(
            "address",
            f"{scheme}:// cannot be asked. Write http, https, ftp, ftps, sftp or imaps; a folder's "
            "whole path; or push.",
        )
    _look(address, scheme)
    return (Wire.Kind.MAILBOX if scheme in _MAIL else Wire.Kind.POLL), address


def _look(address: str, scheme: str) -> None:
    try:
        parts = urlsplit(address)
        host, password, user, _ = parts.hostname, parts.password, parts.username, parts.port
    except ValueError as error:
        raise AddingError("address", f"“{address}” is no address: {error}.") from error
    if not host or any(letter.isspace() for letter in address):
        raise AddingError("address", f"“{address}” is no address: it names no server.")
    if password is not None:
        raise AddingError(
            "address", "Leave the password out of the address, where logs would show it."
        )
    if scheme in _MAIL and not user:
        raise AddingError("address", "Say whose mailbox it is: imaps://NAME@SERVER/INBOX.")


def _folder(address: str) -> Path:
    path = Path(address).expanduser()
    if not address or not path.is_absolute():
        raise AddingError(
            "address",
            f"“{address}” is neither a web address (https://…) nor the whole path of a folder.",
        )
    if path.exists() and not path.is_dir():
        raise AddingError("address", f"{path} is a file: name the folder that it lies in.")
    return path


def masked(address: str) -> str:
    """An address without what looks like a key, a name or a password in it."""
    if "://" not in address:
        return address
    try:
        parts = urlsplit(address)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return address.partition("://")[0] + "://…"
    path = "/".join("…" if _KEY.fullmatch(piece) else piece for piece in parts.path.split("/"))
    words = "&".join(f"{name}={_masked(name, value)}" for name, value in query)
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit((parts.scheme, user.partition(":")[0] + at + host, path, words, ""))


def _masked(name: str, value: str) -> str:
    return "…" if value and (_KEY_NAME.search(name) or _KEY.fullmatch(value)) else value
